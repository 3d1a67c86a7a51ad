/**
 * The rules that make findings, one class each. Start with {@link io.dsreview.core.finding.rule.FindingRules}, which lists
 * them; a new rule is a class here, and a line there.
 */
@NullMarked
package io.dsreview.core.finding.rule;

import org.jspecify.annotations.NullMarked;
