/**
 * The doors. Start with {@link io.dsreview.api.DatasetReviewOrchestrator}, through which everything changes;
 * {@link io.dsreview.api.DatasetReviewSessionRepository} reads.
 */
@NullMarked
package io.dsreview.api;

import org.jspecify.annotations.NullMarked;
