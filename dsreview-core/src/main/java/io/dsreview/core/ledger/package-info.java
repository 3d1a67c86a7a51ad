/**
 * The audit as it is written. Start with {@link io.dsreview.core.ledger.LedgerWriter}; the format and its verifier are in
 * the API.
 */
@NullMarked
package io.dsreview.core.ledger;

import org.jspecify.annotations.NullMarked;
