/**
 * How much longer it takes to recover a dashboard than to make the same requests bare. Start with
 * {@link io.dsreview.benchmarks.recovery.RecoveryBenchmark}; {@link io.dsreview.benchmarks.recovery.BareRequests} is what
 * a recovery is compared with, and {@link io.dsreview.benchmarks.recovery.Stages} says which requests could be made at once.
 */
@NullMarked
package io.dsreview.benchmarks.recovery;

import org.jspecify.annotations.NullMarked;
