package io.dsreview.api.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class CanonicalJsonPropertiesTest {

    @Property
    void decodingReturnsWhatEncodesToTheSameBytes(@ForAll("documents") Object document) {
        byte[] bytes = CanonicalJson.encode(document);

        assertThat(CanonicalJson.encode(CanonicalJson.decode(bytes))).isEqualTo(bytes);
        assertThat(CanonicalJson.decode(bytes)).isEqualTo(document);
    }

    @Property
    void theOrderOfMapEntriesDoesNotMatter(@ForAll("documents") Object document, @ForAll long seed) {
        assertThat(CanonicalJson.encode(shuffled(document, new Random(seed))))
                .isEqualTo(CanonicalJson.encode(document));
    }

    @Property
    void prettyTextReadsBackAsTheSameDocument(@ForAll("documents") Object document) {
        String pretty = JsonText.pretty(document);

        assertThat(pretty).endsWith("\n").doesNotContain("\r");
        assertThat(JsonText.parse(pretty)).isEqualTo(document);
    }

    @Property
    void anyStringSurvivesPrettyTextAndUtf8(@ForAll String anyChars) {
        byte[] file = JsonText.pretty(anyChars).getBytes(StandardCharsets.UTF_8);

        assertThat(JsonText.parse(new String(file, StandardCharsets.UTF_8))).isEqualTo(anyChars);
    }

    @Property
    void anyTextIsReadOrRefusedWithAnOffset(@ForAll("almostJson") String text) {
        try {
            JsonText.parse(text);
        } catch (IllegalArgumentException refusal) {
            assertThat(refusal).hasMessageMatching("Not a JSON document we read: at offset \\d+ expected .+");
        }
    }

    @Provide
    Arbitrary<String> almostJson() {
        return Arbitraries.of(
                        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u00", "a", "1", "-", "0", ".", "e", "true", "null",
                        " ")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<Object> documents() {
        return documents(3);
    }

    @SuppressWarnings("NullAway") // jqwik declares no nullness, so injectNull does not fit its own combinators
    private static Arbitrary<Object> documents(int depth) {
        Arbitrary<Object> scalars = Arbitraries.oneOf(
                strings().asGeneric(),
                Arbitraries.longs()
                        .between(-CanonicalJson.MAX_INTEGER, CanonicalJson.MAX_INTEGER)
                        .asGeneric(),
                Arbitraries.of(true, false).asGeneric());
        if (depth == 0) {
            return scalars;
        }
        Arbitrary<Object> inner = Arbitraries.lazy(() -> documents(depth - 1));
        return Arbitraries.oneOf(
                scalars,
                inner.injectNull(0.1).list().ofMaxSize(4).asGeneric(),
                Arbitraries.maps(strings(), inner.injectNull(0.1)).ofMaxSize(6).asGeneric());
    }

    /** Code points from every plane, without surrogates and U+0000. */
    private static Arbitrary<String> strings() {
        return Arbitraries.integers()
                .between(1, Character.MAX_CODE_POINT)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .list()
                .ofMaxSize(5)
                .map(points -> {
                    StringBuilder text = new StringBuilder();
                    points.forEach(text::appendCodePoint);
                    return text.toString();
                });
    }

    private static @Nullable Object shuffled(@Nullable Object value, Random random) {
        if (value instanceof Map<?, ?> map) {
            List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
            Collections.shuffle(entries, random);
            Map<Object, @Nullable Object> shuffled = new LinkedHashMap<>();
            entries.forEach(entry -> shuffled.put(entry.getKey(), shuffled(entry.getValue(), random)));
            return shuffled;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(shuffled(element, random)));
            return copy;
        }
        return value;
    }
}
