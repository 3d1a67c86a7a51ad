package io.dsreview.core.decision;

import io.dsreview.api.session.SessionEvent;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One thing that was done: an event for the host, and an entry for the ledger.
 *
 * @param type what was done
 * @param data ids, numbers and enum values that describe it; copied
 * @param personal values that may be personal; the ledger only commits to them, and no event carries them; copied
 */
public record Note(SessionEvent.Type type, Map<String, String> data, Map<String, String> personal) {

    /** Copies both maps. */
    public Note {
        data = Collections.unmodifiableMap(new TreeMap<>(data));
        personal = Collections.unmodifiableMap(new TreeMap<>(personal));
    }

    static Note of(SessionEvent.Type type, String... data) {
        Map<String, String> named = new TreeMap<>();
        for (int i = 0; i < data.length; i += 2) {
            named.put(data[i], data[i + 1]);
        }
        return new Note(type, named, Map.of());
    }

    Note with(String field, String value) {
        Map<String, String> more = new TreeMap<>(personal);
        more.put(field, value);
        return new Note(type, data, more);
    }
}
