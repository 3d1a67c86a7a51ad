package io.dsreview.superset.reference;

import io.dsreview.api.semantic.Endorsement.Certification;
import io.dsreview.api.semantic.FieldFormat;
import io.dsreview.api.semantic.FieldFormat.Notation;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.superset.http.Json;
import io.dsreview.superset.reference.Reference.Described;
import io.dsreview.superset.text.SafeText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From Superset's JSON to a reference. Certification and warnings are in {@code extra}, which holds JSON as text, as does
 * {@code currency} on some versions.
 */
final class ReferenceMapping {

    /** What is asked for: nothing that would make Superset connect to the database. */
    static final String QUERY = "(columns:!(table_name,changed_on,extra,owners.first_name,owners.last_name,"
            + "columns.column_name,columns.verbose_name,columns.description,columns.python_date_format,columns.extra,"
            + "metrics.metric_name,metrics.verbose_name,metrics.description,metrics.d3format,metrics.currency,metrics.extra,"
            + "metrics.warning_text),keys:!(none))";

    private static final String CUT = "…";

    private ReferenceMapping() {}

    /** Returns the reference, or empty if the answer has another shape than Superset's. */
    static Optional<Reference> of(Json answer) {
        Json result = answer.at("result");
        String name = result.at("table_name").text();
        if (name == null || !result.at("columns").isList()) {
            return Optional.empty();
        }
        Json extra = embedded(result.at("extra"));
        return Optional.of(new Reference(
                SafeText.shown(name, "?"),
                changedOn(answer),
                certification(extra),
                warnings(extra.at("warning_markdown")),
                result.at("owners").elements().stream()
                        .map(ReferenceMapping::owner)
                        .filter(owner -> !owner.isEmpty())
                        .toList(),
                byName(result.at("columns"), "column_name", ReferenceMapping::column),
                byName(result.at("metrics"), "metric_name", ReferenceMapping::metric)));
    }

    /** Returns when the dataset was last changed; empty if the answer does not tell. */
    private static String changedOn(Json answer) {
        return SafeText.shown(answer.at("result").at("changed_on").text(""), "");
    }

    private static Map<String, Described> byName(Json list, String key, Function<Json, Described> reading) {
        Map<String, Described> named = new LinkedHashMap<>();
        list.elements().forEach(each -> named.putIfAbsent(each.at(key).text(""), reading.apply(each)));
        return named;
    }

    private static Described column(Json column) {
        return described(column, Notation.STRFTIME, column.at("python_date_format"), "");
    }

    private static Described metric(Json metric) {
        return described(
                metric,
                Notation.D3,
                metric.at("d3format"),
                text(embedded(metric.at("currency")).at("symbol")));
    }

    private static Described described(Json field, Notation notation, Json pattern, String unit) {
        FieldFormat format = pattern.isEmpty() ? null : new FieldFormat(notation, text(pattern));
        Json extra = embedded(field.at("extra"));
        return new Described(
                new FieldMeaning(text(field.at("verbose_name")), text(field.at("description")), format, unit),
                certification(extra),
                warnings(extra.at("warning_markdown"), field.at("warning_text")));
    }

    private static @Nullable Certification certification(Json extra) {
        Json certification = extra.at("certification");
        String by = text(certification.at("certified_by"));
        return by.isBlank() ? null : new Certification(by, text(certification.at("details")));
    }

    private static List<String> warnings(Json... texts) {
        return Stream.of(texts)
                .map(ReferenceMapping::text)
                .filter(warning -> !warning.isBlank())
                .distinct()
                .toList();
    }

    private static String owner(Json owner) {
        return text(owner.at("first_name"))
                .concat(" ")
                .concat(text(owner.at("last_name")))
                .strip();
    }

    private static Json embedded(Json json) {
        String text = json.text();
        return text == null ? json : Json.parse(text);
    }

    /** Returns a text that can be stored: nothing hidden in it, and cut, with a sign of it, where it is too long. */
    private static String text(Json json) {
        String text = SafeText.described(json.text(""));
        if (text.length() <= FieldMeaning.MAX_TEXT) {
            return text;
        }
        int end = FieldMeaning.MAX_TEXT - CUT.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
    }
}
