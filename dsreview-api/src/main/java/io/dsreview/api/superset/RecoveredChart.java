package io.dsreview.api.superset;

/**
 * A chart of the dashboard.
 *
 * @param id Superset's id of the chart
 * @param name the chart's name
 * @param datasetId the dataset it draws
 */
public record RecoveredChart(long id, String name, long datasetId) {}
