package io.dsreview.core.dictionary;

import io.dsreview.api.semantic.Place;
import java.util.List;

/** Entries from JSON or YAML: a list of mappings whose keys are the columns. Keys it does not know are passed over. */
final class TreeEntries {

    private TreeEntries() {}

    static List<Entry> of(Node root) throws Malformed {
        EntryReader entries = new EntryReader();
        int index = 0;
        for (Node element : root.listing("$").elements()) {
            String path = "$[" + index++ + "]";
            Node.Mapping mapping = element.mapping(path);
            entries.add(mapping.spot(), new Place.Path(path), mapping::text);
        }
        return entries.entries();
    }
}
