package io.dsreview.api.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralTest {

    private static final List<String> FIELDS = List.of("поле", "поля", "полей");

    @ParameterizedTest
    @CsvSource({
        "0,полей",
        "1,поле",
        "2,поля",
        "4,поля",
        "5,полей",
        "10,полей",
        "11,полей",
        "12,полей",
        "14,полей",
        "20,полей",
        "21,поле",
        "22,поля",
        "25,полей",
        "101,поле",
        "111,полей",
        "112,полей",
        "122,поля",
        "1000,полей"
    })
    void AR5_russianHasThreeForms(String number, String form) {
        assertThat(Plural.of("ru").form(number, FIELDS)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({"0,fields", "1,field", "2,fields", "11,fields", "21,fields", "101,fields"})
    void AR5_englishHasTwo(String number, String form) {
        assertThat(Plural.of("").form(number, List.of("field", "fields"))).isEqualTo(form);
    }

    @Test
    void whatIsNoNumberTakesTheLastForm() {
        for (String odd : List.of("?", "", "-1", "1.5", "99999999999", "<b>")) {
            assertThat(Plural.ENGLISH.form(odd, List.of("field", "fields"))).isEqualTo("fields");
        }
    }
}
