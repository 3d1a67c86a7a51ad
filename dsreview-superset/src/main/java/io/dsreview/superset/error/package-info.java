/**
 * What can go wrong with a Superset, as codes. Start with {@link io.dsreview.superset.error.SupersetErrorCode}.
 */
@NullMarked
package io.dsreview.superset.error;

import org.jspecify.annotations.NullMarked;
