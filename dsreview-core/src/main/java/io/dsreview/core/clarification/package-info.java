/**
 * Which questions there are, which one is asked, and what became of them. Start with
 * {@link io.dsreview.core.clarification.Doubts}.
 */
@NullMarked
package io.dsreview.core.clarification;

import org.jspecify.annotations.NullMarked;
