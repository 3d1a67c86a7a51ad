/**
 * Problems as data, and the words for them. Start with {@link io.dsreview.api.error.Problem}: a stable code with
 * arguments, made anywhere; {@link io.dsreview.api.error.ProblemText} turns it into a message and a cure where a person
 * reads it.
 */
@NullMarked
package io.dsreview.api.error;

import org.jspecify.annotations.NullMarked;
