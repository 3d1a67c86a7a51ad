package io.dsreview.superset.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.error.Problem;
import io.dsreview.api.error.ProblemText;
import io.dsreview.superset.rison.RisonReading;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SupersetErrorCodeTest {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("io.dsreview.superset.Messages", Locale.ROOT);

    @Test
    void eachCodeHasAMessageAndACureAndNothingElseIsThere() {
        Stream<String> keys = Arrays.stream(SupersetErrorCode.values())
                .flatMap(code -> Stream.of(code.code() + ".message", code.code() + ".cure"));

        assertThat(texts()).containsExactlyInAnyOrderElementsOf(keys.toList());
    }

    @Test
    void eachTextIsASentenceWithoutQuestionMark() {
        // A question mark is what a missing argument looks like, which other tests look for.
        assertThat(texts()).allSatisfy(key -> assertThat(WORDS.getString(key))
                .isNotBlank()
                .doesNotContain("?")
                .matches("(?s)[\\p{Lu}{].*[.\u201d]"));
    }

    @Test
    void noCureSendsAFilterWhereNoCommandCanSendIt() {
        assertThat(cures()).allSatisfy(key -> assertThat(WORDS.getString(key))
                .doesNotContainPattern("(?i)\\bmap\\b|elsewhere|paste a new link|yourself"));
    }

    @Test
    void aLostStateCanBeAcceptedButNotSupplied() {
        for (String code : List.of("RECOVERY_STATE_LOST", "RECOVERY_PERMALINK_STATE_LOST")) {
            assertThat(WORDS.getString(code + ".cure"))
                    .isEqualTo("Start a new session with a fresh link, or accept the state as absent: the dashboard's"
                            + " defaults then hold.");
        }
    }

    @Test
    void onlyAFilterIsCuredBySupplyingValues() {
        assertThat(cures().filter(key -> WORDS.getString(key).matches("(?is).*\\bsupply\\b.*value.*")))
                .allMatch(key -> key.startsWith("RECOVERY_FILTER_"));
    }

    /** Keys of messages and cures begin with a code; words for arguments begin with the argument's name. */
    private static List<String> texts() {
        return WORDS.keySet().stream()
                .filter(key -> Character.isUpperCase(key.charAt(0)))
                .toList();
    }

    private static Stream<String> cures() {
        return WORDS.keySet().stream().filter(key -> key.endsWith(".cure"));
    }

    @ParameterizedTest
    @EnumSource(RisonReading.Fault.class)
    void eachFaultOfARisonTextHasWordsInEachLanguage(RisonReading.Fault fault) {
        Problem problem = new RisonReading.Refused(fault, 7).problem();

        for (Locale locale : List.of(Locale.ENGLISH, Locale.forLanguageTag("ru"))) {
            assertThat(ProblemText.of(problem, locale).message()).doesNotContain(fault.name());
        }
    }

    @Test
    void codesNameTheBundle() {
        assertThat(SupersetErrorCode.values())
                .allSatisfy(code -> assertThat(code.bundle()).isEqualTo("io.dsreview.superset.Messages"));
    }
}
