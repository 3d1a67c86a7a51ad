package io.dsreview.core.gate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a clause fails on; empty if it holds. */
final class Unless {

    private Unless() {}

    static Optional<List<String>> holds(boolean holds) {
        return holds ? Optional.empty() : Optional.of(List.of());
    }

    static Optional<List<String>> naming(Stream<String> subjects) {
        List<String> all = subjects.toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }
}
