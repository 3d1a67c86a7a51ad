package io.dsreview.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.superset.rison.Rison;
import io.dsreview.superset.rison.RisonReading.Fault;
import io.dsreview.superset.rison.RisonReading.Refused;
import io.dsreview.superset.rison.RisonReading.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where we deliberately differ from the references, and where these differ from each other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RisonExceptionsTest {

    private RisonReference browser;
    private RisonReference server;

    @BeforeAll
    void start() {
        browser = RisonReference.browser();
        server = RisonReference.server();
    }

    @AfterAll
    void stop() {
        browser.close();
        server.close();
    }

    @Nested
    class BothReadAndWeRefuse {

        @ParameterizedTest
        @ValueSource(strings = {"1e400", "-1e400", "!(1e-400)"})
        void numbersThatADoubleCannotHold(String text) {
            assertThat(browser.read(text)).isPresent();
            assertThat(server.read(text)).isPresent();
            assertRefused(text, Fault.ILLEGAL_NUMBER);
        }

        @Test
        void numbersOfManyDigits() {
            String text = "0." + "3".repeat(Rison.MAX_NUMBER_LENGTH);

            assertThat(browser.read(text)).isPresent();
            assertThat(server.read(text)).isPresent();
            assertRefused(text, Fault.ILLEGAL_NUMBER);
        }

        @Test
        void deepNesting() {
            String text = "!(".repeat(Rison.MAX_DEPTH + 1) + ")".repeat(Rison.MAX_DEPTH + 1);

            assertThat(browser.read(text)).isPresent();
            assertThat(server.read(text)).isPresent();
            assertRefused(text, Fault.TOO_DEEP);
        }

        @ParameterizedTest
        @ValueSource(strings = {"(1234567890123456:a)", "(0.10000000000000000555:a)"})
        void keysThatAreNumbersOfManyDigits(String text) {
            assertThat(browser.read(text)).isPresent().isEqualTo(server.read(text));
            assertRefused(text, Fault.ILLEGAL_KEY);
        }

        @Test
        void longTexts() {
            String text = "a".repeat(Rison.MAX_LENGTH + 1);

            assertThat(browser.read(text)).isPresent();
            assertThat(server.read(text)).isPresent();
            assertRefused(text, Fault.TOO_LONG);
        }

        @Test
        void halvesOfCharacters() {
            String text = "'\uD83D'";

            assertThat(browser.read(text)).isPresent();
            assertThat(server.read(text)).isPresent();
            assertRefused(text, Fault.HALF_CHARACTER);
        }
    }

    @Nested
    class OnlyTheBrowserReads {

        @ParameterizedTest
        @CsvSource(
                delimiter = ' ',
                value = {
                    "!(*,a) UNEXPECTED_CHARACTER",
                    "(a:1-2) UNEXPECTED_CHARACTER",
                    "1e TRAILING_TEXT",
                    "--1 ILLEGAL_NUMBER",
                    "(!(a,b):c) ILLEGAL_KEY",
                    "((a:b):c) ILLEGAL_KEY"
                })
        void byAccidentAndWeRefuse(String text, Fault fault) {
            assertThat(browser.read(text)).isPresent();
            assertThat(server.read(text)).isEmpty();
            assertRefused(text, fault);
        }

        @ParameterizedTest
        @ValueSource(strings = {"a=b", "<5", "[x]", "{y}", "a;b", "a&b", "#1", "a|b", "a\nb", "a\u0000b", "\"q\""})
        void becauseItWritesItSoAndWeReadItToo(String text) {
            assertThat(browser.write(text)).isEqualTo(text);
            assertThat(browser.read(text).orElseThrow().value()).isEqualTo(text);
            assertThat(server.read(text)).isEmpty();
            assertThat(Rison.read(text)).isEqualTo(new Value(text));
            assertThat(Rison.write(text)).isEqualTo("'" + text + "'");
        }

        @Test
        void theLargeE() {
            assertThat(browser.read("1E5").orElseThrow().isBeyondNumbers()).isFalse();
            assertThat(server.read("1E5")).isEmpty();
            assertThat(Rison.read("1E5")).isEqualTo(new Value(new BigDecimal("1E5")));
        }
    }

    @Nested
    class TheReferencesDiffer {

        @Test
        void inWholeNumbersBeyondADouble() {
            String text = "9007199254740993";

            assertThat(browser.read(text).orElseThrow().value()).hasToString("9007199254740992");
            assertThat(server.read(text).orElseThrow().value()).hasToString(text);
            assertThat(Rison.read(text)).isEqualTo(new Value(new BigDecimal(text)));
        }

        @Test
        void inKeysThatAreWholeNumbersBeyondADouble() {
            String text = "(9007199254740993:a)";

            assertThat(browser.read(text).orElseThrow().value()).isEqualTo(Map.of("9007199254740992", "a"));
            assertThat(server.read(text).orElseThrow().value()).isEqualTo(Map.of("9007199254740993", "a"));
            assertRefused(text, Fault.ILLEGAL_KEY);
        }

        @Test
        void inAKeyThatIsAPrototype() {
            String text = "(__proto__:(a:b))";

            assertThat(browser.read(text).orElseThrow().value()).isEqualTo(Map.of());
            assertThat(server.read(text).orElseThrow().value()).isEqualTo(Map.of("__proto__", Map.of("a", "b")));
            assertThat(Rison.read(text)).isEqualTo(new Value(Map.of("__proto__", Map.of("a", "b"))));
        }

        @Test
        void inKeysThatAreNumbersWithAPoint() {
            assertThat(browser.read("(1.0:a)").orElseThrow().value()).isEqualTo(Map.of("1", "a"));
            assertThat(server.read("(1.0:a)").orElseThrow().value()).isEqualTo(Map.of("1.0", "a"));
            assertThat(Rison.read("(1.0:a)")).isEqualTo(new Value(Map.of("1", "a")));
        }

        @Test
        void inTheOrderOfKeysOutsideTheBasicPlane() {
            Map<String, Object> value = Map.of("\uFFFD", true, "😀", true);

            assertThat(browser.write(value)).isEqualTo("(😀:!t,\uFFFD:!t)").isEqualTo(Rison.write(value));
            assertThat(server.write(value)).isEqualTo("(\uFFFD:!t,😀:!t)");
        }
    }

    @Nested
    class BothWriteAlikeAndWeDoNot {

        @Test
        void aLineBreakWhichTheServerDoesNotReadBack() {
            assertThat(List.of(browser.write("a\nb"), server.write("a\nb"))).containsOnly("a\nb");
            assertThat(server.read("a\nb")).isEmpty();
            assertThat(Rison.write("a\nb")).isEqualTo("'a\nb'");
        }
    }

    private static void assertRefused(String text, Fault fault) {
        assertThat(Rison.read(text)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.fault())
                .isEqualTo(fault));
    }
}
