package io.dsreview.superset.chart;

import io.dsreview.api.error.Problem;

/** What reading a chart's query gave. */
public sealed interface ChartQueryReading {

    /**
     * There is one.
     *
     * @param query the query
     */
    record Found(ChartQuery query) implements ChartQueryReading {}

    /**
     * There is none that could run as one statement.
     *
     * @param problem why, and what to do
     */
    record None(Problem problem) implements ChartQueryReading {}
}
