package io.dsreview;

import io.dsreview.api.access.Actor;
import io.dsreview.api.command.CommandRefusedException;
import io.dsreview.api.id.LaunchId;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.ledger.LedgerHead;
import io.dsreview.api.ledger.LedgerRecord;
import io.dsreview.api.ledger.Verification;
import io.dsreview.api.session.Report;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.core.ReviewCore;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is written down about a review, read anew by each method, whatever the version of the handle it came from. Once the
 * session is deleted or out of the actor's reach, lists are empty and all else throws {@link CommandRefusedException}; of a
 * deleted session, who holds {@link io.dsreview.api.access.Permission#LEDGER_OF_DELETED} still reads and verifies the ledger. Immutable
 * and thread-safe.
 */
public final class Audit {

    private final ReviewCore core;
    private final Actor actor;
    private final SessionId session;

    Audit(ReviewCore core, Actor actor, SessionId session) {
        this.core = core;
        this.actor = actor;
        this.session = session;
    }

    /**
     * Returns what happened.
     *
     * @return all events, oldest first
     */
    public List<SessionEvent> events() {
        return core.events(actor, session);
    }

    /**
     * Returns the hash-chained ledger of every accepted and refused step.
     *
     * @return all entries, oldest first
     */
    public List<LedgerRecord> ledger() {
        return core.ledger(actor, session);
    }

    /**
     * Returns the end of the ledger. Kept elsewhere, it proves with {@link io.dsreview.api.ledger.LedgerVerifier} that nothing
     * was cut off.
     *
     * @return the head
     */
    public LedgerHead ledgerHead() {
        return Review.present(core.ledgerHead(actor, session));
    }

    /**
     * Verifies the ledger, within itself and against the head that the store keeps with the session.
     *
     * @return what was found
     */
    public Verification verify() {
        return Review.present(core.verifyLedger(actor, session));
    }

    /**
     * Writes a report, as of the session's last change.
     *
     * @param report which report
     * @param format how it is written
     * @param locale the reader's language; falls back to English
     * @return the text
     */
    public String report(Report report, Report.Format format, Locale locale) {
        return Review.present(core.report(actor, session, report, format, locale));
    }

    /**
     * Exports the record of a launch that ran, with which alone the request can be made again.
     *
     * @param launch the launch
     * @return JSON text, or empty if the session has no such launch, or it is not known to have run
     */
    public Optional<String> runContextJson(LaunchId launch) {
        return core.runContextJson(actor, session, launch);
    }

    /**
     * Exports the session with its audit.
     *
     * @return JSON text
     */
    public String exportJson() {
        return Review.present(core.exportJson(actor, session));
    }
}
