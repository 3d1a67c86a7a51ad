/**
 * What our own work adds to the time of the work that has to be done. Each benchmark is a program in a package of its own;
 * start with {@link io.dsreview.benchmarks.recovery.RecoveryBenchmark}. What they share is in
 * {@link io.dsreview.benchmarks.pairing}.
 */
@NullMarked
package io.dsreview.benchmarks;

import org.jspecify.annotations.NullMarked;
