package io.dsreview.benchmarks.cost;

import io.dsreview.api.access.FeatureFlags;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.session.Report;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.benchmarks.pairing.Attempt;
import io.dsreview.core.codec.SessionCodec;
import io.dsreview.core.decision.Decision;
import io.dsreview.core.decision.Decisions;
import io.dsreview.core.decision.Effect;
import io.dsreview.core.decision.Facts;
import io.dsreview.core.decision.RecoveryTerms;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Something that is timed at every scale.
 *
 * @param kind what it belongs to
 * @param name its name in the tables
 * @param make makes what is timed
 * @param floor makes what it is compared with
 */
record Measure(Kind kind, String name, Function<Subject, Attempt> make, Function<Subject, Attempt> floor) {

    /** What the limits are about. */
    enum Kind {
        READY,
        DECIDE,
        ENCODE,
        DOCUMENTATION,
        VALIDATION,
        WHOLE;

        /** A part of a command, which takes little: it is done often, and the slowest twentieth of it is looked at. */
        boolean isStep() {
            return this == DECIDE || this == ENCODE;
        }
    }

    /** Decisions that are made beforehand, to be encoded one after the other. */
    private static final int VARIANTS = 4;

    private static final SessionCodec CODEC = new SessionCodec();

    /** Returns all measures. Those that change the review come last. */
    static List<Measure> all() {
        return Stream.of(
                        Stream.of(new Measure(
                                Kind.READY, "link to preview", subject -> subject::toReady, Subject::floor)),
                        steps(Kind.DECIDE, Measure::deciding, Measure::changed),
                        steps(Kind.ENCODE, Measure::encoding, Measure::changed),
                        Stream.of(Report.values()).flatMap(Measure::exports),
                        steps(Kind.WHOLE, Measure::whole, step -> Subject::floor))
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<Measure> steps(
            Kind kind,
            Function<Step, Function<Subject, Attempt>> make,
            Function<Step, Function<Subject, Attempt>> floor) {
        return Stream.of(Step.values())
                .map(step -> new Measure(kind, step.title(), make.apply(step), floor.apply(step)));
    }

    private static Stream<Measure> exports(Report report) {
        Kind kind =
                switch (report) {
                    case DOCUMENTATION -> Kind.DOCUMENTATION;
                    case VALIDATION -> Kind.VALIDATION;
                };
        return Stream.of(Report.Format.values())
                .map(format -> new Measure(
                        kind,
                        (report + " as " + format).toLowerCase(Locale.ROOT),
                        subject -> () -> subject.report(report, format),
                        Subject::floor));
    }

    private static Function<Subject, Attempt> deciding(Step step) {
        return subject -> counting(index -> decide(subject.session(), step, index));
    }

    private static Function<Subject, Attempt> encoding(Step step) {
        return subject -> {
            ReviewSession before = subject.session();
            List<ReviewSession> after = IntStream.range(0, VARIANTS)
                    .mapToObj(index -> decide(before, step, index))
                    .toList();
            return counting(index -> {
                if (CODEC.changedParts(before, after.get(index % VARIANTS)).isEmpty()) {
                    throw new IllegalStateException(step.title() + " changes nothing");
                }
            });
        };
    }

    /** The floor of a step: the documents that it changes, as plain JSON. */
    private static Function<Subject, Attempt> changed(Step step) {
        return subject -> new PlainJson(CODEC.changedParts(subject.session(), decide(subject.session(), step, 0)));
    }

    private static Function<Subject, Attempt> whole(Step step) {
        return subject -> counting(index -> subject.execute(step, index));
    }

    /** What a command decides, and what follows from it without asking anybody. */
    private static ReviewSession decide(ReviewSession session, Step step, int index) {
        CommandContext context = new CommandContext(
                SizedReview.ANN, session.header().id(), session.header().version(), null);
        Facts facts = new Facts(
                SizedReview.ANN,
                Instant.EPOCH,
                "id-" + index,
                true,
                FeatureFlags.ALL_ON,
                RecoveryTerms.DEFAULT,
                session.recovery().dataset().orElseThrow().revision(),
                null,
                null,
                null);
        Decision.Change change = change(step, Decisions.of(session, step.command(context, session, index), facts));
        return change.effect() instanceof Effect.Reevaluate
                ? change(step, Decisions.reevaluated(change.session(), Instant.EPOCH))
                        .session()
                : change.session();
    }

    private static Decision.Change change(Step step, Decision decision) {
        if (decision instanceof Decision.Change change) {
            return change;
        }
        throw new IllegalStateException(step.title() + " changes nothing: " + decision);
    }

    private static Attempt counting(IntConsumer run) {
        int[] next = {0};
        return () -> run.accept(next[0]++);
    }
}
