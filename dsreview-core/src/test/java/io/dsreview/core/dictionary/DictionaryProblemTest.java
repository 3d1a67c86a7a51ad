package io.dsreview.core.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static ResourceBundle words(Locale locale) {
        return ResourceBundle.getBundle("io.dsreview.core.dictionary.Messages", locale);
    }

    @Test
    void AR5_everyProblemHasMessageAndCureInBothLanguagesAndNoneIsLeftOver() {
        Set<String> expected = Arrays.stream(DictionaryProblem.values())
                .flatMap(code -> Arrays.stream(new String[] {code + ".message", code + ".cure"}))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(words(Locale.ROOT).keySet()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(words(Locale.forLanguageTag("ru")).keySet()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void AR5_bothLanguagesUseTheSameArgumentsAndDiffer() {
        for (String key : words(Locale.ROOT).keySet()) {
            String english = words(Locale.ROOT).getString(key);
            String russian = words(Locale.forLanguageTag("ru")).getString(key);

            assertThat(arguments(russian)).as(key).isEqualTo(arguments(english));
            assertThat(russian).as(key).isNotEqualTo(english).endsWith(".");
            assertThat(english).as(key).endsWith(".");
        }
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(hit -> hit.group(1)).collect(Collectors.toSet());
    }
}
