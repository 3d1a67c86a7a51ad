/**
 * Where meanings come from. Start with {@link io.dsreview.core.semantic.SemanticSources}, which has one small class for each kind of
 * source; what a dictionary says of a field by name, or of something similar, is put together by {@code DictionaryCandidates}.
 */
@NullMarked
package io.dsreview.core.semantic;

import org.jspecify.annotations.NullMarked;
