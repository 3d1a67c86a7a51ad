package io.dsreview.core;

import io.dsreview.api.DatasetReviewOrchestrator;
import io.dsreview.api.DatasetReviewSessionRepository;
import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Permission;
import io.dsreview.api.access.Scope;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.ReviewCommand;
import io.dsreview.api.execution.Gate;
import io.dsreview.api.gate.GateDecision;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.ledger.LedgerHead;
import io.dsreview.api.ledger.LedgerRecord;
import io.dsreview.api.ledger.LedgerVerifier;
import io.dsreview.api.ledger.Verification;
import io.dsreview.api.session.Report;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.ReviewView;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.api.session.SessionSummary;
import io.dsreview.api.store.StoredSession;
import io.dsreview.core.codec.SessionCodec;
import io.dsreview.core.export.Reports;
import io.dsreview.core.pipeline.Pipeline;
import io.dsreview.core.pipeline.Ports;
import io.dsreview.core.view.ReviewViews;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The core behind both doors. It keeps nothing but its collaborators: all state is in the store, so that any number of
 * instances can serve the same sessions. Thread-safe.
 */
public final class ReviewCore implements DatasetReviewOrchestrator, DatasetReviewSessionRepository {

    private static final int LARGEST_PAGE = 1_000;

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
        this.views = new ReviewViews(ports.policy(), ports.executionOn(), ports.seams());
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
    public List<SessionSummary> list(Actor actor, int offset, int limit) {
        if (offset < 0 || limit < 1 || limit > LARGEST_PAGE) {
            throw new IllegalArgumentException("offset " + offset + " and limit " + limit
                    + " are out of range; offset starts at 0, limit is 1 to " + LARGEST_PAGE);
        }
        Scope scope = ports.policy().scopeOf(actor);
        if (!mayRead(actor) || !scope.tenant().equals(actor.tenant())) {
            return List.of();
        }
        return ports.store().list(scope, offset, limit).stream()
                .map(header -> new SessionSummary(header.session(), header.activeQuestion()))
                .toList();
    }

    @Override
    public Optional<GateDecision> explain(Actor actor, SessionId session, Gate gate) {
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
        return load(actor, session)
                .map(stored -> ports.store().history(actor.tenant(), session).ledger())
                .orElse(List.of());
    }

    @Override
    public Optional<Verification> verifyLedger(Actor actor, SessionId session) {
        return load(actor, session)
                .map(stored -> LedgerVerifier.verify(
                        ports.store().history(actor.tenant(), session).ledger(),
                        stored.header().ledger()));
    }

    @Override
    public Optional<LedgerHead> ledgerHead(Actor actor, SessionId session) {
        return load(actor, session).map(stored -> stored.header().ledger());
    }

    @Override
    public Optional<String> report(Actor actor, SessionId session, Report report, Report.Format format, Locale locale) {
        return load(actor, session).map(stored -> {
            ReviewSession read = codec.read(stored);
            ReviewViews then = views.asOf(read.header().updatedAt());
            Reports.Input input = new Reports.Input(
                    then.of(read, actor),
                    actor,
                    gate -> then.explain(read, actor, gate),
                    stored.header().ledger(),
                    LedgerVerifier.verify(
                            ports.store().history(actor.tenant(), session).ledger(),
                            stored.header().ledger()));
            return new Reports(codec::plain).write(report, format, input, locale);
        });
    }

    @Override
    public Optional<String> exportJson(Actor actor, SessionId session) {
        return load(actor, session).map(stored -> {
            ReviewSession read = codec.read(stored);
            return SessionExport.json(stored.header(), read, ports.store().history(actor.tenant(), session), codec);
        });
    }

    private Optional<StoredSession> load(Actor actor, SessionId session) {
        Scope scope = ports.policy().scopeOf(actor);
        return mayRead(actor)
                ? ports.store()
                        .load(actor.tenant(), session)
                        .filter(stored -> scope.contains(
                                stored.header().session().tenant(),
                                stored.header().session().owner()))
                : Optional.empty();
    }

    private boolean mayRead(Actor actor) {
        return ports.policy().permits(actor, Permission.SESSION_READ);
    }
}
