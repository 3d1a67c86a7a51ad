package io.dsreview.core.dictionary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON as RFC 8259 has it: one document, each key once. */
final class JsonTree {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Node.MAX_DEPTH + 1)
                    .build())
            .build();

    private final JsonParser parser;
    private int nodes;

    private JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    static Node read(String text) throws Malformed {
        try (JsonParser parser = FACTORY.createParser(tools.jackson.core.ObjectReadContext.empty(), text)) {
            JsonTree tree = new JsonTree(parser);
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw Malformed.at(Spot.line(1), DictionaryProblem.SOURCE_EMPTY);
            }
            Node root = tree.node(first, 1);
            if (parser.nextToken() != null) {
                throw Malformed.at(tree.here(), DictionaryProblem.SOURCE_NOT_WELL_FORMED, "format", "JSON");
            }
            return root;
        } catch (JacksonException notJson) {
            throw Malformed.at(spot(notJson.getLocation()), DictionaryProblem.SOURCE_NOT_WELL_FORMED, "format", "JSON");
        }
    }

    private Node node(JsonToken token, int depth) throws Malformed {
        Spot spot = here();
        if (depth > Node.MAX_DEPTH) {
            throw Malformed.at(spot, DictionaryProblem.SOURCE_TOO_DEEP, "limit", Integer.toString(Node.MAX_DEPTH));
        }
        if (++nodes > Node.MAX_NODES) {
            throw Malformed.at(spot, DictionaryProblem.SOURCE_TOO_LARGE);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Node> elements = new ArrayList<>();
            for (JsonToken next = next(); next != JsonToken.END_ARRAY; next = next()) {
                elements.add(node(next, depth + 1));
            }
            return new Node.Listing(spot, elements);
        }
        if (token == JsonToken.START_OBJECT) {
            Map<String, Node> members = new LinkedHashMap<>();
            while (next() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                Spot place = here();
                if (members.put(key, node(next(), depth + 1)) != null) {
                    throw Malformed.at(place, DictionaryProblem.SOURCE_KEY_TWICE);
                }
            }
            return new Node.Mapping(spot, members);
        }
        return new Node.Scalar(spot, token == JsonToken.VALUE_NULL ? null : parser.getString());
    }

    /** At the end of a document that is not finished the parser throws, so that there always is a next token. */
    private JsonToken next() throws Malformed {
        JsonToken next = parser.nextToken();
        if (next == null) {
            throw Malformed.at(here(), DictionaryProblem.SOURCE_NOT_WELL_FORMED, "format", "JSON");
        }
        return next;
    }

    private Spot here() {
        return spot(parser.currentTokenLocation());
    }

    private static Spot spot(@Nullable TokenStreamLocation location) {
        return location == null ? Spot.line(1) : new Spot(location.getLineNr(), location.getColumnNr());
    }
}
