/**
 * How much is asked of one Superset at a time, and when nothing is asked of it for a while. Start with
 * {@link io.dsreview.superset.traffic.TrafficLimits}; {@link io.dsreview.superset.traffic.TrafficGuard} keeps them, one
 * per environment. resilience4j does not leave this package.
 */
@NullMarked
package io.dsreview.superset.traffic;

import org.jspecify.annotations.NullMarked;
