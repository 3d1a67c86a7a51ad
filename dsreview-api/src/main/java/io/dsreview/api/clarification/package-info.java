/**
 * One question at a time. Start with {@link io.dsreview.api.clarification.ClarificationEngine}, which picks it, and
 * {@link io.dsreview.api.clarification.Question}, which is what a person is shown.
 */
@NullMarked
package io.dsreview.api.clarification;

import org.jspecify.annotations.NullMarked;
