/**
 * The gates, and what is shown before a launch. Start with {@link io.dsreview.core.gate.LaunchGate}: one case per clause.
 */
@NullMarked
package io.dsreview.core.gate;

import org.jspecify.annotations.NullMarked;
