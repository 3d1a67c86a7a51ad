/**
 * What a review costs in the core, as its dataset grows: start with
 * {@link io.dsreview.benchmarks.cost.CostBenchmark}. Superset answers at once, and the store is memory.
 */
@NullMarked
package io.dsreview.benchmarks.cost;

import org.jspecify.annotations.NullMarked;
