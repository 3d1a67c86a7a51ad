/**
 * What an actor sees: computed, never stored. Start with {@link io.dsreview.core.view.ReviewViews}.
 */
@NullMarked
package io.dsreview.core.view;

import org.jspecify.annotations.NullMarked;
