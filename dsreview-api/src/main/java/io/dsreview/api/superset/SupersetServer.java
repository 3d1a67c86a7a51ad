package io.dsreview.api.superset;

import org.jspecify.annotations.Nullable;

/**
 * What is known about the Superset that answered.
 *
 * @param version its version, such as {@code 6.1.0}; null if it does not tell
 * @param templates whether it renders Jinja templates (its feature flag {@code ENABLE_TEMPLATE_PROCESSING}); null if it
 *     does not tell
 */
public record SupersetServer(
        @Nullable String version, @Nullable Boolean templates) {

    /** A Superset that tells nothing about itself. */
    public static final SupersetServer UNKNOWN = new SupersetServer(null, null);
}
