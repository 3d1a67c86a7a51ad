/**
 * Reviews kept in a folder, so that they survive a restart. Start with
 * {@link io.dsreview.samples.quickstart.store.FileReviewStore}.
 */
@NullMarked
package io.dsreview.samples.quickstart.store;

import org.jspecify.annotations.NullMarked;
