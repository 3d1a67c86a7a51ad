package io.dsreview.benchmarks.cost;

import io.dsreview.Review;
import io.dsreview.api.access.FeatureFlags;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.session.Report;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.benchmarks.pairing.Attempt;
import io.dsreview.core.codec.SessionCodec;
import io.dsreview.core.decision.Decision;
import io.dsreview.core.decision.Decisions;
import io.dsreview.core.decision.Facts;
import io.dsreview.core.decision.RecoveryTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Something that is timed at every scale.
 *
 * @param kind what it belongs to
 * @param name its name in the tables
 * @param make makes what is timed, for a scale
 */
record Measure(Kind kind, String name, java.util.function.Function<Scale, Attempt> make) {

    /** What the limits are about. */
    enum Kind {
        READY,
        DECIDE,
        ENCODE,
        WHOLE,
        EXPORT
    }

    private static final int VARIANTS = 64;

    /** Returns all measures, in the order of the tables. */
    static List<Measure> all() {
        Stream<Measure> steps = Stream.of(Step.values())
                .flatMap(step -> Stream.of(
                        new Measure(Kind.DECIDE, step.title(), scale -> deciding(scale, step)),
                        new Measure(Kind.ENCODE, step.title(), scale -> encoding(scale, step)),
                        new Measure(Kind.WHOLE, step.title(), scale -> whole(scale, step))));
        Stream<Measure> exports = Stream.of(Report.values()).flatMap(report -> Stream.of(Report.Format.values())
                .map(format -> new Measure(
                        Kind.EXPORT,
                        (report + " as " + format).toLowerCase(Locale.ROOT),
                        scale -> export(scale, report, format))));
        return Stream.of(Stream.of(new Measure(Kind.READY, "link to preview", Measure::ready)), steps, exports)
                .flatMap(each -> each)
                .toList();
    }

    private static Attempt ready(Scale scale) {
        SizedReview sized = new SizedReview(scale);
        return closing(sized, sized::toReady);
    }

    private static Attempt deciding(Scale scale, Step step) {
        try (SizedReview sized = new SizedReview(scale)) {
            ReviewSession session = sized.inDoubt().session();
            return cycling(variants().map(i -> () -> decide(session, step, i)));
        }
    }

    private static Attempt encoding(Scale scale, Step step) {
        SessionCodec codec = new SessionCodec();
        try (SizedReview sized = new SizedReview(scale)) {
            ReviewSession session = sized.inDoubt().session();
            return cycling(variants().map(i -> decide(session, step, i)).map(after -> () -> {
                if (codec.changedParts(session, after).isEmpty()) {
                    throw new IllegalStateException(step.title() + " changes nothing");
                }
            }));
        }
    }

    private static Attempt whole(Scale scale, Step step) {
        SizedReview sized = new SizedReview(scale);
        Review[] current = {sized.inDoubt()};
        int[] index = {0};
        return closing(sized, () -> {
            ReviewSession session = current[0].session();
            int next = index[0]++;
            current[0] = current[0]
                    .execute(context -> step.command(context, session, next))
                    .orElseThrow();
        });
    }

    private static Attempt export(Scale scale, Report report, Report.Format format) {
        SizedReview sized = new SizedReview(scale);
        Review review = sized.inDoubt();
        return closing(sized, () -> sized.report(review, report, format));
    }

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
        if (Decisions.of(session, step.command(context, session, index), facts) instanceof Decision.Change change) {
            return change.session();
        }
        throw new IllegalStateException(step.title() + " is refused");
    }

    private static Stream<Integer> variants() {
        return Stream.iterate(0, i -> i < VARIANTS, i -> i + 1);
    }

    private static Attempt cycling(Stream<Runnable> runs) {
        List<Runnable> all = new ArrayList<>(runs.toList());
        int[] next = {0};
        return () -> all.get(next[0]++ % all.size()).run();
    }

    private static Attempt closing(SizedReview sized, Runnable run) {
        return new Attempt() {
            @Override
            public void run() {
                run.run();
            }

            @Override
            public void close() {
                sized.close();
            }
        };
    }

    /** Returns the floor: to read a session's documents as plain JSON and write them again, as any store of it would. */
    static Supplier<Attempt> floor(Scale scale) {
        return () -> new PlainJson(scale);
    }
}
