/**
 * Having Superset compile and run SQL. Start with {@link io.dsreview.superset.compile.RestCompilationAdapter}.
 */
@NullMarked
package io.dsreview.superset.compile;

import org.jspecify.annotations.NullMarked;
