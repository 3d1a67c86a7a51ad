/**
 * A chart's own query: what is saved with a chart becomes the query that Superset's page would send for it. Start with
 * {@link io.dsreview.superset.chart.ChartQueryReader}. No I/O; how the page builds queries is the model (apache/superset,
 * {@code superset-ui-core/src/query} and the charts' {@code buildQuery}).
 */
@NullMarked
package io.dsreview.superset.chart;

import org.jspecify.annotations.NullMarked;
