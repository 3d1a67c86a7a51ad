/**
 * What persons think of generated texts. Start with {@link io.dsreview.api.feedback.Feedback}.
 */
@NullMarked
package io.dsreview.api.feedback;

import org.jspecify.annotations.NullMarked;
