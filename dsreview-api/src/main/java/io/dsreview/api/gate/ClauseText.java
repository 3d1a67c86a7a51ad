package io.dsreview.api.gate;

import io.dsreview.api.error.Words;
import java.util.Locale;
import java.util.Map;

/**
 * A clause of a gate in the words of a reader.
 *
 * @param rule what must hold: half a sentence that follows "only if"
 * @param cure what to do when it does not hold: an imperative
 */
public record ClauseText(String rule, String cure) {

    private static final String BUNDLE = "io.dsreview.api.gate.Gates";

    /**
     * Renders a clause.
     *
     * @param clause the clause
     * @param locale the reader's language; falls back to English
     * @return the words
     */
    public static ClauseText of(GateClause clause, Locale locale) {
        Words words = Words.of(clause.bundle(), locale, Map.of());
        return new ClauseText(words.get(clause.id() + ".rule"), words.get(clause.id() + ".cure"));
    }

    /**
     * Renders how a clause stands.
     *
     * @param state the clause, and whether it holds
     * @param locale the reader's language; falls back to English
     * @return one sentence
     */
    static String sentence(ClauseState state, Locale locale) {
        GateClause clause = state.clause();
        Map<String, String> values =
                Map.of("id", clause.id(), "rule", of(clause, locale).rule());
        return state.holds()
                ? Words.of(BUNDLE, locale, values).get("met")
                : sentence(new UnmetClause(clause, state.subjects()), locale);
    }

    /**
     * Renders a clause that does not hold.
     *
     * @param unmet the clause, and what it fails on
     * @param locale the reader's language; falls back to English
     * @return one sentence with id, rule, what it fails on, and cure
     */
    public static String sentence(UnmetClause unmet, Locale locale) {
        ClauseText text = of(unmet.clause(), locale);
        Map<String, String> values = Map.of(
                "id", unmet.clause().id(),
                "rule", text.rule(),
                "cure", text.cure(),
                "subjects", String.join(", ", unmet.subjects()));
        return Words.of(BUNDLE, locale, values).get(unmet.subjects().isEmpty() ? "unmet" : "unmet.subjects");
    }
}
