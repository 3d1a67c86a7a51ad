package io.dsreview.api.store;

import io.dsreview.api.ledger.LedgerHead;
import io.dsreview.api.session.SessionHeader;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a stored session. A store may index them; all else is bytes.
 *
 * @param session whose it is, its version and its status
 * @param activeQuestion id of the one question that is asked now, or null
 * @param ledger the end of the session's ledger
 * @param lastRefusal hash of the refusal that was recorded last, or null; repeats of it are not recorded again
 */
public record StoredHeader(
        SessionHeader session,
        @Nullable String activeQuestion,
        LedgerHead ledger,
        @Nullable String lastRefusal) {}
