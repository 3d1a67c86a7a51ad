package io.dsreview.core.invariant;

import io.dsreview.api.access.AccessPolicy;
import io.dsreview.api.access.FeatureFlags;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.ExecutionCommand.ChooseTarget;
import io.dsreview.api.command.LifecycleCommand.ArchiveSession;
import io.dsreview.api.command.LifecycleCommand.DeleteSession;
import io.dsreview.api.command.RecoveryCommand.CancelRecovery;
import io.dsreview.api.command.ReviewCommand;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.id.IdempotencyKey;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.ledger.AnchorSink;
import io.dsreview.api.ledger.LedgerRecord;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionEventListener;
import io.dsreview.api.store.ReviewStore;
import io.dsreview.core.ReviewCore;
import io.dsreview.core.World.ManualClock;
import io.dsreview.core.decision.RecoveryTerms;
import io.dsreview.core.pipeline.Ports;
import io.dsreview.core.pipeline.RecoveryWork;
import io.dsreview.core.seam.Seams;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where a sequence is played: one store and one Superset, and a core that is replaced whenever the process dies. */
final class Stage {

    private static final SessionId NOBODYS = new SessionId("01ARZ3NDEKTSV4RRFFQ69G5FAV");

    private static final RecoveryWork WITHOUT_ALARMS =
            new RecoveryWork(Runnable::run, RecoveryTerms.DEFAULT, (delay, what) -> () -> {});

    private final RecordingStore store = new RecordingStore();
    private final Weather weather = new Weather();
    private final ManualClock clock = new ManualClock();
    private final Seams seams = new Seams(clock, new Random(42));
    private final FaultyPorts faults = new FaultyPorts(this::secondWriter);
    private final UnaryOperator<Ports> planted;
    private final List<ReviewCommand> sent = new ArrayList<>();
    private boolean executionOn = true;
    private Ports ports;
    private ReviewCore core;
    private int steps;

    /** Takes what is broken on purpose, between the core and its ports. */
    Stage(UnaryOperator<Ports> planted) {
        this.planted = planted;
        this.core = start();
    }

    private ReviewCore start() {
        ports = planted.apply(new Ports(
                store,
                weather,
                weather,
                new Sources(),
                AccessPolicy.byRole(),
                tenant -> FeatureFlags.ALL_ON.withExecution(executionOn),
                SessionEventListener.noop(),
                AnchorSink.noop(),
                seams,
                WITHOUT_ALARMS));
        return new ReviewCore(faults.wrap(ports));
    }

    Weather weather() {
        return weather;
    }

    RecordingStore store() {
        return store;
    }

    ReviewCore core() {
        return core;
    }

    /** The store as the core knows it, with whatever is broken about it. */
    ReviewStore hostsStore() {
        return ports.store();
    }

    /** The ledger, as the store tells it. */
    List<LedgerRecord> ledger(ReviewSession session) {
        return ports.store()
                .history(session.header().tenant(), session.header().id())
                .ledger();
    }

    Seams seams() {
        return seams;
    }

    Instant now() {
        return clock.instant();
    }

    boolean executionOn() {
        return executionOn;
    }

    void pass(Duration time) {
        clock.advance(time);
    }

    /** The host restarts with the other setting. */
    void switchExecution() {
        executionOn = !executionOn;
        core = start();
    }

    /** A command that was sent before, 0 for the last one. */
    Optional<ReviewCommand> sent(int back) {
        return back < sent.size() ? Optional.of(sent.get(sent.size() - 1 - back)) : Optional.empty();
    }

    /** How one of the sessions looks to somebody. */
    Sight sight(Party party, int session) {
        return new Sight(party.actor(), session(session).flatMap(store::state), this);
    }

    private Optional<SessionId> session(int index) {
        List<SessionId> all = store.sessions();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(index % all.size()));
    }

    /** The command that a step sends in the present state, if it sends one. */
    Optional<ReviewCommand> prepare(Step step) {
        steps++;
        clock.advance(Duration.ofSeconds(1));
        Sight sight = sight(step.party(), step.session());
        long current = sight.found()
                .map(ReviewSession::header)
                .map(header -> header.version())
                .orElse(1L);
        long expected =
                switch (step.version()) {
                    case CURRENT -> current;
                    case STALE -> Math.max(1, current - 1);
                    case AHEAD -> current + 1;
                };
        CommandContext context =
                new CommandContext(step.party().actor(), session(step.session()).orElse(NOBODYS), expected, key(step));
        return Moves.named(step.move()).action().act(sight, context, new Choices(step.choice()));
    }

    private @Nullable IdempotencyKey key(Step step) {
        return switch (step.key()) {
            case NONE -> null;
            case FRESH -> new IdempotencyKey("key-" + steps);
            case USED ->
                sent.stream()
                        .flatMap(command -> Optional.ofNullable(command.key()).stream())
                        .reduce((earlier, later) -> later)
                        .orElse(null);
        };
    }

    /** Sends a command, lets one thing go wrong, and starts the process again if that killed it. */
    Observation send(ReviewCommand command, Fault fault) {
        int known = store.commits().size();
        int arrived = weather.requests().size();
        long version = version(command);
        sent.add(command);
        faults.arm(fault);
        Optional<CommandResult> result = Optional.empty();
        Optional<RuntimeException> unexpected = Optional.empty();
        Optional<RecordingStore.Cause> outer = store.cause(Optional.of(cause(command)));
        try {
            result = Optional.of(core.execute(command));
        } catch (Fault.Death | Fault.Broken over) {
            core = start();
        } catch (RuntimeException failing) {
            unexpected = Optional.of(failing);
            core = start();
        } finally {
            store.cause(outer);
        }
        boolean happened = !fault.isNone() && faults.arm(Fault.NONE).isNone();
        return new Observation(
                command,
                version,
                result,
                unexpected,
                List.copyOf(store.commits().subList(known, store.commits().size())),
                List.copyOf(
                        weather.requests().subList(arrived, weather.requests().size())),
                happened,
                this);
    }

    private RecordingStore.Cause cause(ReviewCommand command) {
        return new RecordingStore.Cause(command, executionOn, seams.now());
    }

    private long version(ReviewCommand command) {
        return command instanceof SessionCommand to
                ? store.state(to.context().session())
                        .map(session -> session.header().version())
                        .orElse(0L)
                : 0;
    }

    /** An administrator's command on the same session, of another process. */
    private void secondWriter(SessionId session, Fault.SecondWriter what) {
        Optional<ReviewSession> found = store.state(session);
        if (found.isEmpty()) {
            return;
        }
        Party party =
                found.get().header().tenant().equals(Party.ADA_ADMIN.actor().tenant())
                        ? Party.ADA_ADMIN
                        : Party.ANN_OF_OTHER;
        CommandContext context =
                new CommandContext(party.actor(), session, found.get().header().version(), null);
        ReviewCommand command =
                switch (what) {
                    case CHOOSES_A_TARGET -> new ChooseTarget(context, new DatasetRows(List.of(), 500 + steps));
                    case CANCELS_THE_RECOVERY -> new CancelRecovery(context);
                    case ARCHIVES -> new ArchiveSession(context);
                    case DELETES -> new DeleteSession(context);
                };
        Optional<RecordingStore.Cause> outer = store.cause(Optional.of(cause(command)));
        try {
            start().execute(command);
        } finally {
            store.cause(outer);
        }
    }
}
