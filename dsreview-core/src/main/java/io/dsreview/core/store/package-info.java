/**
 * The store that needs no database: {@link io.dsreview.core.store.InMemoryReviewStore}.
 */
@NullMarked
package io.dsreview.core.store;

import org.jspecify.annotations.NullMarked;
