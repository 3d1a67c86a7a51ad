/**
 * What is checked at the door. Start with {@link io.dsreview.core.validation.CommandValidator}.
 */
@NullMarked
package io.dsreview.core.validation;

import org.jspecify.annotations.NullMarked;
