/**
 * The core of a review, behind the doors of the API. Start with {@link io.dsreview.core.ReviewCore}, then read
 * {@link io.dsreview.core.pipeline.Pipeline}.
 */
@NullMarked
package io.dsreview.core;

import org.jspecify.annotations.NullMarked;
