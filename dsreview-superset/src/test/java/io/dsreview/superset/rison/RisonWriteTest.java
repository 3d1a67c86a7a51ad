package io.dsreview.superset.rison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RisonWriteTest {

    @Test
    void writesAQuery() {
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("page_size", 100);
        query.put("filters", List.of(Map.of("col", "table_name", "opr", "eq", "value", "it's 1")));

        assertThat(Rison.write(query)).isEqualTo("(filters:!((col:table_name,opr:eq,value:'it!'s 1')),page_size:100)");
    }

    @Test
    void writesLiteralsAndEmptyValues() {
        assertThat(Rison.write(Arrays.asList(true, false, null, List.of(), Map.of(), "")))
                .isEqualTo("!(!t,!f,!n,!(),(),'')");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a-1", "columns.column_name", "~/x", "é", "😀", "a%", "a+b", "a\\b", "a\u007F", "_"})
    void leavesUnquotedWhatBothReadSo(String text) {
        assertThat(Rison.write(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1a", "-", "a b", "a,b", "a:b", "(a)", "a=b", "<5", "a\nb", "a\n", "\u0000", "a*", "$a", "@"})
    void quotesWhatOneOfThemWouldNotReadOtherwise(String text) {
        assertThat(Rison.write(text)).isEqualTo("'" + text + "'");
    }

    @Test
    void sortsKeysByTheirUnits() {
        // U+1F600 begins with the unit D83D, which is less than U+FFFD, though its code point is not
        assertThat(Rison.write(Map.of("\uFFFD", 1, "b", 2, "B", 3, "😀", 4))).isEqualTo("(B:3,b:2,😀:4,\uFFFD:1)");
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "0.00,0",
        "1.50,1.5",
        "1E+5,100000",
        "1E+20,100000000000000000000",
        "1E+21,1e21",
        "1.5E+300,1.5e300",
        "0.000001,0.000001",
        "0.0000001,1e-7",
        "-1.5E-300,-1.5e-300",
        "1000000000000000000001,1000000000000000000001"
    })
    void writesNumbersAsTheBrowserDoes(BigDecimal number, String rison) {
        assertThat(Rison.write(number)).isEqualTo(rison);
    }

    @Test
    void writesWholeNumbersOfAnyType() {
        assertThat(Rison.write(List.of(1, 2L, BigInteger.TEN))).isEqualTo("!(1,2,10)");
    }

    @Test
    void refusesWhatRisonDoesNotHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rison.write(1.5))
                .withMessage("Rison has no java.lang.Double");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rison.write(Map.of(1, 2)))
                .withMessage("Rison has no java.lang.Integer as a key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rison.write(new BigDecimal("1E+400")))
                .withMessage("Rison has no number of precision 1 and scale -400");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rison.write(new BigDecimal("0." + "3".repeat(Rison.MAX_NUMBER_LENGTH))))
                .withMessage("Rison has no number of precision 400 and scale 400");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rison.write(List.of("\uD83D")))
                .withMessage("Rison holds no half of a surrogate pair");
    }

    @Test
    void refusesWhatContainsItself() {
        List<Object> loop = new ArrayList<>();
        loop.add(loop);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rison.write(loop))
                .withMessage("Rison is nested at most 64 deep");
    }
}
