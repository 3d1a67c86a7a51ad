package io.dsreview.core.matching;

import java.util.Set;

/**
 * A word of a name.
 *
 * @param written how it is written in the name, in lower-case Latin letters
 * @param meanings what it may stand for: itself in the singular, or the names that the lexicon has for it; not empty
 */
record Word(String written, Set<String> meanings) {

    /** Tells whether the lexicon put another word in its place. */
    boolean isOtherName() {
        return !meanings.contains(Singular.of(written));
    }

    boolean isNumber() {
        return Character.isDigit(written.charAt(0));
    }
}
