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
     * Tells whether it may: no filter, no parameter of the link, all columns as they are, and nothing that only a chart's
     * query has. What remains is a row-level rule, which only the SQL shows.
     */
    static boolean maySuffice(EffectiveInputs inputs, DatasetDefinition dataset, TemplateValues values) {
        return !dataset.sql().isBlank()
                && inputs.mappings().isEmpty()
                && inputs.urlParameters().isEmpty()
                && inputs.target() instanceof DatasetRows rows
                && isWhole(rows.columns(), dataset)
                && !needsChart(values);
    }

    /**
     * Tells whether a row-level rule is in force: as a condition around the inner query, or as another text of the inner one.
     *
     * @param whole what chart data made of the dataset, formatted
     * @param own the dataset's own SQL, rendered with the same values and formatted
     */
    static boolean hasRule(String whole, String own) {
        String inner = "FROM(" + dense(own) + ")AS" + INNER_QUERY;
        int at = dense(whole).indexOf(inner);
        return at < 0
                || dense(whole)
                        .substring(at + inner.length())
                        .toUpperCase(Locale.ROOT)
                        .startsWith("WHERE");
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

    private static String dense(String sql) {
        return sql.strip().replaceAll(";+$", "").replaceAll("\\s+", "");
    }
}
