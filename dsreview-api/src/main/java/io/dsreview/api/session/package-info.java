/**
 * The aggregate. Start with {@link io.dsreview.api.session.ReviewSession}, whose components are its parts, and
 * {@link io.dsreview.api.session.ReviewView}, which is what callers get: the session and what can be done with it now.
 */
@NullMarked
package io.dsreview.api.session;

import org.jspecify.annotations.NullMarked;
