/**
 * What a host may learn of the traffic with its Supersets, for metrics and tracing. Start with
 * {@link io.dsreview.superset.observation.SupersetCallListener}.
 */
@NullMarked
package io.dsreview.superset.observation;

import org.jspecify.annotations.NullMarked;
