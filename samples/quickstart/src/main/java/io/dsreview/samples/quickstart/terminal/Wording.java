package io.dsreview.samples.quickstart.terminal;

import io.dsreview.api.mapping.FilterScalar;
import io.dsreview.api.mapping.FilterValue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values of filters in a few plain words. */
public final class Wording {

    private Wording() {}

    /**
     * Puts the value of a filter into words.
     *
     * @param value the value
     * @return its conditions, or that it has none
     */
    public static String words(FilterValue value) {
        if (value.isEmpty()) {
            return "no value";
        }
        Stream<String> conditions = value.conditions().stream()
                .map(condition -> condition.operator() + " "
                        + condition.values().stream().map(FilterScalar::text).collect(Collectors.joining(", ")));
        return Stream.concat(
                        conditions,
                        Stream.of(
                                        String.valueOf(value.timeRange()),
                                        String.valueOf(value.timeGrain()),
                                        String.valueOf(value.timeColumn()))
                                .filter(text -> !text.equals("null")))
                .collect(Collectors.joining(" and "));
    }
}
