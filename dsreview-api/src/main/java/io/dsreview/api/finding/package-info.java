/**
 * What a review found out. Start with {@link io.dsreview.api.finding.Finding}; the rules that make findings are in the
 * core.
 */
@NullMarked
package io.dsreview.api.finding;

import org.jspecify.annotations.NullMarked;
