package io.dsreview.api.store;

import io.dsreview.api.ledger.LedgerRecord;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.api.session.SessionStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One atomic change: all of it is stored, or nothing. One whose header keeps the version tells of something that nobody decided:
 * a refusal, or how far a recovery is; what it brings, parts included, is stored all the same.
 *
 * @param expectedVersion the version that must be stored at present; 0 if the session must not exist yet
 * @param expectedLedgerSeq the ledger position that must be stored at present; 0 for a new session
 * @param header the columns from now on
 * @param changedParts the parts to replace; others stay; copied
 * @param events the events to append; copied
 * @param entries the ledger entries to append, in order; copied
 * @param outcome the outcome to bind to its key, or null
 */
public record SessionCommit(
        long expectedVersion,
        long expectedLedgerSeq,
        StoredHeader header,
        List<StoredPart> changedParts,
        List<SessionEvent> events,
        List<LedgerRecord> entries,
        @Nullable StoredOutcome outcome) {

    /** Copies the lists. */
    public SessionCommit {
        changedParts = List.copyOf(changedParts);
        events = List.copyOf(events);
        entries = List.copyOf(entries);
    }

    /**
     * Tells whether this is the end of the session, see {@link ReviewStore#commit}.
     *
     * @return true if its header says that the session is deleted
     */
    public boolean erases() {
        return header.session().status() == SessionStatus.DELETED;
    }
}
