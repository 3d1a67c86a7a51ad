package io.dsreview.core.dictionary;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON or YAML with the place of each part, so that whatever is wrong can be pointed at. */
sealed interface Node {

    /** Deepest nesting that is taken. */
    int MAX_DEPTH = 64;

    /** Most parts that are taken: ten for each entry of the largest dictionary. */
    int MAX_NODES = 10 * EntryReader.MAX_ENTRIES;

    Spot spot();

    /** A text, a number or a truth value, as it is written; null for an empty value. */
    record Scalar(Spot spot, @Nullable String value) implements Node {}

    /** A list. */
    record Listing(Spot spot, List<Node> elements) implements Node {}

    /** A mapping, in the order of the document. */
    record Mapping(Spot spot, Map<String, Node> members) implements Node {

        @Nullable
        Node get(String key) {
            return members.get(key);
        }

        /** Returns a member that must be a scalar if it is there at all. */
        @Nullable
        String text(String key) throws Malformed {
            Node member = members.get(key);
            if (member == null) {
                return null;
            }
            if (!(member instanceof Scalar scalar)) {
                throw Malformed.at(
                        member.spot(), DictionaryProblem.SOURCE_SHAPE_UNEXPECTED, "expected", "text", "key", key);
            }
            return scalar.value();
        }
    }

    default Mapping mapping(String key) throws Malformed {
        if (this instanceof Mapping mapping) {
            return mapping;
        }
        throw Malformed.at(spot(), DictionaryProblem.SOURCE_SHAPE_UNEXPECTED, "expected", "mapping", "key", key);
    }

    default Listing listing(String key) throws Malformed {
        if (this instanceof Listing listing) {
            return listing;
        }
        throw Malformed.at(spot(), DictionaryProblem.SOURCE_SHAPE_UNEXPECTED, "expected", "list", "key", key);
    }
}
