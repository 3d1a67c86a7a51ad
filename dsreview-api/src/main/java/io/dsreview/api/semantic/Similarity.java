package io.dsreview.api.semantic;

import java.util.List;

/**
 * Why a dictionary's entry under another name may be about a field. {@code docs/semantics.md} defines the score.
 *
 * @param entry the name in the dictionary
 * @param score how similar the names are, from 0 to 1,000; comparable between entries and dictionaries
 * @param cues which words were taken for each other, in the order of the field's name; copied
 */
public record Similarity(String entry, int score, List<Cue> cues) {

    /** Copies the cues. */
    public Similarity {
        cues = List.copyOf(cues);
    }

    /**
     * Two words that were taken for each other.
     *
     * @param kind why
     * @param field the word or words in the field's name
     * @param entry the word in the name of the entry
     */
    public record Cue(Kind kind, String field, String entry) {}

    /** Why two words are taken for each other, the surest first. */
    public enum Kind {
        /** They are the same, apart from case, accents, script and number. */
        SAME_WORD,
        /** One is a known abbreviation, synonym or translation of the other. */
        OTHER_NAME,
        /** One shortens the other. */
        SHORTENED,
        /** They are spelled alike. */
        SPELLED_ALIKE
    }
}
