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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body for the chart data API, made from inputs; and the inputs that such a body cannot carry. Without a word
 * Superset drops a condition on a column that the dataset lacks, puts the dataset's own time column in the place of one
 * that it does not have as a time, and leaves the time grain out where plain rows are asked for. So these are looked for
 * before anything is asked.
 */
final class ChartDataQuery {

    private static final String NO_TIME_RANGE = "No filter";
    /** Superset's default for ROW_LIMIT. */
    private static final int SERVERS_LIMIT = 50_000;

    private final EffectiveInputs inputs;
    private final @Nullable ChartQuery chart;
    private final int rowCap;
    private final Set<FilterCondition> conditions = new LinkedHashSet<>();
    private final Map<FilterId, Set<String>> columnsFiltered = new LinkedHashMap<>();
    private final Map<FilterId, String> timeColumns = new LinkedHashMap<>();
    private final Set<FilterId> notCarried = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable String timeRange;
    private @Nullable String timeColumn;
    private @Nullable String timeGrain;
    private @Nullable FilterId timeFilter;

    private ChartDataQuery(EffectiveInputs inputs, @Nullable ChartQuery chart, int rowCap) {
        this.inputs = inputs;
        this.chart = chart;
        this.rowCap = rowCap;
    }

    static ChartDataQuery of(
            EffectiveInputs inputs, DatasetDefinition dataset, @Nullable ChartQuery chart, int rowCap) {
        ChartDataQuery query = new ChartDataQuery(inputs, chart, rowCap);
        inputs.mappings().forEach(query::add);
        query.check(dataset);
        if (query.timeRange != null && !query.timeRange.equals(NO_TIME_RANGE) && !query.isTimed()) {
            query.notCarried(query.timeFilter, "the query has no time column for the time range");
        }
        return query;
    }

    /** Returns what is wrong with the inputs; that they cannot be carried once for each filter. */
    List<Problem> problems() {
        return problems;
    }

    /** Adds a problem for each filter on a column, or with a time column, that the dataset does not have. */
    private void check(DatasetDefinition dataset) {
        columnsFiltered.forEach((filter, columns) -> {
            if (!columns.stream().allMatch(dataset::hasColumn)) {
                notCarried(filter, "the dataset has no such column, and Superset would drop the condition");
            }
        });
        timeColumns.forEach((filter, column) -> {
            if (!dataset.hasTemporalColumn(column)) {
                notCarried(filter, "the dataset has no such time column, and Superset would use another one");
            }
        });
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
            ChartQuery filtered = chart.with(
                    new DashboardFilters(conditionBodies(), timeRange, timeColumn, timeGrain, inputs.urlParameters()));
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
            return granularity() != null;
        }
        return timeColumn != null
                || chart.query().get("granularity") != null
                || String.valueOf(chart.query().get("filters")).contains("TEMPORAL_RANGE");
    }

    private Map<String, Object> rows(DatasetRows rows) {
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("columns", rows.columns().stream().map(Object::toString).toList());
        query.put("row_limit", Math.min(rows.rowLimit(), rowCap));
        query.put("filters", conditionBodies());
        query.put("extras", Map.of());
        if (timeRange != null) {
            query.put("time_range", timeRange);
        }
        String granularity = granularity();
        if (granularity != null && (timeRange != null || timeColumn != null)) {
            query.put("granularity", granularity);
        }
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
        if (value.timeRange() != null && timeFilter == null) {
            timeFilter = mapping.filter();
        }
        timeRange = only(mapping.filter(), timeRange, value.timeRange(), "another filter sets the time range as well");
        timeColumn =
                only(mapping.filter(), timeColumn, value.timeColumn(), "another filter sets the time column as well");
        if (value.timeColumn() != null) {
            timeColumns.put(mapping.filter(), value.timeColumn());
        }
        if (value.timeGrain() != null && chart == null) {
            notCarried(mapping.filter(), "the target is plain rows, in which Superset leaves a time grain out");
        } else {
            timeGrain =
                    only(mapping.filter(), timeGrain, value.timeGrain(), "another filter sets the time grain as well");
        }
    }

    private @Nullable String only(FilterId filter, @Nullable String present, @Nullable String next, String why) {
        if (present != null && next != null && !present.equals(next)) {
            notCarried(filter, why);
        }
        return present == null ? next : present;
    }

    private @Nullable String granularity() {
        return timeColumn != null ? timeColumn : inputs.dataset().timeColumn();
    }

    private void notCarried(@Nullable FilterId filter, String why) {
        if (filter != null && notCarried.add(filter)) {
            String input = "filter " + filter;
            problems.add(Problem.of(SupersetErrorCode.PREVIEW_INPUT_NOT_CARRIED, "input", input, "reason", why)
                    .about(input));
        }
    }
}
