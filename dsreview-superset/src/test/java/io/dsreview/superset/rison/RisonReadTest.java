package io.dsreview.superset.rison;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.error.ProblemText;
import io.dsreview.superset.rison.RisonReading.Fault;
import io.dsreview.superset.rison.RisonReading.Refused;
import io.dsreview.superset.rison.RisonReading.Value;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RisonReadTest {

    @Nested
    class Values {

        @Test
        void readsTheFilterStateOfALink() {
            String link = "(NATIVE_FILTER-Ab1:(__cache:(label:'North, South',validateStatus:!f),"
                    + "extraFormData:(filters:!((col:region,op:IN,val:!('North',South)))),"
                    + "filterState:(value:!(North,South)),id:NATIVE_FILTER-Ab1,ownState:()))";

            assertThat(value(link))
                    .isEqualTo(Map.of(
                            "NATIVE_FILTER-Ab1",
                            Map.of(
                                    "__cache",
                                    Map.of("label", "North, South", "validateStatus", false),
                                    "extraFormData",
                                    Map.of(
                                            "filters",
                                            List.of(Map.of(
                                                    "col", "region", "op", "IN", "val", List.of("North", "South")))),
                                    "filterState",
                                    Map.of("value", List.of("North", "South")),
                                    "id",
                                    "NATIVE_FILTER-Ab1",
                                    "ownState",
                                    Map.of())));
        }

        @Test
        void readsLiteralsAndEmptyValues() {
            assertThat(value("!(!t,!f,!n,!(),(),'')"))
                    .isEqualTo(Arrays.asList(true, false, null, List.of(), Map.of(), ""));
        }

        @Test
        void readsEscapesInQuotes() {
            assertThat(value("'it!'s 100% !!, (a:b)'")).isEqualTo("it's 100% !, (a:b)");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "a=b", "<5", "[x]", "{y}", "\"z\"", "a;b", "a&b", "#1", "a|b", "a\\b", "a%", "a+b", ".5", "é", "😀",
                    "a-1"
                })
        void readsNamesAsTheBrowserLeavesThemUnquoted(String name) {
            assertThat(value(name)).isEqualTo(name);
        }

        @Test
        void takesControlCharactersAsData() {
            assertThat(value("'a\u0000b\n'")).isEqualTo("a\u0000b\n");
            assertThat(value("a\nb")).isEqualTo("a\nb");
        }

        @Test
        void keepsTheOrderOfKeys() {
            assertThat((Map<?, ?>) value("(b:!t,a:!t,c:!t)"))
                    .extracting(Map::keySet)
                    .hasToString("[b, a, c]");
        }

        @Test
        void takesTheLastValueOfARepeatedKey() {
            assertThat(value("(a:x,b:y,a:z)")).hasToString("{a=z, b=y}");
        }

        @ParameterizedTest
        @CsvSource({
            "1,1",
            "123456789012345000,123456789012345000",
            "01,1",
            "1.50,1.5",
            "1e5,100000",
            "1e21,1e+21",
            "0.0000001,1e-7",
            "-0,0",
            "!t,true",
            "!n,null"
        })
        void makesTheKeysOfABrowser(String key, String name) {
            assertThat(value("(" + key + ":!t)")).isEqualTo(Map.of(name, true));
        }

        @Test
        void takesAKeyThatIsAPrototypeInTheBrowserAsAnyOther() {
            assertThat(value("(__proto__:(a:b))")).isEqualTo(Map.of("__proto__", Map.of("a", "b")));
        }
    }

    @Nested
    class Numbers {

        @ParameterizedTest
        @CsvSource({
            "0,0",
            "-0,0",
            "12,12",
            "007,7",
            "1.50,1.50",
            "1.,1",
            "-.5,-0.5",
            "1e5,1E+5",
            "1E-5,0.00001",
            "1.e2,1E+2",
            "0e99999999999,0",
            "1e0000000000000000005,1E+5",
            "9007199254740993,9007199254740993",
            "0.1000000000000000055511151231257827,0.1000000000000000055511151231257827"
        })
        void keepsDigits(String rison, String number) {
            assertThat(value(rison)).isEqualTo(new BigDecimal(number));
        }

        @ParameterizedTest
        @ValueSource(strings = {"-", "-e5", "1e400", "-1e400", "1e-400", "1e99999999999", "-a"})
        void refusesWhatIsNoNumberOrBeyondADouble(String rison) {
            assertThat(Rison.read(rison)).isEqualTo(new Refused(Fault.ILLEGAL_NUMBER, 1));
        }

        @Test
        void refusesMoreDigitsThanItReads() {
            String longest = "0." + "3".repeat(Rison.MAX_NUMBER_LENGTH - 2);

            assertThat(value(longest)).isEqualTo(new BigDecimal(longest));
            assertThat(Rison.read("!(" + longest + "3)")).isEqualTo(new Refused(Fault.ILLEGAL_NUMBER, 3));
        }

        @ParameterizedTest
        @ValueSource(strings = {"1-2", "1e", "1e-", "1.2.3", "1e5.5", "1.-5", "12a"})
        void refusesWhatFollowsANumber(String rison) {
            assertThat(fault(rison)).isEqualTo(Fault.TRAILING_TEXT);
        }
    }

    @Nested
    class Refusals {

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '"',
                value = {
                    "\"\",UNEXPECTED_END,1",
                    "(,UNEXPECTED_END,2",
                    "(a,UNEXPECTED_END,3",
                    "(a:,UNEXPECTED_END,4",
                    "(a:b,UNEXPECTED_END,5",
                    "\"(a:b,\",UNEXPECTED_END,6",
                    "!,UNEXPECTED_END,2",
                    "!(a,UNEXPECTED_END,4",
                    "'a,UNEXPECTED_END,3",
                    "'a!,UNEXPECTED_END,4",
                    "\"!(,a)\",UNEXPECTED_CHARACTER,3",
                    "\"!(a,)\",UNEXPECTED_CHARACTER,5",
                    "\"!(*,a)\",UNEXPECTED_CHARACTER,3",
                    "(a b),UNEXPECTED_CHARACTER,3",
                    "(a),UNEXPECTED_CHARACTER,3",
                    ":,UNEXPECTED_CHARACTER,1",
                    "!(a b),UNEXPECTED_CHARACTER,4",
                    "!x,UNKNOWN_ESCAPE,1",
                    "'a!b',UNKNOWN_ESCAPE,3",
                    "(!(a):b),ILLEGAL_KEY,2",
                    "((a:b):c),ILLEGAL_KEY,2",
                    "(1234567890123456:a),ILLEGAL_KEY,2",
                    "(0.1234567890123456:a),ILLEGAL_KEY,2",
                    "(a:b)c,TRAILING_TEXT,6",
                    "\"a,b\",TRAILING_TEXT,2",
                    "a b,TRAILING_TEXT,2"
                })
        void sayWhatIsWrongAndWhere(String rison, Fault fault, int position) {
            assertThat(Rison.read(rison)).isEqualTo(new Refused(fault, position));
        }

        @Test
        void haveWords() {
            Refused refused = (Refused) Rison.read("(a:b");

            assertThat(ProblemText.of(refused.problem(), Locale.ROOT).toString())
                    .contains("The filter values in the link cannot be read: an unexpected end at position 5")
                    .contains("Copy the link again, whole");
        }

        @ParameterizedTest
        @ValueSource(strings = {"\uD83D", "\uDE00", "'a\uDE00\uD83D'", "(a\uD83D:b)"})
        void includeHalvesOfCharacters(String rison) {
            assertThat(fault(rison)).isEqualTo(Fault.HALF_CHARACTER);
        }
    }

    @Nested
    class Limits {

        @ParameterizedTest
        @CsvSource({"!(,)", "(a:,)"})
        void boundTheDepth(String open, String close) {
            int most = Rison.MAX_DEPTH - 1;
            String deepest = open.repeat(most) + "()" + close.repeat(most);

            assertThat(Rison.read(deepest)).isInstanceOf(Value.class);
            assertThat(Rison.read(open + deepest + close))
                    .isEqualTo(new Refused(Fault.TOO_DEEP, open.length() * Rison.MAX_DEPTH + 1));
        }

        @ParameterizedTest
        @ValueSource(strings = {"(", "!(", "((a:", "(a:(", "'!", "-", "!", "(()"})
        void holdForHostileRepetition(String part) {
            assertThat(Rison.read(part.repeat(Rison.MAX_LENGTH / part.length())))
                    .isInstanceOf(Refused.class);
        }

        @Test
        void boundTheLength() {
            assertThat(value("a".repeat(Rison.MAX_LENGTH))).asString().hasSize(Rison.MAX_LENGTH);
            assertThat(Rison.read("a".repeat(Rison.MAX_LENGTH + 1)))
                    .isEqualTo(new Refused(Fault.TOO_LONG, Rison.MAX_LENGTH + 1));
        }

        @Test
        void areNotReachedBySiblings() {
            assertThat((List<?>) value("!(" + "(),".repeat(1_000) + "())")).hasSize(1_001);
        }
    }

    private static @Nullable Object value(String rison) {
        RisonReading reading = Rison.read(rison);
        assertThat(reading).isInstanceOf(Value.class);
        return ((Value) reading).value();
    }

    private static Fault fault(String rison) {
        RisonReading reading = Rison.read(rison);
        assertThat(reading).isInstanceOf(Refused.class);
        return ((Refused) reading).fault();
    }
}
