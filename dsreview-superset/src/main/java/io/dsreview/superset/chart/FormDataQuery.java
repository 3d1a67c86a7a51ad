package io.dsreview.superset.chart;

import io.dsreview.api.error.Problem;
import io.dsreview.superset.chart.ChartQuery.Source;
import io.dsreview.superset.error.SupersetErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Builds a chart's query of its form data, as Superset's page does before it draws it. */
record FormDataQuery(String type, Map<String, @Nullable Object> form) {

    private static final Pattern SHOWABLE = Pattern.compile("[A-Za-z0-9_-]{1,60}");
    private static final List<String> BEYOND_ONE_STATEMENT = List.of(
            "annotation_layers",
            "comparison_type",
            "contributionMode",
            "forecastEnabled",
            "percent_metrics",
            "resample_rule",
            "rolling_type",
            "server_pagination",
            "show_totals",
            "time_compare");
    private static final Set<String> NOTHING = Set.of("None", "values");

    ChartQueryReading read() {
        if (form.isEmpty()) {
            return none(Problem.of(SupersetErrorCode.CHART_FORM_UNREADABLE));
        }
        if (!ChartType.isKnown(type)) {
            String shown = SHOWABLE.matcher(type).matches() ? type : "?";
            return none(Problem.of(SupersetErrorCode.CHART_TYPE_NOT_BUILT, "type", shown));
        }
        QueryFields fields = new QueryFields(form);
        if (!fields.isReadable()) {
            return none(Problem.of(SupersetErrorCode.CHART_FORM_UNREADABLE));
        }
        Map<String, @Nullable Object> query = QueryObject.of(form, fields);
        ChartType.apply(type, form, query);
        ChartQuery built = new ChartQuery(Source.FORM_DATA, query, FormData.sent(type, form), leftOut());
        return new ChartQueryReading.Found(built.with(savedFilters()));
    }

    /** A chart that was saved from a dashboard can hold the filters of then. */
    private DashboardFilters savedFilters() {
        Map<String, @Nullable Object> extra = Fields.object(form.get("extra_form_data"));
        List<Map<String, @Nullable Object>> conditions = new ArrayList<>();
        Fields.list(extra.get("filters")).forEach(condition -> conditions.add(Fields.object(condition)));
        String timeColumn = Fields.text(extra.get("granularity_sqla"));
        return new DashboardFilters(
                conditions,
                Fields.text(extra.get("time_range")),
                timeColumn != null ? timeColumn : Fields.text(extra.get("granularity")),
                Fields.text(extra.get("time_grain_sqla")),
                Map.of());
    }

    private Set<String> leftOut() {
        Set<String> leftOut = new TreeSet<>();
        for (String name : BEYOND_ONE_STATEMENT) {
            Object value = form.get(name);
            if (!Fields.isEmpty(value) && !(value instanceof String text && NOTHING.contains(text))) {
                leftOut.add(name);
            }
        }
        if (!Fields.isEmpty(form.get("extra_filters"))) {
            leftOut.add("extra_filters");
        }
        return leftOut;
    }

    private static ChartQueryReading none(Problem problem) {
        return new ChartQueryReading.None(problem);
    }
}
