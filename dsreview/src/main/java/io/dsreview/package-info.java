/**
 * The one dependency of a plain Java host. Start with {@link io.dsreview.DsReview}; a {@link io.dsreview.Review} is what
 * one works with.
 */
@NullMarked
package io.dsreview;

import org.jspecify.annotations.NullMarked;
