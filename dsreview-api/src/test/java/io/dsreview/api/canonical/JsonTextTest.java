package io.dsreview.api.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTextTest {

    @Nested
    class Parsing {

        @Test
        void readsWhitespaceEscapesAndNesting() {
            String text =
                    " \t{ \"a\" : [ 1 , { } , [ ] ] ,\r\n \"\\u0062\\\"\\\\\\/\\b\\f\\n\\r\\t\" : \"\\uD83D\\ude00\" } ";

            assertThat(JsonText.parse(text))
                    .isEqualTo(Map.of("a", List.of(1L, Map.of(), List.of()), "b\"\\/\b\f\n\r\t", "\ud83d\ude00"));
        }

        @Test
        void readsIntegersAsLongWhileTheyFit() {
            assertThat(JsonText.parse("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
            assertThat(JsonText.parse("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
            assertThat(JsonText.parse("9223372036854775808")).isEqualTo(new BigDecimal("9223372036854775808"));
            assertThat(JsonText.parse("-0")).isEqualTo(0L);
        }

        @Test
        void readsFractionsAndExponentsAsBigDecimal() {
            assertThat(JsonText.parse("-1.50")).isEqualTo(new BigDecimal("-1.50"));
            assertThat(JsonText.parse("1E+2")).isEqualTo(new BigDecimal("1E+2"));
            assertThat(JsonText.parse("0e-7")).isEqualTo(new BigDecimal("0E-7"));
        }

        @Test
        void keepsKeysInTheOrderOfTheText() {
            assertThat(JsonText.parse("{\"z\":1,\"a\":2}")).hasToString("{z=1, a=2}");
        }

        @Test
        void keepsHalfASurrogatePairThatTheTextEscapes() {
            assertThat(JsonText.parse("\"\\ud800\"")).isEqualTo("\ud800");
        }

        @ParameterizedTest
        @MethodSource("io.dsreview.api.canonical.JsonTextTest#refusals")
        void refusesWithOffsetAndExpectation(Refusal refusal) {
            assertThatThrownBy(() -> JsonText.parse(refusal.text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Not a JSON document we read: at offset " + refusal.offset + " expected "
                            + refusal.expected);
        }

        @Test
        void neverRepeatsContent() {
            assertThatThrownBy(() -> JsonText.parse("{\"password\":\"hunter2\" hunter2}"))
                    .hasMessageNotContaining("hunter2");
        }

        @Test
        void refusesADepthBombWithoutOverflowingTheStack() {
            String message = "Not a JSON document we read: at offset %d expected at most 64 nested arrays and objects";
            assertThatThrownBy(() -> JsonText.parse("[".repeat(1_000_000))).hasMessage(message, 64);
            assertThatThrownBy(() -> JsonText.parse("{\"a\":".repeat(1_000_000)))
                    .hasMessage(message, 320);
            assertThat(JsonText.parse("[".repeat(64) + "]".repeat(64))).isInstanceOf(List.class);
            assertThat(JsonText.parse("[" + "[],".repeat(1_000) + "[]]")).isInstanceOf(List.class);
        }

        @Test
        void refusesNumbersThatAreCostlyToRead() {
            assertThat(JsonText.parse("1".repeat(1_000))).isInstanceOf(BigDecimal.class);
            assertThatThrownBy(() -> JsonText.parse("1".repeat(1_001)))
                    .hasMessage(
                            "Not a JSON document we read: at offset 0 expected a number of at most 1000 characters");
            assertThatThrownBy(() -> JsonText.parse("[1e99999999999]"))
                    .hasMessage("Not a JSON document we read: at offset 1 expected a number with a smaller exponent");
        }
    }

    @Nested
    class PrettyPrinting {

        @Test
        void indentsByTwoSpacesAndEndsInANewline() {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("z", List.of(1, new BigDecimal("1.50"), List.of(), Map.of()));
            document.put("a", Map.of("k", "v"));

            assertThat(JsonText.pretty(document)).isEqualTo("""
                    {
                      "z": [
                        1,
                        1.50,
                        [],
                        {}
                      ],
                      "a": {
                        "k": "v"
                      }
                    }
                    """);
            assertThat(JsonText.pretty(null)).isEqualTo("null\n");
        }

        @Test
        void escapesHalfASurrogatePairAndNul() {
            assertThat(JsonText.pretty("\udc00\u0000\ud83d\ude00")).isEqualTo("\"\\udc00\\u0000\ud83d\ude00\"\n");
        }

        @Test
        void writesHugeExponentsWithoutSpellingThemOut() {
            assertThat(JsonText.pretty(JsonText.parse("1e999999999"))).isEqualTo("1E+999999999\n");
        }

        @Test
        void refusesOtherTypesAndCycles() {
            List<Object> cycle = new ArrayList<>();
            cycle.add(cycle);

            assertThatThrownBy(() -> JsonText.pretty(0.5))
                    .hasMessage("JSON text holds no java.lang.Double, "
                            + "only Map, List, String, Integer, Long, BigDecimal, Boolean and null");
            assertThatThrownBy(() -> JsonText.pretty(Map.of(1, 1)))
                    .hasMessage("Every key of a JSON object is a String, this one is not");
            assertThatThrownBy(() -> JsonText.pretty(cycle))
                    .hasMessage("JSON text nests at most 64 arrays and objects, this document nests deeper "
                            + "(or contains itself)");
        }
    }

    record Refusal(String text, int offset, String expected) {}

    static List<Refusal> refusals() {
        String endOfString = "'\"' at the end of the string, or an escaped control character";
        return List.of(
                new Refusal("", 0, "a JSON value"),
                new Refusal("  x", 2, "a JSON value"),
                new Refusal("NaN", 0, "a JSON value"),
                new Refusal("'a'", 0, "a JSON value"),
                new Refusal("\ufeff1", 0, "a JSON value"),
                new Refusal("[1,]", 3, "a JSON value"),
                new Refusal("tru", 0, "'true'"),
                new Refusal("nul", 0, "'null'"),
                new Refusal("1 2", 2, "the end of the document"),
                new Refusal("\u00a01", 0, "a JSON value"),
                new Refusal("01", 1, "the end of the document"),
                new Refusal("1\u0000", 1, "the end of the document"),
                new Refusal("+1", 0, "a JSON value"),
                new Refusal(".5", 0, "a JSON value"),
                new Refusal("-", 1, "a digit"),
                new Refusal("1.", 2, "a digit"),
                new Refusal("1e+", 3, "a digit"),
                new Refusal("[1", 2, "',' or ']'"),
                new Refusal("[1 2]", 3, "',' or ']'"),
                new Refusal("{\"a\":1", 6, "',' or '}'"),
                new Refusal("{\"a\"}", 4, "':'"),
                new Refusal("{a:1}", 1, "a key in double quotes"),
                new Refusal("{\"a\":1,}", 7, "a key in double quotes"),
                new Refusal("{\"a\":1,\"a\":2}", 7, "a new key, this object already has it"),
                new Refusal("\"ab", 3, endOfString),
                new Refusal("\"a\nb\"", 2, endOfString),
                new Refusal("\"\u0000\"", 1, endOfString),
                new Refusal("\"\\x\"", 2, "one of \" \\ / b f n r t u after the backslash"),
                new Refusal("\"\\u12g4\"", 5, "four hexadecimal digits after \\u"),
                new Refusal("\"\\u12\"", 5, "four hexadecimal digits after \\u"),
                new Refusal("\"\\u\uff11234\"", 3, "four hexadecimal digits after \\u"));
    }
}
