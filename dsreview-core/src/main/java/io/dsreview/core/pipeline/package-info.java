/**
 * The one way of every command. Start with {@link io.dsreview.core.pipeline.Pipeline}, which reads from top to bottom like the
 * rule it carries out; {@link io.dsreview.core.pipeline.Commits} is the only writer.
 */
@NullMarked
package io.dsreview.core.pipeline;

import org.jspecify.annotations.NullMarked;
