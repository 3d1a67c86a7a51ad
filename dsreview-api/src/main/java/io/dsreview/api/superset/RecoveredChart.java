package io.dsreview.api.superset;

/**
 * A chart that the link shows.
 *
 * @param id Superset's id of the chart
 * @param name the chart's name
 * @param datasetId the dataset it draws
 * @param type Superset's type of visualization, such as {@code table}; empty if Superset names none
 */
public record RecoveredChart(long id, String name, long datasetId, String type) {}
