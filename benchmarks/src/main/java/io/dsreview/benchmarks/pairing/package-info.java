/**
 * Two ways to do the same, timed in turn: start with {@link io.dsreview.benchmarks.pairing.Pairing}. A disturbance of the
 * machine mostly meets both halves of a pair, so that ratios say more than times.
 */
@NullMarked
package io.dsreview.benchmarks.pairing;

import org.jspecify.annotations.NullMarked;
