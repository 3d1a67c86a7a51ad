package io.dsreview.core.ux;

import io.dsreview.api.screen.UiState;
import io.dsreview.api.session.RecommendedAction;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person sees after a step.
 *
 * @param what what happened
 * @param command the command, or empty
 * @param ending how it ended, or empty
 * @param before the screen before, or null
 * @param screen the screen, or null where there is nothing to see
 * @param clauses the clauses that keep the launch gate closed
 * @param words what is new to read, in every language
 * @param next the recommended next action, or null without a session
 * @param nextWords the same in every language
 */
record Row(
        String what,
        String command,
        String ending,
        @Nullable UiState before,
        @Nullable UiState screen,
        List<String> clauses,
        Map<Locale, List<String>> words,
        @Nullable RecommendedAction next,
        Map<Locale, String> nextWords) {

    static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, RUSSIAN);
}
