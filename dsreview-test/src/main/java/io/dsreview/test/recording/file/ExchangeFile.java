package io.dsreview.test.recording.file;

import io.dsreview.api.canonical.JsonText;
import io.dsreview.test.recording.exchange.Answered;
import io.dsreview.test.recording.exchange.Asked;
import io.dsreview.test.recording.exchange.Body;
import io.dsreview.test.recording.exchange.Exchange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The file of one exchange: its name, and its text in both directions. */
final class ExchangeFile {

    static final Pattern NAME = Pattern.compile("[0-9]{4,9}-[A-Za-z0-9-]{1,100}\\.json");

    private static final int MAX_SLUG = 80;

    private final String name;

    ExchangeFile(String name) {
        this.name = name;
    }

    /** For example {@code 0001-GET-api-v1-dashboard-4.json}; nothing of the path can leave the directory. */
    static String name(int number, Asked asked) {
        String slug = (asked.method() + "-" + asked.path()).replaceAll("[^A-Za-z0-9]+", "-");
        String cut = slug.substring(0, Math.min(slug.length(), MAX_SLUG)).replaceAll("-+$", "");
        return String.format(Locale.ROOT, "%04d-%s.json", number, cut);
    }

    static String write(Exchange exchange) {
        Asked asked = exchange.asked();
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        request.put("method", asked.method());
        request.put("path", asked.path());
        request.put(
                "query",
                asked.query().stream()
                        .map(pair -> List.of(pair.name(), pair.value()))
                        .toList());
        request.put("headers", asked.headers());
        putBody(asked.body(), request);
        Answered answered = exchange.answered();
        Map<String, @Nullable Object> response = new LinkedHashMap<>();
        response.put("status", answered.status());
        Map<String, Object> headers = new LinkedHashMap<>();
        answered.headers()
                .forEach((header, values) -> headers.put(header, values.size() == 1 ? values.get(0) : values));
        response.put("headers", headers);
        putBody(answered.body(), response);
        Map<String, @Nullable Object> file = new LinkedHashMap<>();
        file.put("request", request);
        file.put("response", response);
        return JsonText.pretty(file);
    }

    /** @throws IllegalArgumentException if the text is no such file; the message names the file and the field */
    Exchange read(String text) {
        JsonFields file = JsonFields.parse(name, text);
        JsonFields request = file.object("request");
        JsonFields response = file.object("response");
        Map<String, List<String>> headers = new LinkedHashMap<>();
        JsonFields responseHeaders = response.object("headers");
        responseHeaders.names().forEach(header -> headers.put(header, responseHeaders.strings(header)));
        return new Exchange(
                new Asked(
                        request.string("method"),
                        request.string("path"),
                        request.pairs("query"),
                        Map.of(),
                        body(request)),
                new Answered(response.integer("status", 100, 599), headers, body(response)));
    }

    /** {@code json} and {@code text} are told apart by name, so that a JSON string is not taken for plain text. */
    private static void putBody(Body body, Map<String, @Nullable Object> message) {
        if (body instanceof Body.Json json) {
            message.put("json", json.value());
        } else if (body instanceof Body.Text text) {
            message.put("text", text.text());
        }
    }

    private static Body body(JsonFields message) {
        if (message.names().contains("json")) {
            return new Body.Json(message.value("json"));
        }
        return message.names().contains("text") ? new Body.Text(message.string("text")) : new Body.Empty();
    }
}
