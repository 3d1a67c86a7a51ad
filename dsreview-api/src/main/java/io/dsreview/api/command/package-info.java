/**
 * What can be asked of a review, and how it ends. Start with {@link io.dsreview.api.command.ReviewCommand}; each command is
 * one record, each ending one case of {@link io.dsreview.api.command.CommandResult}.
 */
@NullMarked
package io.dsreview.api.command;

import org.jspecify.annotations.NullMarked;
