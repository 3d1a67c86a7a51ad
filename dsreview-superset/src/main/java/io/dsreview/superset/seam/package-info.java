/**
 * Time and waiting, injected so that every run can be repeated. Start with
 * {@link io.dsreview.superset.seam.Timekeeper}.
 */
@NullMarked
package io.dsreview.superset.seam;

import org.jspecify.annotations.NullMarked;
