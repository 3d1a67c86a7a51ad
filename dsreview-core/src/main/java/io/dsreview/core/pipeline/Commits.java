package io.dsreview.core.pipeline;

import io.dsreview.api.access.Actor;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.ledger.ChainId;
import io.dsreview.api.ledger.LedgerHead;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.api.session.SessionHeader;
import io.dsreview.api.session.SessionStatus;
import io.dsreview.api.store.SessionCommit;
import io.dsreview.api.store.StoredHeader;
import io.dsreview.api.store.StoredOutcome;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.core.codec.SessionCodec;
import io.dsreview.core.decision.Decision.Change;
import io.dsreview.core.decision.Note;
import io.dsreview.core.ledger.LedgerWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores what was decided: session parts, events, ledger entries and outcome in one atomic commit; then tells the host.
 *
 * @param ports store, listener, anchors and seams
 * @param codec writes the parts
 */
record Commits(Ports ports, SessionCodec codec) {

    private static final Logger LOG = LoggerFactory.getLogger(Commits.class);

    /**
     * Stores a change.
     *
     * @param before the session as it was loaded, or null for a new one
     * @param change what was decided
     * @param actor on whose behalf
     * @param cause what the ledger calls it, such as {@code accepted.RequestPreview}
     * @param outcome makes the outcome to bind, for the version it gets; gives null if there is no key
     * @return the session as it is stored now, or empty if somebody else stored something first
     */
    Optional<Loaded> store(
            @Nullable Loaded before,
            Change change,
            Actor actor,
            String cause,
            LongFunction<@Nullable StoredOutcome> outcome) {
        Instant now = ports.seams().now();
        SessionHeader decided = change.session().header();
        ReviewSession after = change.session().withHeader(decided.next(now));
        long version = after.header().version();
        LedgerHead head = before == null
                ? LedgerHead.empty(chain(after))
                : before.header().ledger();
        LedgerWriter ledger = new LedgerWriter(head, ports.seams());
        for (Note note : change.notes()) {
            Map<String, String> body = new TreeMap<>(note.data());
            body.put("event", note.type().name());
            body.put("version", Long.toString(version));
            Map<String, String> personal = new TreeMap<>(note.personal());
            personal.put("actor", actor.user().value());
            ledger.append(now, cause, body, personal);
        }
        List<SessionEvent> events = change.notes().stream()
                .map(note -> new SessionEvent(after.header().id(), version, note.type(), now, note.data()))
                .toList();
        boolean erases = decided.status() == SessionStatus.DELETED;
        StoredHeader header = header(after, erases ? null : after, ledger.head());
        boolean stored = ports.store()
                .commit(new SessionCommit(
                        before == null ? 0 : before.version(),
                        head.seq(),
                        header,
                        erases ? List.of() : codec.changedParts(before == null ? null : before.session(), after),
                        erases ? List.of() : events,
                        ledger.records(),
                        erases ? null : outcome.apply(version)));
        if (!stored) {
            return Optional.empty();
        }
        publish(events, ledger.head());
        return Optional.of(new Loaded(header, after));
    }

    /**
     * Stores how far a recovery is, without moving the version and without a ledger entry: nobody decided anything.
     *
     * @param loaded the session
     * @param progress what to store of it, and the events that say so
     * @return false if somebody else stored something first
     */
    boolean storeProgress(Loaded loaded, Change progress) {
        StoredHeader known = loaded.header();
        Instant now = ports.seams().now();
        List<SessionEvent> events = progress.notes().stream()
                .map(note -> new SessionEvent(known.session().id(), loaded.version(), note.type(), now, note.data()))
                .toList();
        boolean stored = ports.store()
                .commit(new SessionCommit(
                        loaded.version(),
                        known.ledger().seq(),
                        known,
                        codec.changedParts(loaded.session(), progress.session()),
                        events,
                        List.of(),
                        null));
        if (stored) {
            events.forEach(this::hear);
        }
        return stored;
    }

    /**
     * Appends a refusal to the session's ledger without moving its version. A repetition of the refusal that was
     * recorded last is not recorded again.
     *
     * @param loaded the session
     * @param refusal what was refused
     * @param actor on whose behalf
     * @return false if somebody else stored something first
     */
    boolean storeRefusal(Loaded loaded, Refusal refusal, Actor actor) {
        StoredHeader known = loaded.header();
        String digest = refusal.digest(actor, loaded.version());
        if (digest.equals(known.lastRefusal())) {
            return true;
        }
        Instant now = ports.seams().now();
        LedgerWriter ledger = new LedgerWriter(known.ledger(), ports.seams());
        Map<String, String> body = new TreeMap<>(refusal.data());
        body.put("version", Long.toString(loaded.version()));
        Map<String, String> personal = new TreeMap<>(refusal.personal());
        personal.put("actor", actor.user().value());
        ledger.append(now, "refused." + refusal.command(), body, personal);
        SessionEvent event = new SessionEvent(
                known.session().id(), loaded.version(), SessionEvent.Type.REFUSED, now, refusal.data());
        boolean stored = ports.store()
                .commit(new SessionCommit(
                        loaded.version(),
                        known.ledger().seq(),
                        known.withRefusal(ledger.head(), digest),
                        List.of(),
                        List.of(event),
                        ledger.records(),
                        null));
        if (stored) {
            publish(List.of(event), ledger.head());
        }
        return stored;
    }

    /**
     * Tells the host about a refusal that belongs to no session within reach.
     *
     * @param refusal what was refused
     */
    void announce(Refusal refusal) {
        hear(new SessionEvent(null, 0, SessionEvent.Type.REFUSED, ports.seams().now(), refusal.data()));
    }

    private void publish(List<SessionEvent> events, LedgerHead head) {
        events.forEach(this::hear);
        try {
            ports.anchors().publish(head);
        } catch (RuntimeException failing) {
            LOG.warn("ANCHOR_FAILED {}", failing.getClass().getName());
        }
    }

    private void hear(SessionEvent event) {
        try {
            ports.listener().onEvent(event);
        } catch (RuntimeException failing) {
            LOG.warn("LISTENER_FAILED {}", failing.getClass().getName());
        }
    }

    /** The columns of a session; those that tell of its content are taken from what is shown, or left empty. */
    private static StoredHeader header(ReviewSession session, @Nullable ReviewSession shown, LedgerHead head) {
        Question active = shown == null ? null : shown.clarification().active();
        return new StoredHeader(
                session.header(),
                session.intake().environment(),
                shown == null ? "" : title(shown),
                active == null ? null : active.id().value(),
                head,
                null);
    }

    private static String title(ReviewSession session) {
        RecoveredContext context = session.recovery().context();
        return session.recovery()
                .dataset()
                .map(dataset -> dataset.reference().name())
                .orElse(context == null ? "" : context.title());
    }

    private static ChainId chain(ReviewSession session) {
        return ChainId.of(session.header().tenant(), session.header().id());
    }
}
