/**
 * What defines a dataset, and a hash over it. Start with {@link io.dsreview.superset.dataset.DatasetReader}.
 */
@NullMarked
package io.dsreview.superset.dataset;

import org.jspecify.annotations.NullMarked;
