package io.dsreview.test.recording.exchange;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A response as recordings hold it. Immutable: any thread may use it.
 *
 * @param status the HTTP status, 100 to 599
 * @param headers the kept headers in their order, by names in lower case, with one value for each time they were sent
 * @param body the body, {@link Body.Empty} if there is none
 */
public record Answered(int status, Map<String, List<String>> headers, Body body) {

    /** Copies the map. */
    public Answered {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /**
     * Changes every text except the names of headers.
     *
     * @param change gives the new text for each old one
     * @return a changed copy
     */
    public Answered map(UnaryOperator<String> change) {
        Map<String, List<String>> changed = new LinkedHashMap<>();
        headers.forEach(
                (name, values) -> changed.put(name, values.stream().map(change).toList()));
        return new Answered(status, changed, body.map(change));
    }

    /** A header may hold a secret. */
    @Override
    public String toString() {
        return "Answered[" + status + "]";
    }
}
