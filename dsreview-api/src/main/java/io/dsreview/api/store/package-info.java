/**
 * The port that a host implements to keep sessions. Start with {@link io.dsreview.api.store.ReviewStore}: five methods,
 * one of which writes.
 */
@NullMarked
package io.dsreview.api.store;

import org.jspecify.annotations.NullMarked;
