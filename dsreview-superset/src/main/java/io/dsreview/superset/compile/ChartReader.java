package io.dsreview.superset.compile;

import io.dsreview.api.error.Problem;
import io.dsreview.superset.chart.ChartQuery;
import io.dsreview.superset.chart.ChartQueryReader;
import io.dsreview.superset.chart.ChartQueryReading;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.http.Answer;
import io.dsreview.superset.http.ApiRequest;
import io.dsreview.superset.http.Conversation;
import io.dsreview.superset.http.Json;
import io.dsreview.superset.http.SupersetFailures;

/** Reads the query that is saved with a chart. Stateless. */
final class ChartReader {

    private ChartReader() {}

    /** What reading gave. */
    sealed interface Reading {

        /** The chart has a query of its own, on the dataset under review. */
        record Found(ChartQuery query) implements Reading {}

        /** It has none, or cannot be read. */
        record None(Problem problem) implements Reading {}
    }

    static Reading read(Conversation conversation, long chart, long dataset) {
        ApiRequest request = ApiRequest.get("chart", "chart", String.valueOf(chart));
        Answer answer = conversation.send(request);
        if (!(answer instanceof Answer.Received received)) {
            return new Reading.None(((Answer.Missing) answer).problem());
        }
        if (!received.isSuccess()) {
            return new Reading.None(SupersetFailures.of(conversation.environment(), request, received));
        }
        Json result = received.body().at("result");
        Json form = Json.parse(result.at("params").text(""));
        if (!form.at("datasource").text("").equals(dataset + "__table")) {
            return new Reading.None(Problem.of(SupersetErrorCode.CHART_OF_ANOTHER_DATASET));
        }
        String type = result.at("viz_type").text("");
        // A dashboard's page builds the query of the settings; the saved one may be older, and serves where none is
        // built.
        ChartQueryReading built = ChartQueryReader.read(type, form, Json.ABSENT);
        ChartQueryReading reading = built instanceof ChartQueryReading.Found
                ? built
                : ChartQueryReader.read(
                        type, form, Json.parse(result.at("query_context").text("")));
        return reading instanceof ChartQueryReading.Found found
                ? new Reading.Found(found.query())
                : new Reading.None(((ChartQueryReading.None) reading).problem());
    }
}
