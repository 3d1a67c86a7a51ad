/**
 * The invariants, tried by arbitrary sequences of commands. {@link io.dsreview.core.invariant.ReviewInvariantsTest} is the test;
 * {@link io.dsreview.core.invariant.Invariant.Rule} lists the invariants by their numbers in {@code docs/ARCHITECTURE.md}, one class
 * each.
 *
 * <p>A sequence consists of {@link io.dsreview.core.invariant.Step}s, which {@link io.dsreview.core.invariant.Guide} makes up from
 * the rows of {@link io.dsreview.core.invariant.Moves}; {@link io.dsreview.core.invariant.Playing} plays it on a
 * {@link io.dsreview.core.invariant.Stage}: the real core, a store that remembers every commit, and a Superset whose
 * {@link io.dsreview.core.invariant.Weather} changes. {@link io.dsreview.core.invariant.PlantedFaultsTest} proves that every
 * invariant can be broken and is then found.
 */
@NullMarked
package io.dsreview.core.invariant;

import org.jspecify.annotations.NullMarked;
