/**
 * Filters of the dashboard, variables of the template, and what connects them. Start with
 * {@link io.dsreview.api.mapping.ExecutionMapping}: its approval is bound to its content by a hash.
 */
@NullMarked
package io.dsreview.api.mapping;

import org.jspecify.annotations.NullMarked;
