/**
 * Where meanings come from. Start with {@link io.dsreview.core.semantic.CsvDictionaryResolver}.
 */
@NullMarked
package io.dsreview.core.semantic;

import org.jspecify.annotations.NullMarked;
