package io.dsreview.benchmarks.cost;

import io.dsreview.DsReview;
import io.dsreview.Review;
import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Role;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.session.Report;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.store.StoredSession;
import io.dsreview.api.superset.RecoveredColumn;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveredDataset;
import io.dsreview.core.store.InMemoryReviewStore;
import io.dsreview.test.superset.FakeSuperset;
import io.dsreview.test.superset.SampleContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One review of a given size, with a Superset that answers at once and a store in memory. For one thread. */
final class SizedReview implements AutoCloseable {

    static final Actor ANN = Actor.of("acme", "ann", Role.MAINTAINER);

    private final Scale scale;
    private final CountingStore store = new CountingStore(new InMemoryReviewStore());
    private final DsReview reviews;
    private final SemanticSource meanings;
    private final SemanticSource others;

    SizedReview(Scale scale) {
        this.scale = scale;
        FakeSuperset superset = new FakeSuperset(context(scale));
        this.reviews =
                DsReview.builder().superset(superset, superset).store(store).build();
        this.meanings = dictionary("meanings.csv", "", scale.fields());
        this.others = dictionary("others.csv", "other ", scale.conflicts());
    }

    /** From the pasted link to a preview that could be launched: recovery, a dictionary, all mappings approved. */
    Review toReady() {
        Review ready = reviews.start(ANN, "https://superset.test/superset/dashboard/1/")
                .orElseThrow()
                .apply(meanings)
                .orElseThrow()
                .mappings()
                .approveAll()
                .orElseThrow()
                .preview()
                .orElseThrow();
        if (!ready.readiness().launch().isOpen()) {
            throw new IllegalStateException(
                    "the launch gate is closed: " + ready.readiness().launch().unmet());
        }
        return ready;
    }

    /** The same, and then a second dictionary that contradicts the first about a quarter of the fields. */
    Review inDoubt() {
        Review review = toReady().apply(others).orElseThrow();
        if (review.session().findings().size() < scale.conflicts()) {
            throw new IllegalStateException(
                    "there are " + review.session().findings().size() + " findings only");
        }
        return review;
    }

    /** Writes a report; throws if there is none. */
    void report(Review review, Report report, Report.Format format) {
        if (reviews.repository()
                .report(ANN, review.id(), report, format, Locale.ENGLISH)
                .isEmpty()) {
            throw new IllegalStateException("there is no report");
        }
    }

    CountingStore store() {
        return store;
    }

    StoredSession stored(ReviewSession session) {
        return store.load(session.header().tenant(), session.header().id()).orElseThrow();
    }

    @Override
    public void close() {
        reviews.close();
    }

    private static SemanticSource dictionary(String name, String prefix, int entries) {
        String csv = IntStream.range(0, entries)
                .mapToObj(i -> Names.column(i) + "," + prefix + Names.column(i).replace('_', ' ')
                        + ",\"What this column holds, in a sentence of the usual length.\"")
                .collect(Collectors.joining("\n", "field,verbose_name,description\n", "\n"));
        return SemanticSource.csv(name, csv.getBytes(StandardCharsets.UTF_8));
    }

    private static RecoveredContext context(Scale scale) {
        SampleContext sample = new SampleContext().dataset(7);
        IntStream.range(0, scale.filters())
                .forEach(i -> sample.filter("NATIVE_FILTER-" + i, Names.column(i), "value " + i, "another " + i));
        RecoveredContext context = sample.build();
        return new RecoveredContext(
                context.link(),
                context.kind(),
                context.server(),
                context.dashboardId(),
                context.title(),
                context.charts(),
                context.datasets().stream()
                        .map(dataset -> widened(dataset, scale))
                        .toList(),
                context.filters(),
                context.urlParameters(),
                context.query(),
                context.summary());
    }

    private static RecoveredDataset widened(RecoveredDataset dataset, Scale scale) {
        List<RecoveredColumn> columns = IntStream.range(0, scale.fields())
                .mapToObj(i -> new RecoveredColumn(new FieldId(Names.column(i)), "TEXT", false, false))
                .toList();
        return new RecoveredDataset(
                dataset.reference(),
                dataset.description(),
                dataset.virtual(),
                dataset.revision(),
                columns,
                dataset.variables(),
                dataset.templateNames());
    }
}
