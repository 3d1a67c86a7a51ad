/**
 * What becomes of a command, without any I/O. Start with {@link io.dsreview.core.decision.Decisions}; each other class decides
 * about one subject, and {@link io.dsreview.core.decision.Effect} says what is to be done after the commit.
 */
@NullMarked
package io.dsreview.core.decision;

import org.jspecify.annotations.NullMarked;
