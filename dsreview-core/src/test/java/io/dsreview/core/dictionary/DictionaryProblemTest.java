package io.dsreview.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.error.Problem;
import io.dsreview.api.error.ProblemText;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DictionaryProblemTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{([A-Za-z]+)}");

    /** Words that stand in sentences. */
    private static final Set<String> ARGUMENTS =
            Set.of("expected.text", "expected.list", "expected.mapping", "key.key");

    private static ResourceBundle words(Locale locale) {
        return ResourceBundle.getBundle("io.dsreview.core.dictionary.Messages", locale);
    }

    private static Set<String> texts(Locale locale) {
        return words(locale).keySet();
    }

    @Test
    void AR5_everyProblemHasMessageAndCureInBothLanguagesAndNoneIsLeftOver() {
        Set<String> expected = Arrays.stream(DictionaryProblem.values())
                .flatMap(code -> Arrays.stream(new String[] {code + ".message", code + ".cure"}))
                .collect(Collectors.toCollection(TreeSet::new));
        expected.addAll(ARGUMENTS);

        assertThat(texts(Locale.ROOT)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(texts(Locale.forLanguageTag("ru"))).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void AR5_bothLanguagesUseTheSameArgumentsAndDiffer() {
        for (String key : texts(Locale.ROOT)) {
            String english = words(Locale.ROOT).getString(key);
            String russian = words(Locale.forLanguageTag("ru")).getString(key);

            assertThat(arguments(russian)).as(key).isEqualTo(arguments(english));
            boolean sentence = !ARGUMENTS.contains(key);
            assertThat(russian.endsWith(".")).as(key).isEqualTo(sentence);
            assertThat(russian).as(key).isNotEqualTo(english);
            assertThat(english.endsWith(".")).as(key).isEqualTo(sentence);
        }
    }

    @Test
    void AR5_whatIsExpectedIsSaidInBothLanguages() {
        Problem problem = Problem.of(
                DictionaryProblem.SOURCE_SHAPE_UNEXPECTED, "line", "2", "column", "1", "key", "$", "expected", "list");

        assertThat(ProblemText.of(problem, Locale.ENGLISH).message()).endsWith("$ should be a list.");
        assertThat(ProblemText.of(problem, Locale.forLanguageTag("ru")).message())
                .endsWith("на месте $ ожидается список.");
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(hit -> hit.group(1)).collect(Collectors.toSet());
    }
}
