package io.dsreview.api.execution;

import org.jspecify.annotations.Nullable;

/**
 * Names one dataset of one Superset, with what is needed to run its SQL.
 *
 * @param id Superset's id of the dataset
 * @param name the dataset's name
 * @param databaseId Superset's id of the database it is in
 * @param schema the schema, or null where the database has none
 * @param timeColumn the dataset's main time column, or null
 */
public record DatasetReference(
        long id,
        String name,
        long databaseId,
        @Nullable String schema,
        @Nullable String timeColumn) {}
