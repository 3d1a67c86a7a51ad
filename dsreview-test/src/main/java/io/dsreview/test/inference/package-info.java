/**
 * A model that says what a test tells it to: {@link io.dsreview.test.inference.ScriptedInference}.
 */
@NullMarked
package io.dsreview.test.inference;

import org.jspecify.annotations.NullMarked;
