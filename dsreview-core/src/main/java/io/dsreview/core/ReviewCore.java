package io.dsreview.core;

import io.dsreview.api.DatasetReviewOrchestrator;
import io.dsreview.api.DatasetReviewSessionRepository;
import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Permission;
import io.dsreview.api.access.Scope;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.ReviewCommand;
import io.dsreview.api.execution.Gate;
import io.dsreview.api.gate.GateExplanation;
import io.dsreview.api.id.LaunchId;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.ledger.LedgerHead;
import io.dsreview.api.ledger.LedgerRecord;
import io.dsreview.api.ledger.LedgerVerifier;
import io.dsreview.api.ledger.Verification;
import io.dsreview.api.session.Report;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.ReviewView;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.api.session.SessionPage;
import io.dsreview.api.session.SessionQuery;
import io.dsreview.api.session.SessionStatus;
import io.dsreview.api.session.SessionSummary;
import io.dsreview.api.store.StoredHeader;
import io.dsreview.api.store.StoredSession;
import io.dsreview.core.codec.SessionCodec;
import io.dsreview.core.export.Reports;
import io.dsreview.core.pipeline.Pipeline;
import io.dsreview.core.pipeline.Ports;
import io.dsreview.core.view.Profiles;
import io.dsreview.core.view.ReviewViews;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The core behind both doors. It keeps nothing but its collaborators: all state is in the store, so that any number of
 * instances can serve the same sessions. Thread-safe.
 */
public final class ReviewCore implements DatasetReviewOrchestrator, DatasetReviewSessionRepository, AutoCloseable {

    private final Ports ports;
    private final SessionCodec codec = new SessionCodec();
    private final ReviewViews views;
    private final Pipeline pipeline;

    /**
     * Makes a core.
     *
     * @param ports everything it talks to
     */
    public ReviewCore(Ports ports) {
        this.ports = ports;
        this.views = new ReviewViews(ports.policy(), ports.features(), ports.seams());
        this.pipeline = new Pipeline(ports, codec, views);
    }

    @Override
    public CommandResult execute(ReviewCommand command) {
        return pipeline.execute(command);
    }

    @Override
    public Optional<ReviewView> find(Actor actor, SessionId session) {
        return load(actor, session).map(stored -> views.of(codec.read(stored), actor));
    }

    @Override
    public SessionPage list(Actor actor, SessionQuery query) {
        Scope scope = ports.policy().scopeOf(actor);
        if (!mayRead(actor) || !scope.tenant().equals(actor.tenant())) {
            return new SessionPage(List.of(), null);
        }
        List<StoredHeader> stored = ports.store().list(scope, query);
        List<SessionSummary> found = stored.stream()
                .map(StoredHeader::summary)
                .filter(summary -> summary.header().status() != SessionStatus.DELETED)
                .toList();
        SessionQuery next = stored.size() < query.limit()
                ? null
                : query.withAfter(stored.get(stored.size() - 1).session().id());
        return new SessionPage(found, next);
    }

    @Override
    public Optional<GateExplanation> explain(Actor actor, SessionId session, Gate gate) {
        return load(actor, session).map(stored -> views.explain(codec.read(stored), actor, gate));
    }

    @Override
    public List<SessionEvent> events(Actor actor, SessionId session) {
        return load(actor, session)
                .map(stored -> ports.store().history(actor.tenant(), session).events())
                .orElse(List.of());
    }

    @Override
    public List<LedgerRecord> ledger(Actor actor, SessionId session) {
        return audited(actor, session)
                .map(header -> ports.store().history(actor.tenant(), session).ledger())
                .orElse(List.of());
    }

    @Override
    public Optional<Verification> verifyLedger(Actor actor, SessionId session) {
        return audited(actor, session)
                .map(header -> LedgerVerifier.verify(
                        ports.store().history(actor.tenant(), session).ledger(), header.ledger()));
    }

    @Override
    public Optional<LedgerHead> ledgerHead(Actor actor, SessionId session) {
        return audited(actor, session).map(StoredHeader::ledger);
    }

    @Override
    public Optional<String> report(Actor actor, SessionId session, Report report, Report.Format format, Locale locale) {
        return load(actor, session).map(stored -> {
            ReviewSession read = codec.read(stored);
            ReviewViews then = views.asOf(read.header().updatedAt());
            Reports.Input input = new Reports.Input(
                    read,
                    actor,
                    () -> Profiles.of(read),
                    () -> then.readiness(read, actor),
                    gate -> then.explain(read, actor, gate),
                    stored.header().ledger(),
                    () -> LedgerVerifier.verify(
                            ports.store().history(actor.tenant(), session).ledger(),
                            stored.header().ledger()));
            return new Reports(codec::readable).write(report, format, input, locale);
        });
    }

    @Override
    public Optional<String> runContextJson(Actor actor, SessionId session, LaunchId launch) {
        return load(actor, session).flatMap(stored -> codec.read(stored).execution().launches().stream()
                .filter(attempt -> attempt.intent().id().equals(launch))
                .flatMap(attempt -> Optional.ofNullable(attempt.context()).stream())
                .findFirst()
                .map(context -> new Reports(codec::readable).runContext(session, context)));
    }

    @Override
    public Optional<String> exportJson(Actor actor, SessionId session) {
        return load(actor, session)
                .map(stored -> codec.readable(SessionExport.of(
                        stored.header(), codec.read(stored), ports.store().history(actor.tenant(), session))));
    }

    /** Stops working on recoveries; resuming their sessions, here or elsewhere, picks them up. */
    @Override
    public void close() {
        pipeline.close();
    }

    private Optional<StoredSession> load(Actor actor, SessionId session) {
        return mayRead(actor)
                ? reachable(actor, session).filter(stored -> !isDeleted(stored.header()))
                : Optional.empty();
    }

    /** What is left of a deleted session takes a permission of its own. */
    private Optional<StoredHeader> audited(Actor actor, SessionId session) {
        return reachable(actor, session).map(StoredSession::header).filter(header -> ports.policy()
                .permits(actor, isDeleted(header) ? Permission.LEDGER_OF_DELETED : Permission.SESSION_READ));
    }

    private Optional<StoredSession> reachable(Actor actor, SessionId session) {
        Scope scope = ports.policy().scopeOf(actor);
        return ports.store()
                .load(actor.tenant(), session)
                .filter(stored -> scope.contains(
                        stored.header().session().tenant(),
                        stored.header().session().owner()));
    }

    private static boolean isDeleted(StoredHeader header) {
        return header.session().status() == SessionStatus.DELETED;
    }

    private boolean mayRead(Actor actor) {
        return ports.policy().permits(actor, Permission.SESSION_READ);
    }
}
