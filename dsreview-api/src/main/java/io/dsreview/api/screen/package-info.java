/**
 * What a screen shows of a review: derived from its view whenever somebody looks, never stored. Start with
 * {@link io.dsreview.api.screen.UiState}.
 */
@NullMarked
package io.dsreview.api.screen;

import org.jspecify.annotations.NullMarked;
