package io.dsreview.superset.context;

import io.dsreview.superset.http.Json;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A chart as {@code /dashboard/{id}/charts} lists it. */
record ChartWire(long id, String name, OptionalLong dataset) {

    private static final Pattern TABLE = Pattern.compile("([1-9]\\d{0,17})__table");

    static List<ChartWire> all(Json answer) {
        return answer.at("result").elements().stream()
                .map(ChartWire::of)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<ChartWire> of(Json chart) {
        OptionalLong id = chart.at("id").integer();
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Matcher table = TABLE.matcher(chart.at("form_data").at("datasource").text(""));
        OptionalLong dataset = table.matches() ? OptionalLong.of(Long.parseLong(table.group(1))) : OptionalLong.empty();
        return Optional.of(new ChartWire(
                id.getAsLong(), SafeText.shown(chart.at("slice_name").text(""), "chart " + id.getAsLong()), dataset));
    }
}
