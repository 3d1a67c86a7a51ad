/**
 * Reading dictionaries, whatever they are written in. Start with {@link io.dsreview.core.dictionary.DictionaryFiles}: rows
 * ({@code RowEntries}: CSV, TSV, XLSX, connected tables) and trees ({@code Node}: JSON, YAML, dbt) both become
 * {@link io.dsreview.core.dictionary.Entry}s, by the one {@code EntryReader} that knows the columns. What is wrong, and where, is
 * a {@link io.dsreview.core.dictionary.DictionaryProblem}.
 */
@NullMarked
package io.dsreview.core.dictionary;

import org.jspecify.annotations.NullMarked;
