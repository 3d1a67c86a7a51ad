package io.dsreview.test.recording;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A response as recordings hold it; header names are in lower case. */
record Answered(int status, Map<String, List<String>> headers, Body body) {

    Answered map(UnaryOperator<String> change) {
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
