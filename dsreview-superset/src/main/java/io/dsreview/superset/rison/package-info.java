/**
 * Rison, the notation in which Superset writes filter state into addresses and options into its {@code q} parameter.
 * Start with {@link io.dsreview.superset.rison.Rison}. What is read is what npm {@code rison} 0.1.1 reads in the browser;
 * what is written is read alike by it and by {@code prison} 0.2.1 in the server.
 */
@NullMarked
package io.dsreview.superset.rison;

import org.jspecify.annotations.NullMarked;
