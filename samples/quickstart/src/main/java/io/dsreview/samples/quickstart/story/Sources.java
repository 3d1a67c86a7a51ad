package io.dsreview.samples.quickstart.story;

import io.dsreview.api.semantic.SemanticSource;
import java.util.Optional;

/**
 * Who says what the fields mean.
 *
 * @param first the source that is asked first
 * @param other another one, which disagrees
 * @param again the first one, in a later version
 */
public record Sources(
        Optional<? extends SemanticSource> first,
        Optional<? extends SemanticSource> other,
        Optional<? extends SemanticSource> again) {

    /**
     * Makes the sources of a review for which there is only one, or none.
     *
     * @param only the one
     * @return the sources
     */
    public static Sources only(Optional<? extends SemanticSource> only) {
        return new Sources(only, Optional.empty(), only);
    }
}
