/**
 * What may leave for a model. Start with {@link io.dsreview.api.privacy.PiiMasker}: text reaches a provider only as the
 * {@link io.dsreview.api.privacy.MaskedText} that it made.
 */
@NullMarked
package io.dsreview.api.privacy;

import org.jspecify.annotations.NullMarked;
