/**
 * Jinja's grammar, as Jinja 3.1 without extensions has it. Start with {@link io.dsreview.superset.jinja.syntax.Template}:
 * it makes {@link io.dsreview.superset.jinja.syntax.Statement}s and {@link io.dsreview.superset.jinja.syntax.Expression}s
 * of a source, in one pass. The trees keep what names, calls and conditions need; which operator stands between two
 * operands is mostly left out.
 */
@NullMarked
package io.dsreview.superset.jinja.syntax;

import org.jspecify.annotations.NullMarked;
