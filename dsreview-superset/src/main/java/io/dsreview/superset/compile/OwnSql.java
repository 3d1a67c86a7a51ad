package io.dsreview.superset.compile;

import io.dsreview.api.execution.EffectiveInputs;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.superset.dataset.DatasetDefinition;
import java.util.List;
import java.util.Locale;

/** When the SQL of a virtual dataset says the same without the query that Superset puts around it. */
final class OwnSql {

    private static final String INNER_QUERY = "virtual_table";

    private OwnSql() {}

    /**
     * Tells whether it does: no filter, no parameter of the link, all columns as they are, nothing that only a chart's query
     * has, and no row-level rule in what chart data made of it.
     */
    static boolean suffices(
            EffectiveInputs inputs, DatasetDefinition dataset, TemplateValues values, String afterChartData) {
        boolean plain = !dataset.sql().isBlank()
                && inputs.mappings().isEmpty()
                && inputs.urlParameters().isEmpty()
                && inputs.target() instanceof DatasetRows rows
                && isWhole(rows.columns(), dataset);
        return plain && !needsChart(values) && !hasRule(dataset.sql(), afterChartData);
    }

    private static boolean isWhole(List<FieldId> columns, DatasetDefinition dataset) {
        List<String> all =
                dataset.columns().stream().map(DatasetDefinition.Column::name).toList();
        return columns.stream().map(FieldId::value).toList().equals(all)
                && dataset.columns().stream()
                        .allMatch(column -> column.expression().isBlank());
    }

    private static boolean needsChart(TemplateValues values) {
        return values.needs().variables().stream()
                .anyMatch(variable -> variable.kind() == VariableKind.CHART_VARIABLE
                        || variable.kind().readsFilters()
                        || variable.kind() == VariableKind.URL_PARAM);
    }

    /** A row-level rule shows as a condition around the inner query, or as another text of the inner one. */
    private static boolean hasRule(String own, String afterChartData) {
        int end = afterChartData.lastIndexOf(INNER_QUERY);
        boolean around = end < 0
                || afterChartData.substring(end).toUpperCase(Locale.ROOT).contains("WHERE");
        return around || !dense(afterChartData).contains(dense(own.strip().replaceAll(";+$", "")));
    }

    private static String dense(String sql) {
        return sql.replaceAll("\\s+", "");
    }
}
