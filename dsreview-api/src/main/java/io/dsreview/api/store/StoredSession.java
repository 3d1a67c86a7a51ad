package io.dsreview.api.store;

import java.util.List;

/**
 * A session as it is stored.
 *
 * @param header its columns
 * @param parts all its parts, each name once; copied
 */
public record StoredSession(StoredHeader header, List<StoredPart> parts) {

    /** Copies the parts. */
    public StoredSession {
        parts = List.copyOf(parts);
    }
}
