/**
 * What a finding rule is, and the words for what the core finds. Start with {@link io.dsreview.core.finding.FindingRule};
 * {@link io.dsreview.core.finding.ReviewProblem} lists the codes, and the rules are in {@code rule}.
 */
@NullMarked
package io.dsreview.core.finding;

import org.jspecify.annotations.NullMarked;
