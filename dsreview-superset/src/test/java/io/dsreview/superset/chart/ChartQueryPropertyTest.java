package io.dsreview.superset.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.superset.http.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ChartQueryPropertyTest {

    private static final DashboardFilters FILTERS =
            new DashboardFilters(List.of(Map.of("col", "a")), "Last week", "at", "P1D", Map.of("p", "v"));

    @Property
    void anyFormAndContextGiveAnAnswer(
            @ForAll("types") String type, @ForAll("objects") Json form, @ForAll("values") Json query) {
        Json context = Json.parse("{\"queries\": [" + write(query) + "]}");
        for (Json each : List.of(Json.ABSENT, context)) {
            if (ChartQueryReader.read(type, form, each) instanceof ChartQueryReading.Found found) {
                ChartQuery merged = found.query().with(FILTERS);

                assertThat(merged.revision())
                        .hasSize(64)
                        .isNotEqualTo(found.query().revision());
                assertThat(Json.write(merged.query())).contains("P1D", "Last week");
            }
        }
    }

    private static String write(Json json) {
        Object value = PlainValues.of(json);
        return value == null ? "null" : Json.write(value);
    }

    @Provide
    Arbitrary<String> types() {
        return Arbitraries.of("table", "pie", "big_number", "big_number_total", "echarts_area", "other");
    }

    @Provide
    Arbitrary<Json> objects() {
        return members().map(Json::parse);
    }

    @Provide
    Arbitrary<Json> values() {
        return Arbitraries.oneOf(members(), scalars()).map(Json::parse);
    }

    private static Arbitrary<String> members() {
        Arbitrary<String> names = Arbitraries.of(
                "columns",
                "groupby",
                "metrics",
                "metric",
                "orderby",
                "order_by_cols",
                "adhoc_filters",
                "filters",
                "extras",
                "row_limit",
                "limit",
                "x_axis",
                "query_mode",
                "all_columns",
                "percent_metrics",
                "timeseries_limit_metric",
                "time_grain_sqla",
                "granularity_sqla",
                "url_params",
                "extra_form_data",
                "temporal_columns_lookup",
                "order_desc");
        Arbitrary<String> lists = scalars().list().ofMaxSize(3).map(each -> "[" + String.join(",", each) + "]");
        Arbitrary<String> objects = Arbitraries.maps(
                        Arbitraries.of(
                                "\"label\"",
                                "\"sqlExpression\"",
                                "\"clause\"",
                                "\"operator\"",
                                "\"at\"",
                                "\"filters\""),
                        scalars())
                .ofMaxSize(3)
                .map(each -> each.entrySet().stream()
                        .map(entry -> entry.getKey() + ":" + entry.getValue())
                        .collect(Collectors.joining(",", "{", "}")));
        Arbitrary<String> values =
                Arbitraries.oneOf(scalars(), lists, objects, objects.map(each -> "[" + each + ",[\"a\",true]]"));
        return Arbitraries.maps(names, values).ofMaxSize(6).map(each -> each.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}")));
    }

    private static Arbitrary<String> scalars() {
        return Arbitraries.of(
                "\"a\"",
                "\"at\"",
                "\"\"",
                "\"raw\"",
                "\"aggregate\"",
                "1",
                "-1.5",
                "1e400",
                "true",
                "false",
                "null",
                "\"WHERE\"",
                "\"[\\\"a\\\",true]\"",
                "\"\\ud800\"");
    }
}
