/**
 * Which questions there are, and which one is asked. Start with {@link io.dsreview.core.clarification.Doubts}.
 */
@NullMarked
package io.dsreview.core.clarification;

import org.jspecify.annotations.NullMarked;
