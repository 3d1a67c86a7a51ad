/**
 * What templates consist of. Start with {@link io.dsreview.superset.jinja.tree.Statement}. The trees keep what names, calls
 * and conditions need; which operator stands between two operands is mostly left out.
 */
@NullMarked
package io.dsreview.superset.jinja.tree;

import org.jspecify.annotations.NullMarked;
