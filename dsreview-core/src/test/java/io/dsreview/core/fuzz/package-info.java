/**
 * Whatever is handed over, every command ends with a typed outcome. Start with {@link io.dsreview.core.fuzz.FuzzTest}; what is random
 * is made by {@link io.dsreview.core.fuzz.AnyValue} and {@link io.dsreview.core.fuzz.AnySource}.
 */
@NullMarked
package io.dsreview.core.fuzz;

import org.jspecify.annotations.NullMarked;
