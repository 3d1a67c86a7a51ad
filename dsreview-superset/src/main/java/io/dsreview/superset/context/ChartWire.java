package io.dsreview.superset.context;

import io.dsreview.superset.http.Json;
import io.dsreview.superset.text.SafeText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A chart, as a dashboard lists it or as it is read by itself.
 *
 * @param id Superset's id
 * @param name its name
 * @param dataset the dataset it draws; empty if it names none
 * @param type Superset's type of visualization; may be empty
 * @param form its form data
 */
record ChartWire(long id, String name, OptionalLong dataset, String type, Json form) {

    private static final Pattern TABLE = Pattern.compile("([1-9]\\d{0,17})__table");

    /** Returns the charts of {@code /dashboard/{id}/charts}. */
    static List<ChartWire> all(Json answer) {
        return answer.at("result").elements().stream()
                .map(chart -> of(chart, chart.at("form_data")))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Returns the chart of {@code /chart/{id}}, whose id is not always told again. */
    static ChartWire single(long id, Json answer) {
        Json result = answer.at("result");
        return new ChartWire(
                id,
                name(result, id),
                dataset(Json.parse(result.at("params").text(""))),
                result.at("viz_type").text(""),
                Json.parse(result.at("params").text("")));
    }

    /** Returns the dataset that form data name. */
    static OptionalLong dataset(Json form) {
        Matcher table = TABLE.matcher(form.at("datasource").text(""));
        return table.matches() ? OptionalLong.of(Long.parseLong(table.group(1))) : OptionalLong.empty();
    }

    private static Optional<ChartWire> of(Json chart, Json form) {
        OptionalLong id = chart.at("id").integer();
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(new ChartWire(
                        id.getAsLong(),
                        name(chart, id.getAsLong()),
                        dataset(form),
                        form.at("viz_type").text(""),
                        form));
    }

    private static String name(Json chart, long id) {
        return SafeText.shown(chart.at("slice_name").text(""), "chart " + id);
    }
}
