/**
 * How filters and values reach the query. Start with {@link io.dsreview.core.mapping.CurrentInputs}, which says what would
 * be sent now; {@link io.dsreview.core.mapping.MappingSuggestions} proposes the mappings.
 */
@NullMarked
package io.dsreview.core.mapping;

import org.jspecify.annotations.NullMarked;
