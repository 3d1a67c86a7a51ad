package io.dsreview.test.recording.exchange;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A request as recordings hold it and compare it: only what says what was asked. Immutable: any thread may use it.
 *
 * @param method the HTTP method, for example {@code GET}
 * @param path the path, percent-encoded, without the query
 * @param query the query parameters in their order, empty if there is no query
 * @param headers the kept headers in their order, by names in lower case; a header sent several times is joined to one
 * @param body the body, {@link Body.Empty} if there is none
 */
public record Asked(String method, String path, List<Parameter> query, Map<String, String> headers, Body body) {

    /** Copies the list and the map. */
    public Asked {
        query = List.copyOf(query);
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /**
     * Changes every text except the method and the names of headers.
     *
     * @param change gives the new text for each old one
     * @return a changed copy
     */
    public Asked map(UnaryOperator<String> change) {
        Map<String, String> changed = new LinkedHashMap<>();
        headers.forEach((name, value) -> changed.put(name, change.apply(value)));
        List<Parameter> parameters = query.stream()
                .map(pair -> new Parameter(change.apply(pair.name()), change.apply(pair.value())))
                .toList();
        return new Asked(method, change.apply(path), parameters, changed, body.map(change));
    }

    /** A path may hold a secret. */
    @Override
    public String toString() {
        return "Asked[" + method + "]";
    }
}
