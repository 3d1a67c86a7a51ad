package io.dsreview.api.execution;

import org.jspecify.annotations.Nullable;

/**
 * The results of a query that ran: not the rows themselves, but how many there are and where Superset keeps them.
 *
 * @param rows number of rows
 * @param rowLimit most rows that were asked for; 0 if Superset does not say
 * @param cut true if there were more rows than the limit allows
 * @param key Superset's key of the stored results ({@code results_key}), or null if it keeps none
 */
public record QueryResults(
        long rows, long rowLimit, boolean cut, @Nullable String key) {}
