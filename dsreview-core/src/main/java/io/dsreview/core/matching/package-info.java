/**
 * Which names are about the same thing. Start with {@link io.dsreview.core.matching.NameMatcher}: names become words
 * ({@code NameWords}, with the help of the {@code Lexicon}), words are compared ({@code WordSimilarity}), and the words that two
 * names share are weighed against those that only one has ({@code NameScore}). Knows nothing but text.
 */
@NullMarked
package io.dsreview.core.matching;

import org.jspecify.annotations.NullMarked;
