/**
 * Jinja's grammar, as Jinja 3.1 without extensions has it. Start with {@link io.dsreview.superset.jinja.syntax.Template}: it
 * makes a tree of a source, in one pass.
 */
@NullMarked
package io.dsreview.superset.jinja.syntax;

import org.jspecify.annotations.NullMarked;
