/**
 * What is looked for, and the words for it. Start with {@link io.dsreview.core.finding.FindingRules}: one method per rule;
 * {@link io.dsreview.core.finding.ReviewProblem} lists the codes.
 */
@NullMarked
package io.dsreview.core.finding;

import org.jspecify.annotations.NullMarked;
