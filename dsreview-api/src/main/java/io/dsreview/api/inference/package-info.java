/**
 * Asking a model. Start with {@link io.dsreview.api.inference.InferenceProvider}; it knows nothing of a review.
 */
@NullMarked
package io.dsreview.api.inference;

import org.jspecify.annotations.NullMarked;
