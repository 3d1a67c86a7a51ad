package io.dsreview.superset.context;

import io.dsreview.api.execution.DatasetReference;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.superset.http.Json;
import org.jspecify.annotations.Nullable;

/**
 * A query of SQL Lab, as one of Superset's four ways of keeping it tells it.
 *
 * @param name its name; may be empty
 * @param sql its SQL
 * @param databaseId Superset's id of the database, or null
 * @param catalog the catalog, or null
 * @param schema the schema, or null
 * @param parameters the values for its templates, an object; absent if there are none
 * @param parametersTold false if the way of keeping it does not keep them
 * @param origin where it is kept
 */
record QueryWire(
        String name,
        String sql,
        @Nullable Long databaseId,
        @Nullable String catalog,
        @Nullable String schema,
        Json parameters,
        boolean parametersTold,
        FilterOrigin origin) {

    static QueryWire saved(Json result) {
        return of(
                result,
                result.at("label"),
                result.at("database").at("id"),
                result.at("template_parameters"),
                true,
                FilterOrigin.SAVED_STATE);
    }

    /** The parameters that a query ran with are not told by any version. */
    static QueryWire run(Json result) {
        return of(
                result,
                result.at("tab_name"),
                result.at("database").at("id"),
                Json.ABSENT,
                false,
                FilterOrigin.SAVED_STATE);
    }

    /** Before 2.0 the name of a shared tab was its title. */
    static QueryWire shared(Json result) {
        return of(
                result,
                result.at("name").isEmpty() ? result.at("title") : result.at("name"),
                result.at("dbId"),
                result.at("templateParams"),
                true,
                FilterOrigin.PERMALINK);
    }

    /** Returns the same query in the database and schema of a dataset. */
    QueryWire in(DatasetReference dataset) {
        return new QueryWire(
                name, sql, dataset.databaseId(), catalog, dataset.schema(), parameters, parametersTold, origin);
    }

    private static QueryWire of(
            Json result, Json name, Json database, Json parameters, boolean parametersTold, FilterOrigin origin) {
        return new QueryWire(
                name.text(""),
                result.at("sql").text(""),
                database.integer().isPresent() ? (Long) database.integer().getAsLong() : null,
                result.at("catalog").text(),
                result.at("schema").text(),
                Json.parse(parameters.text("")),
                parametersTold,
                origin);
    }
}
