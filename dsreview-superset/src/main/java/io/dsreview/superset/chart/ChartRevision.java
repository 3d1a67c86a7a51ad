package io.dsreview.superset.chart;

import io.dsreview.api.canonical.CanonicalJson;
import io.dsreview.api.canonical.Sha256;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A hash over a chart's query. Each value is encoded as canonical JSON of its own with its kind, in the order of the names,
 * so that a query may be as large and deep as it likes and no two different ones look the same.
 */
final class ChartRevision {

    private static final String TAG = "dsreview-chart-v1";
    private static final String TEXT_TAG = "dsreview-text-v1";

    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

    private ChartRevision() {}

    static String of(ChartQuery query) {
        ChartRevision revision = new ChartRevision();
        revision.add(query.query());
        revision.add(query.formData());
        return Sha256.of(TAG, revision.parts.toByteArray()).hex();
    }

    private void add(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            map.forEach((name, each) -> sorted.put(String.valueOf(name), each));
            line("object", String.valueOf(sorted.size()));
            sorted.forEach((name, each) -> {
                line("name", hash(name));
                add(each);
            });
        } else if (value instanceof List<?> list) {
            line("list", String.valueOf(list.size()));
            list.forEach(this::add);
        } else if (value instanceof String text) {
            line("text", hash(text));
        } else if (value instanceof BigDecimal number) {
            line("number", number.stripTrailingZeros().toString());
        } else {
            line(value instanceof Number ? "number" : "other", String.valueOf(value));
        }
    }

    /** Texts are put in by their hash: canonical JSON refuses some of them. */
    private static String hash(String text) {
        return Sha256.of(TEXT_TAG, text.getBytes(StandardCharsets.UTF_16BE)).hex();
    }

    private void line(String kind, String value) {
        parts.writeBytes(CanonicalJson.encode(List.of(kind, value)));
        parts.write('\n');
    }
}
