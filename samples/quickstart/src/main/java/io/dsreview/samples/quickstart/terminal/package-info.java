/**
 * What a person at a terminal sees and types. Start with {@link io.dsreview.samples.quickstart.terminal.Screen}.
 */
@NullMarked
package io.dsreview.samples.quickstart.terminal;

import org.jspecify.annotations.NullMarked;
