package io.dsreview.api.execution;

/**
 * Where Superset ran the query.
 *
 * @param queryId Superset's id of the query
 * @param link where a person can open it
 */
public record SqlLabReference(long queryId, String link) {}
