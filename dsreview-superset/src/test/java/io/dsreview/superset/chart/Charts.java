package io.dsreview.superset.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.superset.http.Json;

/** Charts written as JSON with single quotes. */
final class Charts {

    private Charts() {}

    static ChartQueryReading read(String type, String form, String queryContext) {
        return ChartQueryReader.read(type, json(form), json(queryContext));
    }

    /** The query that is built of a form. */
    static ChartQuery built(String type, String form) {
        return found(read(type, form, ""));
    }

    /** The query that is taken out of a query context with these queries. */
    static ChartQuery saved(String queries) {
        return found(read("table", "{}", "{'queries': " + queries + "}"));
    }

    static ChartQuery found(ChartQueryReading reading) {
        assertThat(reading).isInstanceOf(ChartQueryReading.Found.class);
        return ((ChartQueryReading.Found) reading).query();
    }

    static Json json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }

    /** A value as it is compared: JSON, whatever types its numbers have. */
    static String text(Object value) {
        return Json.write(value).replace('"', '\'');
    }
}
