/**
 * A review at the terminal, a line for each step. Start with {@link io.dsreview.samples.quickstart.workspace.Workspace}; its
 * commands stand in a table for each area, such as {@link io.dsreview.samples.quickstart.workspace.LaunchCommands}.
 */
@NullMarked
package io.dsreview.samples.quickstart.workspace;

import org.jspecify.annotations.NullMarked;
