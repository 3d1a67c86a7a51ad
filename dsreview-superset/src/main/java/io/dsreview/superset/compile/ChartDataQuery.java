package io.dsreview.superset.compile;

import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.EffectiveInputs;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.id.FilterId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.FilterCondition;
import io.dsreview.api.mapping.FilterValue;
import io.dsreview.api.mapping.MappingTarget;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.superset.chart.ChartQuery;
import io.dsreview.superset.chart.DashboardFilters;
import io.dsreview.superset.dataset.DatasetDefinition;
import io.dsreview.superset.error.SupersetErrorCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body for the chart data API, made from inputs as Superset's page makes it; and the inputs that have no effect then.
 * Without a word Superset drops a condition on a column that the dataset lacks, puts the dataset's own time column in the
 * place of one that it does not have as a time, leaves a time range out where there is no time column, and the time grain
 * where plain rows are asked for; and of two filters that set the same, the page takes the later one. What the page shows is
 * what the link means, so the SQL is the same, and each such input is named.
 */
final class ChartDataQuery {

    private static final String NO_TIME_RANGE = "No filter";
    /** Superset's default for ROW_LIMIT. */
    private static final int SERVERS_LIMIT = 50_000;

    private final EffectiveInputs inputs;
    private final DatasetDefinition dataset;
    private final @Nullable ChartQuery chart;
    private final int rowCap;
    private final Set<FilterCondition> conditions = new LinkedHashSet<>();
    private final Map<FilterId, Set<String>> columnsFiltered = new LinkedHashMap<>();
    private final Map<FilterId, Problem> leftOut = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable Setting timeRange;
    private @Nullable Setting timeColumn;
    private @Nullable Setting timeGrain;

    /** What a filter sets for the whole query. */
    private record Setting(FilterId filter, String value) {

        static @Nullable String of(@Nullable Setting setting) {
            return setting == null ? null : setting.value();
        }
    }

    private ChartDataQuery(EffectiveInputs inputs, DatasetDefinition dataset, @Nullable ChartQuery chart, int rowCap) {
        this.inputs = inputs;
        this.dataset = dataset;
        this.chart = chart;
        this.rowCap = rowCap;
    }

    static ChartDataQuery of(
            EffectiveInputs inputs, DatasetDefinition dataset, @Nullable ChartQuery chart, int rowCap) {
        ChartDataQuery query = new ChartDataQuery(inputs, dataset, chart, rowCap);
        inputs.mappings().forEach(query::add);
        query.findWithoutEffect();
        return query;
    }

    /** Returns what is wrong with the inputs. */
    List<Problem> problems() {
        return problems;
    }

    /** Returns the inputs without effect, one for each filter. */
    List<Problem> leftOut() {
        return List.copyOf(leftOut.values());
    }

    private void findWithoutEffect() {
        columnsFiltered.forEach((filter, columns) -> {
            if (!columns.stream().allMatch(dataset::hasColumn)) {
                leaveOut(filter, "NO_COLUMN");
            }
        });
        if (timeColumn != null && !dataset.hasTemporalColumn(timeColumn.value())) {
            leaveOut(timeColumn.filter(), "NO_TIME_COLUMN");
        }
        if (timeRange != null && !timeRange.value().equals(NO_TIME_RANGE) && !isTimed()) {
            leaveOut(timeRange.filter(), "NOT_TIMED");
        }
        if (timeGrain != null && chart == null) {
            leaveOut(timeGrain.filter(), "ROWS_HAVE_NO_GRAIN");
        }
    }

    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("datasource", Map.of("id", inputs.dataset().id(), "type", "table"));
        body.put("result_type", "query");
        body.put("result_format", "json");
        body.put("force", false);
        if (chart == null) {
            body.put("queries", List.of(rows((DatasetRows) inputs.target())));
        } else {
            ChartQuery filtered = chart.with(new DashboardFilters(
                    conditionBodies(),
                    Setting.of(timeRange),
                    Setting.of(timeColumn),
                    Setting.of(timeGrain),
                    inputs.urlParameters()));
            body.put("queries", List.of(capped(filtered.query())));
            body.put("form_data", filtered.formData());
        }
        return body;
    }

    /** A chart without a limit of its own has the server's. */
    private Map<String, @Nullable Object> capped(Map<String, @Nullable Object> query) {
        Map<String, @Nullable Object> capped = new LinkedHashMap<>(query);
        int own = query.get("row_limit") instanceof Number limit && limit.longValue() > 0
                ? (int) Math.min(limit.longValue(), rowCap)
                : 0;
        if (own > 0 || rowCap < SERVERS_LIMIT) {
            capped.put("row_limit", own > 0 ? own : rowCap);
        }
        return capped;
    }

    private List<Map<String, @Nullable Object>> conditionBodies() {
        return conditions.stream()
                .map(ConditionBody::of)
                .flatMap(Optional::stream)
                .toList();
    }

    /** A time range works on the time column of plain rows, and on a chart that has a time column or condition of its own. */
    private boolean isTimed() {
        if (chart == null) {
            return timeColumnOfRows() != null;
        }
        return timeColumn != null
                || chart.query().get("granularity") != null
                || String.valueOf(chart.query().get("filters")).contains("TEMPORAL_RANGE");
    }

    /** As the page asks for plain rows: the time range is a condition, which a template may look for, too. */
    private Map<String, Object> rows(DatasetRows rows) {
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("columns", rows.columns().stream().map(Object::toString).toList());
        query.put("row_limit", Math.min(rows.rowLimit(), rowCap));
        List<Map<String, @Nullable Object>> filters = new ArrayList<>(conditionBodies());
        String column = timeColumnOfRows();
        if (timeRange != null) {
            query.put("time_range", timeRange.value());
            if (column != null) {
                filters.add(Map.of("col", column, "op", "TEMPORAL_RANGE", "val", timeRange.value()));
            }
        }
        query.put("filters", filters);
        query.put("extras", Map.of());
        query.put("url_params", inputs.urlParameters());
        return query;
    }

    private void add(ExecutionMapping mapping) {
        boolean byUrl = mapping.target() instanceof MappingTarget.Variable variable
                && variable.variable().value().startsWith(VariableKind.URL_PARAM.prefix() + ":");
        if (byUrl) {
            return; // its value is among the URL parameters
        }
        FilterValue value = mapping.value();
        for (FilterCondition condition : value.conditions()) {
            if (ConditionBody.of(condition).isEmpty()) {
                problems.add(Problem.of(SupersetErrorCode.PREVIEW_VALUE_ILLEGAL, "input", "filter " + mapping.filter())
                        .about("filter " + mapping.filter()));
            } else {
                conditions.add(condition);
            }
            if (!(mapping.target() instanceof MappingTarget.Variable)) {
                columnsFiltered
                        .computeIfAbsent(mapping.filter(), each -> new LinkedHashSet<>())
                        .add(condition.column().value());
            }
        }
        timeRange = later(timeRange, mapping.filter(), value.timeRange(), "TIME_RANGE_SET_LATER");
        timeColumn = later(timeColumn, mapping.filter(), value.timeColumn(), "TIME_COLUMN_SET_LATER");
        timeGrain = later(timeGrain, mapping.filter(), value.timeGrain(), "TIME_GRAIN_SET_LATER");
    }

    private @Nullable Setting later(@Nullable Setting earlier, FilterId filter, @Nullable String value, String why) {
        if (value == null) {
            return earlier;
        }
        if (earlier != null && !earlier.value().equals(value)) {
            leaveOut(earlier.filter(), why, "later", filter.value());
        }
        return new Setting(filter, value);
    }

    private @Nullable String timeColumnOfRows() {
        return timeColumn != null && dataset.hasTemporalColumn(timeColumn.value())
                ? timeColumn.value()
                : inputs.dataset().timeColumn();
    }

    private void leaveOut(FilterId filter, String why, String... more) {
        String input = "filter " + filter;
        List<String> arguments = new ArrayList<>(List.of("input", input, "reason", why));
        arguments.addAll(List.of(more));
        leftOut.putIfAbsent(
                filter,
                Problem.of(SupersetErrorCode.PREVIEW_INPUT_LEFT_OUT, arguments.toArray(String[]::new))
                        .about(input));
    }
}
