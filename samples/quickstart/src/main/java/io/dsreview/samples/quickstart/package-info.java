/**
 * One whole review in the terminal. Start with {@link io.dsreview.samples.quickstart.FirstReview}, the shortest use of the
 * library; {@link io.dsreview.samples.quickstart.Quickstart} plays the long form.
 */
@NullMarked
package io.dsreview.samples.quickstart;

import org.jspecify.annotations.NullMarked;
