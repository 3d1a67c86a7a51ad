package io.dsreview.core;

import io.dsreview.api.access.AccessPolicy;
import io.dsreview.api.access.Actor;
import io.dsreview.api.access.FeatureFlags;
import io.dsreview.api.access.Role;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.ExecutionCommand.Launch;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.MappingCommand.DecideMappings;
import io.dsreview.api.command.ReviewCommand;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.command.StartSession;
import io.dsreview.api.execution.DatasetRevision;
import io.dsreview.api.execution.LaunchSummary;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.id.TenantId;
import io.dsreview.api.ledger.AnchorSink;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.ReviewView;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.api.session.SessionEventListener;
import io.dsreview.api.store.ReviewStore;
import io.dsreview.api.superset.RecoveredColumn;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveredDataset;
import io.dsreview.core.pipeline.Ports;
import io.dsreview.core.pipeline.RecoveryWork;
import io.dsreview.core.seam.Seams;
import io.dsreview.core.semantic.SemanticSources;
import io.dsreview.core.store.InMemoryReviewStore;
import io.dsreview.test.superset.FakeSuperset;
import io.dsreview.test.superset.SampleContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A core with a Superset in memory, a clock that stands still until it is moved, and chance with a fixed seed. */
public final class World {

    public static final Actor ANN = Actor.of("acme", "ann", Role.MAINTAINER);
    public static final Actor BEN = Actor.of("acme", "ben", Role.MAINTAINER);
    public static final Actor ADA = Actor.of("acme", "ada", Role.ADMIN);
    public static final Actor EVE = Actor.of("other", "ann", Role.ADMIN);
    public static final String LINK = "https://superset.test/superset/dashboard/1/";

    public final FakeSuperset superset;
    public final List<SessionEvent> heard = new ArrayList<>();
    public final ManualClock clock = new ManualClock();
    public final ReviewStore store;
    public final ReviewCore core;
    private final Random random = new Random(42);
    private ReviewView view;

    public World(RecoveredContext context) {
        this(context, new InMemoryReviewStore(), true);
    }

    public World(RecoveredContext context, ReviewStore store, boolean executionOn) {
        this(context, store, FeatureFlags.ALL_ON.withExecution(executionOn));
    }

    public World(RecoveredContext context, ReviewStore store, FeatureFlags flags) {
        this.superset = new FakeSuperset(context);
        this.store = store;
        this.core = core(AccessPolicy.byRole(), tenant -> flags, heard::add);
    }

    /** Another core on the same store: what a restarted process is. */
    public ReviewCore core(boolean executionOn) {
        return core(AccessPolicy.byRole(), executionOn, heard::add);
    }

    /** Another core on the same store, of a host with its own policy, flag and listener. */
    public ReviewCore core(AccessPolicy policy, boolean executionOn, SessionEventListener listener) {
        return core(policy, tenant -> FeatureFlags.ALL_ON.withExecution(executionOn), listener);
    }

    /** Another core on the same store, that works on recoveries in its own way. */
    public ReviewCore core(RecoveryWork work) {
        return core(AccessPolicy.byRole(), tenant -> FeatureFlags.ALL_ON, heard::add, work);
    }

    /** Another core on the same store, of a host with its own policy, flags per tenant and listener. */
    public ReviewCore core(
            AccessPolicy policy, Function<TenantId, FeatureFlags> features, SessionEventListener listener) {
        return core(policy, features, listener, RecoveryWork.onCallersThread());
    }

    private ReviewCore core(
            AccessPolicy policy,
            Function<TenantId, FeatureFlags> features,
            SessionEventListener listener,
            RecoveryWork work) {
        return new ReviewCore(new Ports(
                store,
                superset,
                superset,
                new SemanticSources(),
                policy,
                features,
                listener,
                AnchorSink.noop(),
                new Seams(clock, random),
                work));
    }

    /** A session with one dataset and one approved filter, whose launch gate is open. */
    public static World readyToLaunch(ReviewStore store) {
        World world = new World(oneFilter().build(), store, true);
        return world.start().approveAll().step(RequestPreview::new);
    }

    /** A session with one dataset and one approved filter, whose launch gate is open. */
    public static World readyToLaunch() {
        return readyToLaunch(new InMemoryReviewStore());
    }

    /** One dataset without a template, and one filter that reaches it. */
    public static SampleContext oneFilter() {
        return new SampleContext().dataset(7).filter("F-status", "status", "paid");
    }

    /** One dataset whose template requires the variables region and floor, and one filter. */
    public static SampleContext twoVariables() {
        return new SampleContext()
                .dataset(
                        7,
                        TemplateVariable.of(VariableKind.URL_PARAM, "region", true, null),
                        TemplateVariable.of(VariableKind.URL_PARAM, "floor", true, null))
                .filter("F-status", "status", "paid");
    }

    /** Starts a session and keeps it as the current one. */
    public World start() {
        return keep(core.execute(new StartSession(ANN, null, LINK)));
    }

    /** Takes a step as Ann on the current version; it must be accepted. */
    public World step(Function<CommandContext, SessionCommand> command) {
        CommandResult result = attempt(ANN, command);
        if (!(result instanceof CommandResult.Accepted)) {
            throw new AssertionError("expected an accepted command, got " + result);
        }
        return keep(result);
    }

    /** Takes a step on the current version, whatever becomes of it; the current session stays as it is. */
    public CommandResult attempt(Actor actor, Function<CommandContext, SessionCommand> command) {
        return core.execute(command.apply(context(actor)));
    }

    /** Looks at the summary of the launch, and launches what it shows; it must be accepted. */
    public World launch() {
        return step(this::launching);
    }

    /** Looks at the summary of the launch and confirms it, whatever becomes of it. */
    public CommandResult attemptLaunch(Actor actor) {
        return attempt(actor, this::launching);
    }

    /** A launch of what its actor is shown now; of nothing that anybody was shown, where there is no summary. */
    public Launch launching(CommandContext context) {
        return new Launch(
                context,
                core.find(context.actor(), context.session())
                        .map(found -> found.readiness().summary())
                        .map(LaunchSummary::hash)
                        .orElse(null));
    }

    public CommandResult execute(ReviewCommand command) {
        return core.execute(command);
    }

    /** Approves every mapping that the session has. */
    public World approveAll() {
        return session().mappings().isEmpty()
                ? this
                : step(context -> new DecideMappings(
                        context,
                        session().mappings().stream().map(ExecutionMapping::id).toList(),
                        true));
    }

    public World keep(CommandResult result) {
        view = result.orElseThrow();
        return this;
    }

    public CommandContext context(Actor actor) {
        return new CommandContext(
                actor, session().header().id(), session().header().version(), null);
    }

    public ReviewSession session() {
        return view.session();
    }

    /** Reads the current session from the store again, as Ann sees it. */
    public World reload() {
        view = core.find(ANN, id()).orElseThrow();
        return this;
    }

    public SessionId id() {
        return session().header().id();
    }

    /** The ids of the clauses that keep the launch gate closed for whoever acted last. */
    public List<String> clauses() {
        return view.readiness().launch().unmet().stream()
                .map(unmet -> unmet.clause().id())
                .toList();
    }

    public ReviewView view() {
        return view;
    }

    /** The same context, of a dataset whose definition was changed since. */
    public static RecoveredContext withRevision(RecoveredContext context, DatasetRevision revision) {
        return withDatasets(context, dataset -> copy(dataset, revision, dataset.columns()));
    }

    /** The same context, of a dataset that lacks a column. */
    public static RecoveredContext withoutColumn(RecoveredContext context, String column) {
        return withDatasets(
                context,
                dataset -> copy(
                        dataset,
                        dataset.revision(),
                        dataset.columns().stream()
                                .filter(each -> !each.id().value().equals(column))
                                .toList()));
    }

    /** The same context, of a dataset with many columns more. */
    public static RecoveredContext withColumns(RecoveredContext context, int more) {
        return withDatasets(context, dataset -> {
            List<RecoveredColumn> columns = new ArrayList<>(dataset.columns());
            for (int i = 0; i < more; i++) {
                FieldId id = new FieldId("a_column_with_a_name_of_about_sixty_characters_as_some_are_" + i);
                columns.add(new RecoveredColumn(id, "TEXT", false, false));
            }
            return copy(dataset, dataset.revision(), columns);
        });
    }

    /** The same dataset with another revision and other columns. */
    public static RecoveredDataset copy(
            RecoveredDataset dataset, DatasetRevision revision, List<RecoveredColumn> columns) {
        return new RecoveredDataset(
                dataset.reference(),
                dataset.description(),
                dataset.virtual(),
                revision,
                columns,
                dataset.variables(),
                dataset.templateNames());
    }

    /** The same context with changed datasets. */
    public static RecoveredContext withDatasets(RecoveredContext context, UnaryOperator<RecoveredDataset> change) {
        return new RecoveredContext(
                context.link(),
                context.kind(),
                context.server(),
                context.dashboardId(),
                context.title(),
                context.charts(),
                context.datasets().stream().map(change).toList(),
                context.filters(),
                context.urlParameters(),
                context.query(),
                context.summary());
    }

    public static SemanticSource.Dictionary csv(String name, String... lines) {
        return SemanticSource.csv(name, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    /** A clock that moves only when it is told to. */
    public static final class ManualClock extends Clock {

        private Instant now = Instant.parse("2026-03-01T12:00:00Z");

        public void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
