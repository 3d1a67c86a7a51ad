/**
 * Gates: ordered preconditions that say all their reasons at once. Start with {@link io.dsreview.api.gate.GateDecision}.
 * Nothing here knows of a review; the launch gate's clauses are in {@code io.dsreview.api.execution}.
 */
@NullMarked
package io.dsreview.api.gate;

import org.jspecify.annotations.NullMarked;
