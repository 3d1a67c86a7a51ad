package io.dsreview.core.pipeline;

import io.dsreview.api.access.Actor;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.CommandResult.Accepted;
import io.dsreview.api.command.CommandResult.Conflict;
import io.dsreview.api.command.CommandResult.Duplicate;
import io.dsreview.api.command.CommandResult.NotFound;
import io.dsreview.api.command.CommandResult.Rejected;
import io.dsreview.api.command.ExecutionCommand.Launch;
import io.dsreview.api.command.ReviewCommand;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.command.StartSession;
import io.dsreview.api.error.Problem;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.id.IdempotencyKey;
import io.dsreview.api.session.Readiness;
import io.dsreview.api.session.ReadinessChange;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionStatus;
import io.dsreview.api.store.StoredOutcome;
import io.dsreview.api.superset.LinkReading;
import io.dsreview.core.codec.SessionCodec;
import io.dsreview.core.decision.Decision;
import io.dsreview.core.decision.Decision.Change;
import io.dsreview.core.decision.Decisions;
import io.dsreview.core.decision.Effect;
import io.dsreview.core.finding.ReviewProblem;
import io.dsreview.core.validation.CommandValidator;
import io.dsreview.core.view.ReviewViews;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The one way of every command: validate, scope, idempotency key, domain duplicate, expected version, permission, decide,
 * one atomic commit, effects. Whether something was done before is told only to who may do it. Thread-safe; runs on the
 * caller's thread, recoveries on those of the host's executor.
 */
public final class Pipeline {

    private static final int MOST_ATTEMPTS = Settling.MOST_ATTEMPTS;

    private final Ports ports;
    private final SessionCodec codec;
    private final ReviewViews views;
    private final CommandValidator validator = new CommandValidator();
    private final Guard guard = new Guard();
    private final Sessions sessions;
    private final Commits commits;
    private final FactFinder facts;
    private final RunningRecoveries recoveries;
    private final AfterCommit afterCommit;

    /**
     * Makes a pipeline.
     *
     * @param ports everything it talks to
     * @param codec reads and writes sessions
     * @param views computes what a result shows
     */
    public Pipeline(Ports ports, SessionCodec codec, ReviewViews views) {
        this.ports = ports;
        this.codec = codec;
        this.views = views;
        this.sessions = new Sessions(ports.store(), codec, ports.policy());
        this.commits = new Commits(ports, codec);
        this.facts = new FactFinder(ports, guard);
        Settling settling = new Settling(sessions, commits, ports.seams());
        this.recoveries = new RunningRecoveries(ports, guard, sessions, commits, settling);
        this.afterCommit = new AfterCommit(new Effects(ports, guard), recoveries, settling);
    }

    /** Stops working on recoveries, which can be picked up at once. */
    public void close() {
        recoveries.leaveBehind();
    }

    /**
     * Carries a command out.
     *
     * @param command the command
     * @return how it ended, with the session after its effects
     */
    public CommandResult execute(@Nullable ReviewCommand command) {
        if (command == null) {
            return new Rejected(
                    List.of(Problem.of(ReviewProblem.INPUT_MISSING, "field", "command")
                            .about("command")),
                    List.of());
        }
        List<Problem> violations = validator.check(command);
        if (!violations.isEmpty()) {
            Rejected rejected = new Rejected(violations, List.of());
            return refuse(command, rejected, Refusal.ofDamaged(command, rejected));
        }
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<CommandResult> result =
                    command instanceof StartSession start ? tryStart(start) : trySession((SessionCommand) command);
            if (result.isPresent()) {
                return result.get();
            }
        }
        throw tooContended();
    }

    /** Empty if somebody else stored something first: then everything is looked at again. */
    private Optional<CommandResult> tryStart(StartSession command) {
        if (!ports.policy().permits(command.actor(), command.permission())) {
            return Optional.of(refuse(command, missing(command).problems()));
        }
        Optional<CommandResult> known = byKey(command);
        if (known.isPresent()) {
            return known;
        }
        FactFinder.Source source = facts.source(command);
        Optional<Problem> unreachable = environment(source.reading())
                .flatMap(environment ->
                        guard.orElse(() -> ports.extractor().probe(environment, command.actor()), Optional::of));
        Decision decision = unreachable
                .<Decision>map(problem -> new Decision.Refuse(List.of(problem), List.of()))
                .orElseGet(() -> Decisions.start(source.link(), source.reading(), facts.plain(command.actor())));
        return carryOut(null, command, decision);
    }

    private Optional<CommandResult> trySession(SessionCommand command) {
        Actor actor = command.actor();
        Optional<Loaded> found = sessions.find(actor, command.context().session());
        if (found.isEmpty()) {
            commits.announce(Refusal.notFound(command));
            return Optional.of(new NotFound());
        }
        Loaded loaded = found.get();
        boolean permitted = ports.policy().permits(actor, command.permission());
        Optional<CommandResult> known = permitted ? byKey(command) : Optional.empty();
        if (known.isPresent()) {
            return known;
        }
        if (permitted && Decisions.isRepetition(loaded.session(), command)) {
            ReviewSession session = applied(loaded, actor);
            return Optional.of(duplicate(session, session.header().version(), actor));
        }
        if (loaded.version() != command.context().expectedVersion()) {
            Conflict conflict = new Conflict(command.context().expectedVersion(), loaded.version());
            Refusal refusal = Refusal.of(command, conflict, codec.hash(command));
            return commits.storeRefusal(loaded, refusal, actor) ? Optional.of(conflict) : Optional.empty();
        }
        // Whether the actor may launch is clause L10, so that all reasons come at once.
        if (!(command instanceof Launch) && !permitted) {
            return carryOut(loaded, command, missing(command));
        }
        return carryOut(
                loaded, command, Decisions.of(loaded.session(), command, facts.about(loaded.session(), command)));
    }

    private Optional<CommandResult> carryOut(@Nullable Loaded loaded, ReviewCommand command, Decision decision) {
        if (decision instanceof Decision.Refuse refused) {
            Rejected rejected = new Rejected(refused.problems(), refused.unmet());
            Refusal refusal = Refusal.of(command, rejected, codec.hash(command));
            if (loaded == null) {
                commits.announce(refusal);
                return Optional.of(rejected);
            }
            return commits.storeRefusal(loaded, refusal, command.actor()) ? Optional.of(rejected) : Optional.empty();
        }
        if (!(decision instanceof Change change)) {
            return Optional.ofNullable(loaded)
                    .map(known -> duplicate(known.session(), known.version(), command.actor()));
        }
        Actor actor = command.actor();
        Readiness before = loaded == null ? null : views.readiness(loaded.session(), actor);
        List<Finding> known = loaded == null ? List.of() : loaded.session().findings();
        return commits.store(loaded, change, actor, "accepted." + name(command), outcome(command, change))
                .map(stored -> views.of(afterCommit.follow(stored, change.effect(), actor), actor))
                .map(view -> new Accepted(view, ReadinessChange.between(before, known, view)));
    }

    private Optional<CommandResult> byKey(ReviewCommand command) {
        IdempotencyKey key = command.key();
        if (key == null) {
            return Optional.empty();
        }
        Actor actor = command.actor();
        Optional<StoredOutcome> bound = ports.store().outcome(actor.tenant(), actor.user(), key);
        if (bound.isEmpty()) {
            return Optional.empty();
        }
        Optional<Loaded> loaded = sessions.find(actor, bound.get().session());
        if (loaded.isEmpty()) {
            return Optional.of(new NotFound());
        }
        if (!bound.get().command().equals(codec.hash(command))) {
            return Optional.of(refuse(command, List.of(Problem.of(ReviewProblem.IDEMPOTENCY_KEY_REUSED))));
        }
        return Optional.of(duplicate(applied(loaded.get(), actor), bound.get().version(), actor));
    }

    /** An answer that a crash left unapplied is applied when whoever gave it gives it again. */
    private ReviewSession applied(Loaded loaded, Actor actor) {
        ReviewSession session = loaded.session();
        boolean waits = session.header().status() == SessionStatus.ACTIVE
                && session.clarification().answered();
        return waits ? afterCommit.follow(loaded, new Effect.Reevaluate(), actor) : session;
    }

    /** Finds the session of a command that may be damaged anywhere, to record the refusal there. */
    private Optional<Loaded> reachable(ReviewCommand command) {
        return command instanceof SessionCommand damaged
                        && damaged.context() != null
                        && damaged.context().actor() != null
                        && damaged.context().actor().tenant() != null
                        && damaged.context().actor().user() != null
                        && damaged.context().session() != null
                ? sessions.find(damaged.actor(), damaged.context().session())
                : Optional.empty();
    }

    private CommandResult refuse(ReviewCommand command, List<Problem> problems) {
        Rejected rejected = new Rejected(problems, List.of());
        return refuse(command, rejected, Refusal.of(command, rejected, codec.hash(command)));
    }

    /** Records a refusal that is certain whatever is stored: with the session if it is within reach, else with the host. */
    private CommandResult refuse(ReviewCommand command, Rejected rejected, Refusal refusal) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<Loaded> loaded = reachable(command);
            if (loaded.isEmpty()) {
                commits.announce(refusal);
                return rejected;
            }
            if (commits.storeRefusal(loaded.get(), refusal, command.actor())) {
                return rejected;
            }
        }
        throw tooContended();
    }

    private static IllegalStateException tooContended() {
        return new IllegalStateException(MOST_ATTEMPTS + " commits in a row found the store changed by somebody else;"
                + " check that the store compares version and ledger position");
    }

    private static Decision.Refuse missing(ReviewCommand command) {
        return new Decision.Refuse(
                List.of(Problem.of(
                        ReviewProblem.PERMISSION_MISSING,
                        "permission",
                        command.permission().name())),
                List.of());
    }

    private CommandResult duplicate(ReviewSession session, long version, Actor actor) {
        return new Duplicate(version, views.of(session, actor));
    }

    private LongFunction<@Nullable StoredOutcome> outcome(ReviewCommand command, Change change) {
        IdempotencyKey key = command.key();
        Actor actor = command.actor();
        return version -> key == null
                ? null
                : new StoredOutcome(
                        actor.tenant(),
                        actor.user(),
                        key,
                        codec.hash(command),
                        change.session().header().id(),
                        version);
    }

    private static Optional<EnvironmentId> environment(LinkReading reading) {
        if (reading instanceof LinkReading.Supported supported) {
            return Optional.of(supported.link().environment());
        }
        return reading instanceof LinkReading.UnsupportedShape shape
                ? Optional.of(shape.environment())
                : Optional.empty();
    }

    private static String name(Object thing) {
        return thing.getClass().getSimpleName();
    }
}
