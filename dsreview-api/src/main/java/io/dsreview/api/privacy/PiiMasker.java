package io.dsreview.api.privacy;

import java.util.Optional;

/**
 * Takes personal values out of a text before it leaves for a model.
 *
 * <p>Called on the thread of the command, concurrently for different commands. It makes no request to anybody.
 */
@FunctionalInterface
public interface PiiMasker {

    /**
     * Masks a text.
     *
     * @param text the text; may hold anything
     * @return the text with every personal value replaced, or empty if it must not leave at all
     */
    Optional<MaskedText> mask(String text);

    /**
     * Returns a masker that lets nothing leave. It is the default.
     *
     * @return the masker
     */
    static PiiMasker denyAll() {
        return text -> Optional.empty();
    }
}
