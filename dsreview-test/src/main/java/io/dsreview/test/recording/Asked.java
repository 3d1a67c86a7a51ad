package io.dsreview.test.recording;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A request as recordings hold it and compare it: only what says what was asked. The path stays percent-encoded. */
record Asked(String method, String path, List<Parameter> query, Map<String, String> headers, Body body) {

    Asked {
        query = List.copyOf(query);
    }

    Asked map(UnaryOperator<String> change) {
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
