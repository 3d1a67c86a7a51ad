package io.dsreview.api;

import io.dsreview.api.access.Actor;
import io.dsreview.api.execution.Gate;
import io.dsreview.api.gate.GateExplanation;
import io.dsreview.api.id.LaunchId;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.ledger.LedgerHead;
import io.dsreview.api.ledger.LedgerRecord;
import io.dsreview.api.ledger.Verification;
import io.dsreview.api.session.Report;
import io.dsreview.api.session.ReviewView;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.api.session.SessionPage;
import io.dsreview.api.session.SessionQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads sessions. Whatever is out of the actor's reach is answered as if it did not exist.
 *
 * <p>Thread-safe. A failing store's exception reaches the caller.
 */
public interface DatasetReviewSessionRepository {

    /**
     * Finds a session.
     *
     * @param actor who asks
     * @param session the session
     * @return the session and what this actor can do with it, or empty
     */
    Optional<ReviewView> find(Actor actor, SessionId session);

    /**
     * Lists the sessions within the actor's reach.
     *
     * @param actor who asks
     * @param query which of them, and which page, such as {@link SessionQuery#DEFAULT}
     * @return one line per session, and the query of the next page
     */
    SessionPage list(Actor actor, SessionQuery query);

    /**
     * Says of every clause of a gate how it stands, without I/O, as of now.
     *
     * @param actor who asks
     * @param session the session
     * @param gate the gate
     * @return every clause, holding or not, or empty if there is no such session
     */
    Optional<GateExplanation> explain(Actor actor, SessionId session, Gate gate);

    /**
     * Returns what happened.
     *
     * @param actor who asks
     * @param session the session
     * @return all events, oldest first; empty if there is no such session
     */
    List<SessionEvent> events(Actor actor, SessionId session);

    /**
     * Returns the audit. Of a deleted session, it needs {@link io.dsreview.api.access.Permission#LEDGER_OF_DELETED}, as
     * {@link #verifyLedger} and {@link #ledgerHead} do.
     *
     * @param actor who asks
     * @param session the session
     * @return all ledger entries, oldest first; empty if there is no such session
     */
    List<LedgerRecord> ledger(Actor actor, SessionId session);

    /**
     * Verifies the audit, within itself and against the head that the store keeps with the session. To prove that
     * nothing was cut off, keep a head elsewhere and use {@link io.dsreview.api.ledger.LedgerVerifier} with it.
     *
     * @param actor who asks
     * @param session the session
     * @return what was found, or empty if there is no such session
     */
    Optional<Verification> verifyLedger(Actor actor, SessionId session);

    /**
     * Returns the end of the audit, to be kept elsewhere.
     *
     * @param actor who asks
     * @param session the session
     * @return the head, or empty if there is no such session
     */
    Optional<LedgerHead> ledgerHead(Actor actor, SessionId session);

    /**
     * Writes a report on a session. It speaks as of the session's last change, so that the same version and ledger give the
     * same bytes to the same actor; {@link #explain} says how the gates stand now.
     *
     * @param actor who asks
     * @param session the session
     * @param report which report
     * @param format how it is written
     * @param locale the reader's language; falls back to English
     * @return the text, or empty if there is no such session
     */
    Optional<String> report(Actor actor, SessionId session, Report report, Report.Format format, Locale locale);

    /**
     * Exports the record of a launch that ran, as the published schema of run contexts says. The text alone suffices to make the
     * request again.
     *
     * @param actor who asks
     * @param session the session
     * @param launch the launch
     * @return UTF-8 JSON text, indented, or empty if there is no such session, no such launch in it, or the launch is not known
     *     to have run
     */
    Optional<String> runContextJson(Actor actor, SessionId session, LaunchId launch);

    /**
     * Exports a session with its audit as JSON: the same session gives the same bytes.
     *
     * @param actor who asks
     * @param session the session
     * @return UTF-8 JSON text, indented, or empty if there is no such session
     */
    Optional<String> exportJson(Actor actor, SessionId session);
}
