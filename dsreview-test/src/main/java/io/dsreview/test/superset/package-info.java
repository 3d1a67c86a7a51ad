/**
 * A Superset in memory. Start with {@link io.dsreview.test.superset.FakeSuperset}, and give it a context made by
 * {@link io.dsreview.test.superset.SampleContext}.
 */
@NullMarked
package io.dsreview.test.superset;

import org.jspecify.annotations.NullMarked;
