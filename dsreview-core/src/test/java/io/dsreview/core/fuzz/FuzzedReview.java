package io.dsreview.core.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.access.AccessPolicy;
import io.dsreview.api.access.FeatureFlags;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.LifecycleCommand;
import io.dsreview.api.command.ReviewCommand;
import io.dsreview.api.command.SemanticCommand.DecideField;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.command.StartSession;
import io.dsreview.api.execution.Gate;
import io.dsreview.api.id.IdempotencyKey;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.inference.InferenceProvider;
import io.dsreview.api.ledger.AnchorSink;
import io.dsreview.api.ledger.Verification;
import io.dsreview.api.privacy.MaskedText;
import io.dsreview.api.privacy.PiiMasker;
import io.dsreview.api.semantic.SemanticSourceResolver;
import io.dsreview.api.semantic.SemanticSourceResolver.Resolution;
import io.dsreview.api.session.Report;
import io.dsreview.api.session.ReviewView;
import io.dsreview.api.session.SessionEventListener;
import io.dsreview.api.session.SessionHeader;
import io.dsreview.api.session.SessionStatus;
import io.dsreview.core.ReviewCore;
import io.dsreview.core.World;
import io.dsreview.core.pipeline.Ports;
import io.dsreview.core.seam.Seams;
import io.dsreview.core.semantic.SemanticSources;
import io.dsreview.core.store.InMemoryReviewStore;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One review that is thrown anything at, and what must hold after each throw. */
final class FuzzedReview {

    private static final List<Class<?>> TYPES =
            Reflected.leaves(SessionCommand.class).toList();

    private final Random random;
    private final World.ManualClock clock = new World.ManualClock();
    private final ReviewCore core;
    private final Outcomes outcomes;
    private @Nullable SessionId id;

    FuzzedReview(long seed, Outcomes outcomes) {
        this.random = new Random(seed);
        this.outcomes = outcomes;
        AnySuperset superset = AnySuperset.of(random);
        this.core = new ReviewCore(new Ports(
                new InMemoryReviewStore(),
                superset,
                superset,
                resolver(superset),
                AccessPolicy.byRole(),
                tenant -> FeatureFlags.ALL_ON,
                SessionEventListener.noop(),
                AnchorSink.noop(),
                new Seams(clock, random)));
    }

    private SemanticSourceResolver resolver(AnySuperset superset) {
        InferenceProvider model =
                (prompt, actor) -> new InferenceProvider.Outcome.Completion(AnySource.completion(random), "fuzz", "1");
        PiiMasker masker = text -> Optional.of(new MaskedText(text));
        SemanticSources files =
                new SemanticSources(Map.of("glossary", (actor, limit) -> AnySource.rows(random)), model, masker);
        return SemanticSourceResolver.of(files, (source, fields, actor) -> (Resolution)
                superset.value().record(random.nextBoolean() ? Resolution.Resolved.class : Resolution.Unusable.class));
    }

    /** Throws some commands, one after the other, at a review that came some way or other. */
    void run(int commands) {
        for (int i = 0; i < commands; i++) {
            clock.advance(Duration.ofSeconds(random.nextInt(100)));
            step();
        }
        look();
    }

    private void step() {
        Optional<ReviewView> before = view();
        ReviewCommand command = command(before.orElse(null));

        CommandResult result = core.execute(command);

        outcomes.count(command, result);
        result.fold(
                accepted -> isStored(command, accepted.view()),
                rejected -> unchanged(before),
                conflict -> unchanged(before),
                duplicate -> unchanged(before),
                notFound -> unchanged(before));
    }

    private Object isStored(ReviewCommand command, ReviewView accepted) {
        SessionHeader header = accepted.session().header();
        if (!header.owner().equals(World.ANN.user()) || !header.tenant().equals(World.ANN.tenant())) {
            return accepted;
        }
        id = header.id();
        boolean deleted = header.status() == SessionStatus.DELETED;
        assertThat(view().map(ReviewView::session))
                .isEqualTo(deleted ? Optional.empty() : Optional.of(accepted.session()));
        if (!deleted) {
            assertThat(Known.in(accepted.session()).texts()).containsAll(freeTexts(command));
        }
        return accepted;
    }

    /** What a person wrote, to be kept character by character. */
    private static List<String> freeTexts(ReviewCommand command) {
        List<String> texts = new ArrayList<>();
        for (RecordComponent component : command.getClass().getRecordComponents()) {
            Object value = Reflected.read((Record) command, component);
            if (value instanceof String || value instanceof DecideField.Choice.Write) {
                texts.addAll(Known.in(value).texts());
            }
        }
        return texts;
    }

    private Object unchanged(Optional<ReviewView> before) {
        assertThat(view().map(ReviewView::session)).isEqualTo(before.map(ReviewView::session));
        return before;
    }

    private Optional<ReviewView> view() {
        return id == null ? Optional.empty() : core.find(World.ANN, id);
    }

    private ReviewCommand command(@Nullable ReviewView view) {
        if (view == null) {
            return random.nextInt(3) == 0
                    ? (ReviewCommand) any(null).make(StartSession.class)
                    : new StartSession(World.ANN, null, World.LINK);
        }
        if (random.nextInt(3) == 0) {
            return new Diligent(view, random).next(context(view));
        }
        AnyValue value = any(view);
        Class<?> type = type();
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            boolean context = components[i].getType() == CommandContext.class && random.nextInt(10) > 0;
            values[i] = context ? context(view) : value.of(components[i].getAnnotatedType());
        }
        return (ReviewCommand) Reflected.make(type, values);
    }

    /** What ends a review is seldom thrown: most of it is to be met alive. */
    private Class<?> type() {
        Class<?> type = TYPES.get(random.nextInt(TYPES.size()));
        return LifecycleCommand.class.isAssignableFrom(type) && random.nextInt(10) > 0 ? type() : type;
    }

    private CommandContext context(ReviewView view) {
        return new CommandContext(
                random.nextInt(10) == 0 ? World.EVE : World.ANN,
                view.session().header().id(),
                view.session().header().version() - (random.nextInt(10) == 0 ? 1 : 0),
                random.nextInt(3) == 0 ? new IdempotencyKey("key" + random.nextInt(10)) : null);
    }

    private AnyValue any(@Nullable ReviewView view) {
        return new AnyValue(random, Known.in(view), random.nextBoolean());
    }

    /** Whatever was thrown at it, all that can be read of it can be read. */
    private void look() {
        SessionId session = id;
        if (session == null || view().isEmpty()) {
            return;
        }
        for (Gate gate : Gate.values()) {
            assertThat(core.explain(World.ANN, session, gate)).isPresent();
        }
        for (Report report : Report.values()) {
            for (Report.Format format : Report.Format.values()) {
                for (Locale locale : Set.of(Locale.ENGLISH, Locale.forLanguageTag("ru"))) {
                    assertThat(core.report(World.ANN, session, report, format, locale))
                            .isPresent();
                }
            }
        }
        assertThat(core.exportJson(World.ANN, session)).isPresent();
        assertThat(core.events(World.ANN, session)).isNotEmpty();
        assertThat(core.verifyLedger(World.ANN, session).orElseThrow()).isInstanceOf(Verification.Verified.class);
    }
}
