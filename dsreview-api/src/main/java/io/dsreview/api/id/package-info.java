/**
 * Identifiers: one small record per kind of thing, so that a tenant is never passed where a user is meant.
 *
 * <p>All share one rule for their text, stated at {@link io.dsreview.api.id.SessionId}. Start there.
 */
@NullMarked
package io.dsreview.api.id;

import org.jspecify.annotations.NullMarked;
