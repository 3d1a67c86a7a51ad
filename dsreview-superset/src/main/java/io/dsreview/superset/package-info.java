/**
 * The Superset adapter of dsreview. Start with {@link io.dsreview.superset.Superset}, which gives the two ports to a
 * Superset, and {@link io.dsreview.superset.SupersetConfig}, which names the installations it may talk to.
 */
@NullMarked
package io.dsreview.superset;

import org.jspecify.annotations.NullMarked;
