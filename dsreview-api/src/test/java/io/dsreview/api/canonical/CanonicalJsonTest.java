package io.dsreview.api.canonical;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    @Nested
    class Encoding {

        /** The example of RFC 8785, section 3.2.3. */
        @Test
        void sortsKeysByUtf16CodeUnits() {
            Map<String, String> document = new LinkedHashMap<>();
            document.put("\u20ac", "Euro Sign");
            document.put("\r", "Carriage Return");
            document.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
            document.put("1", "One");
            document.put("\ud83d\ude00", "Emoji: Grinning Face");
            document.put("\u0080", "Control");
            document.put("\u00f6", "Latin Small Letter O With Diaeresis");

            assertThat(encoded(document))
                    .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                            + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                            + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                            + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
        }

        /** The string of RFC 8785, section 3.2.2. */
        @Test
        void escapesOnlyWhatRfc8785Escapes() {
            String text = "\u20ac$\u000F\nA'B\"\\\\\"/";

            assertThat(encoded(text)).isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
            assertThat(encoded("\b\t\n\f\r\u0001\u001f\u007f\u2028"))
                    .isEqualTo("\"\\b\\t\\n\\f\\r\\u0001\\u001f\u007f\u2028\"");
        }

        @Test
        void writesScalarsAndEmptyContainers() {
            assertThat(encoded(null)).isEqualTo("null");
            assertThat(encoded(true)).isEqualTo("true");
            assertThat(encoded(-7)).isEqualTo("-7");
            assertThat(encoded(List.of(Map.of(), List.of(), ""))).isEqualTo("[{},[],\"\"]");
        }

        @Test
        void keepsStringsWithoutUnicodeNormalisation() {
            assertThat(encoded("\u00e9")).isNotEqualTo(encoded("e\u0301"));
        }

        @Test
        void acceptsIntegersUpToTheLimit() {
            assertThat(encoded(9007199254740991L)).isEqualTo("9007199254740991");
            assertThat(encoded(-9007199254740991L)).isEqualTo("-9007199254740991");
        }

        @ParameterizedTest
        @ValueSource(longs = {9007199254740992L, -9007199254740992L, Long.MAX_VALUE, Long.MIN_VALUE})
        void refusesLargerIntegers(long number) {
            refuses(
                    number,
                    "A canonical integer lies within ±9007199254740991, this one does not: write it as a String");
        }

        @Test
        void refusesDecimalsAndNamesTheAlternative() {
            String cure = ": decimals travel as strings, for example \"0.25\"";
            refuses(0.5, "Canonical JSON holds no java.lang.Double" + cure);
            refuses(0.5f, "Canonical JSON holds no java.lang.Float" + cure);
            refuses(List.of(BigDecimal.ONE), "Canonical JSON holds no java.math.BigDecimal" + cure);
        }

        @Test
        void refusesOtherTypes() {
            String legal = ", only Map, List, String, Integer, Long, Boolean and null";
            refuses(BigInteger.ONE, "Canonical JSON holds no java.math.BigInteger" + legal);
            refuses('c', "Canonical JSON holds no java.lang.Character" + legal);
        }

        @Test
        void refusesKeysThatAreNoStrings() {
            refuses(Map.of(1, "one"), "Every key of a canonical object is a String, this one is a java.lang.Integer");
            Map<@Nullable String, String> nullKey = new HashMap<>();
            nullKey.put(null, "");
            refuses(nullKey, "Every key of a canonical object is a String, this one is null");
        }

        @Test
        void refusesAMapThatHoldsAKeyTwice() {
            IdentityHashMap<String, Integer> byIdentity = new IdentityHashMap<>();
            byIdentity.put("a", 1);
            byIdentity.put(String.valueOf(new char[] {'a'}), 2);

            refuses(byIdentity, "A canonical object holds each key once, this map holds one twice");
        }

        @ParameterizedTest
        @ValueSource(strings = {"ab\ud800", "ab\udc00", "ab\ud800c", "ab\udc00\ud800", "ab\ud800\ud800\udc00"})
        void refusesHalfASurrogatePair(String text) {
            String message = "A canonical string is valid Unicode, this one has half of a surrogate pair at offset 2";
            refuses(text, message);
            refuses(Map.of(text, 1), message);
        }

        @Test
        void refusesNul() {
            refuses("a\u0000", "A canonical string holds no U+0000, this one has it at offset 1");
            refuses(Map.of("\u0000", 1), "A canonical string holds no U+0000, this one has it at offset 0");
        }

        @Test
        void refusesDeepAndSelfContainingDocuments() {
            String message = "A canonical document nests at most 64 arrays and objects, this one nests deeper "
                    + "(or contains itself)";
            List<Object> cycle = new ArrayList<>();
            cycle.add(cycle);

            assertThat(encoded(nested(64))).startsWith("[[[").hasSize(128);
            refuses(nested(65), message);
            refuses(cycle, message);
        }

        @Test
        void refusesMoreThanOneMebibyte() {
            String message = "A canonical document has at most 1048576 bytes, this one has more: split it";

            assertThat(CanonicalJson.encode("a".repeat(1_048_574))).hasSize(1_048_576);
            refuses("a".repeat(1_048_575), message);
            refuses("\u20ac".repeat(400_000), message);
        }

        @Test
        void stopsEarlyOnSharedSubtrees() {
            Object tree = "x";
            for (int i = 0; i < 60; i++) {
                tree = List.of(tree, tree);
            }

            refuses(tree, "A canonical document has at most 1048576 bytes, this one has more: split it");
        }
    }

    @Nested
    class Decoding {

        @Test
        void returnsPlainUnmodifiableValues() {
            Object value = requireNonNull(decoded("{\"a\":[1,\"x\",true,null],\"b\":{}}"));

            assertThat(value).isInstanceOfSatisfying(Map.class, map -> assertThat(
                            map.keySet().toString())
                    .isEqualTo("[a, b]"));
            assertThat(value).isEqualTo(Map.of("a", listOf(1L, "x", true, null), "b", Map.of()));
            assertThatThrownBy(() -> ((Map<?, ?>) value).clear()).isInstanceOf(UnsupportedOperationException.class);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"b\":1,\"a\":2}",
                    "[1, 2]",
                    "[1]\n",
                    "\"\\u0041\"",
                    "\"\\/\"",
                    "\"\\u001F\"",
                    "-0",
                    "\"\\u007f\""
                })
        void refusesAnyOtherForm(String json) {
            assertThatThrownBy(() -> decoded(json))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching(
                            "JSON, but not in canonical form: it differs at byte \\d+ from its canonical form\\. "
                                    + "Encode the value with CanonicalJson\\.encode");
        }

        @Test
        void refusesDuplicateKeysEvenWhenOneIsEscaped() {
            String message = "Not a JSON document we read: at offset 7 expected a new key, this object already has it";
            refusesToDecode("{\"a\":1,\"a\":1}", message);
            refusesToDecode("{\"a\":1,\"\\u0061\":1}", message);
        }

        @Test
        void refusesNumbersThatCannotBeCanonical() {
            refusesToDecode(
                    "1.0",
                    "Canonical JSON holds no java.math.BigDecimal: decimals travel as strings, for example \"0.25\"");
            refusesToDecode(
                    "9007199254740993",
                    "A canonical integer lies within ±9007199254740991, this one does not: write it as a String");
        }

        @Test
        void refusesHalfASurrogatePairAndNulInEscapes() {
            refusesToDecode(
                    "\"\\ud800\"",
                    "A canonical string is valid Unicode, this one has half of a surrogate pair at offset 0");
            refusesToDecode("\"\\u0000\"", "A canonical string holds no U+0000, this one has it at offset 0");
        }

        @Test
        void refusesBytesThatAreNotUtf8() {
            byte[] encodedSurrogate = {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'};
            byte[] overlong = {'"', (byte) 0xc0, (byte) 0x80, '"'};

            for (byte[] bytes : List.of(encodedSurrogate, overlong)) {
                assertThatThrownBy(() -> CanonicalJson.decode(bytes))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("A canonical document is UTF-8, these bytes are not");
            }
        }

        @Test
        void refusesAByteOrderMarkAndAnEmptyText() {
            refusesToDecode("\ufeff1", "Not a JSON document we read: at offset 0 expected a JSON value");
            refusesToDecode("", "Not a JSON document we read: at offset 0 expected a JSON value");
        }

        @Test
        void refusesTooManyBytesBeforeReadingThem() {
            refusesToDecode(
                    " ".repeat(1_048_577),
                    "A canonical document has at most 1048576 bytes, this one has 1048577: split it");
        }
    }

    private static void refuses(@Nullable Object value, String message) {
        assertThatThrownBy(() -> CanonicalJson.encode(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static void refusesToDecode(String json, String message) {
        assertThatThrownBy(() -> decoded(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static String encoded(@Nullable Object value) {
        return new String(CanonicalJson.encode(value), UTF_8);
    }

    private static @Nullable Object decoded(String json) {
        return CanonicalJson.decode(json.getBytes(UTF_8));
    }

    private static Object nested(int depth) {
        Object value = List.of();
        for (int i = 1; i < depth; i++) {
            value = List.of(value);
        }
        return value;
    }

    private static List<@Nullable Object> listOf(@Nullable Object... elements) {
        List<@Nullable Object> list = new ArrayList<>();
        for (Object element : elements) {
            list.add(element);
        }
        return list;
    }
}
