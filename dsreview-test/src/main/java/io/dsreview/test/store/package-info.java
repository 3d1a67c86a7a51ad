/**
 * What every store must do. A host that writes one extends
 * {@link io.dsreview.test.store.ReviewStoreContract} in its own tests.
 */
@NullMarked
package io.dsreview.test.store;

import org.jspecify.annotations.NullMarked;
