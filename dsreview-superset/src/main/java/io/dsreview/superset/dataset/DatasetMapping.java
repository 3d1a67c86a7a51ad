package io.dsreview.superset.dataset;

import io.dsreview.api.execution.DatasetReference;
import io.dsreview.superset.dataset.DatasetDefinition.Column;
import io.dsreview.superset.dataset.DatasetDefinition.Metric;
import io.dsreview.superset.http.Json;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** From Superset's JSON to a definition. */
final class DatasetMapping {

    /** What is asked for: nothing that would make Superset connect to the database. */
    static final String QUERY = "(columns:!(id,table_name,sql,schema,description,main_dttm_col,fetch_values_predicate,"
            + "template_params,offset,changed_on,database.id,database.backend,columns.column_name,columns.type,columns.is_dttm,"
            + "columns.expression,metrics.metric_name,metrics.expression),keys:!(none))";

    private DatasetMapping() {}

    /** Returns the definition, or empty if the answer has another shape than Superset's. */
    static Optional<DatasetDefinition> of(long id, Json answer) {
        Json result = answer.at("result");
        OptionalLong database = result.at("database").at("id").integer();
        String name = result.at("table_name").text();
        if (name == null || database.isEmpty() || !result.at("columns").isList()) {
            return Optional.empty();
        }
        DatasetReference reference = new DatasetReference(
                id, name, database.getAsLong(), nonEmpty(result.at("schema")), nonEmpty(result.at("main_dttm_col")));
        return Optional.of(new DatasetDefinition(
                reference,
                result.at("database").at("backend").text(""),
                result.at("description").text(""),
                result.at("sql").text(""),
                result.at("fetch_values_predicate").text(""),
                result.at("template_params").text(""),
                Objects.requireNonNullElse(result.at("offset").number(), ""),
                result.at("changed_on").text(""),
                result.at("columns").elements().stream()
                        .filter(column -> column.at("column_name").text() != null)
                        .map(DatasetMapping::column)
                        .toList(),
                result.at("metrics").elements().stream()
                        .map(metric -> new Metric(
                                metric.at("metric_name").text(""),
                                metric.at("expression").text("")))
                        .toList()));
    }

    private static Column column(Json column) {
        return new Column(
                column.at("column_name").text(""),
                nonEmpty(column.at("type")),
                column.at("is_dttm").isTrue(),
                column.at("expression").text(""));
    }

    private static @Nullable String nonEmpty(Json text) {
        return text.isEmpty() ? null : text.text();
    }
}
