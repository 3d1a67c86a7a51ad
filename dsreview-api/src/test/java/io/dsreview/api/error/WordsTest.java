package io.dsreview.api.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final String SMILE = "\ud83d\ude00";

    @Test
    void cutsALongValue() {
        assertThat(warning("a".repeat(500))).isEqualTo("Readers are warned: “" + "a".repeat(500) + "”");
        assertThat(warning("a".repeat(501))).isEqualTo("Readers are warned: “" + "a".repeat(500) + "…”");
    }

    @Test
    void cutsBetweenCharactersAndNeverWithinOne() {
        assertThat(warning("a".repeat(499) + SMILE + "a")).isEqualTo("Readers are warned: “" + "a".repeat(499) + "…”");
        assertThat(warning("a".repeat(498) + SMILE + "a"))
                .isEqualTo("Readers are warned: “" + "a".repeat(498) + SMILE + "…”");
    }

    private static String warning(String warning) {
        return Words.of("io.dsreview.api.semantic.Evidence", Locale.ENGLISH, Map.of("warning", warning))
                .get("warning");
    }
}
