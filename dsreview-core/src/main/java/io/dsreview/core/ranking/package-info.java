/**
 * Which candidate comes first, and which is taken over. Start with {@link io.dsreview.core.ranking.SourceImport}.
 */
@NullMarked
package io.dsreview.core.ranking;

import org.jspecify.annotations.NullMarked;
