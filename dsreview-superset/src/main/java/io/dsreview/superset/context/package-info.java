/**
 * Finding out what a dashboard link means. Start with {@link io.dsreview.superset.context.RestContextExtractor};
 * what it reads is gathered by DashboardSource and judged, without any further I/O, by ContextAssembly.
 */
@NullMarked
package io.dsreview.superset.context;

import org.jspecify.annotations.NullMarked;
