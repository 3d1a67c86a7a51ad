/**
 * What dsreview knows of Superset, and the three ports to it. Start with
 * {@link io.dsreview.api.superset.SupersetContextExtractor} and
 * {@link io.dsreview.api.superset.RecoveredContext}. Wire formats live in the adapter, not here.
 */
@NullMarked
package io.dsreview.api.superset;

import org.jspecify.annotations.NullMarked;
