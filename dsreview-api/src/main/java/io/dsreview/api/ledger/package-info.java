/**
 * The audit that cannot be quietly changed: a hash chain per session over canonical JSON. Start with
 * {@link io.dsreview.api.ledger.LedgerEntry}, then read {@link io.dsreview.api.ledger.LedgerVerifier}, which needs nothing
 * but the stored documents. The format is described in {@code docs/adr/}.
 */
@NullMarked
package io.dsreview.api.ledger;

import org.jspecify.annotations.NullMarked;
