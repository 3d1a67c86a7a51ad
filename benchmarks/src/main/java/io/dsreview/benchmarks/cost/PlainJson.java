package io.dsreview.benchmarks.cost;

import io.dsreview.api.store.StoredPart;
import io.dsreview.benchmarks.pairing.Attempt;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * The floor: documents are read as trees of plain JSON, and written again. Of all documents of a session, that is what it costs
 * to change anything in one that is stored whole, before anybody has looked at it.
 */
final class PlainJson implements Attempt {

    private final JsonMapper json = new JsonMapper();
    private final List<byte[]> documents;

    PlainJson(List<StoredPart> parts) {
        documents = parts.stream().map(StoredPart::content).toList();
    }

    @Override
    public void run() {
        for (byte[] document : documents) {
            if (json.writeValueAsBytes(json.readTree(document)).length == 0) {
                throw new IllegalStateException("an empty document");
            }
        }
    }
}
