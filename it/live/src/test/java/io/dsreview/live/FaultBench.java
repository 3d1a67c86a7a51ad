package io.dsreview.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.DsReview;
import io.dsreview.Review;
import io.dsreview.ReviewResult;
import io.dsreview.api.command.CommandResult.Rejected;
import io.dsreview.api.error.Problem;
import io.dsreview.api.error.ProblemText;
import io.dsreview.api.execution.CompiledPreview;
import io.dsreview.api.execution.PreviewStatus;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.superset.SupersetCredential;
import io.dsreview.api.superset.SupersetCredentials;
import io.dsreview.core.store.InMemoryReviewStore;
import io.dsreview.superset.SupersetConfig;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** A review on a running Superset, with something in between that can be told to disturb it. */
final class FaultBench implements AutoCloseable {

    /** How long each operation may take, whatever happens. */
    static final Duration DEADLINE = Duration.ofSeconds(8);

    private static final Duration OUR_OWN_WORK = Duration.ofSeconds(4);

    final Interference way;
    final DsReview reviews;

    FaultBench(Bed bed, SupersetCredential credential) throws IOException {
        this(bed, credential, DEADLINE);
    }

    private FaultBench(Bed bed, SupersetCredential credential, Duration deadline) throws IOException {
        this.way = new Interference(bed.base());
        this.reviews = DsReview.builder()
                .superset(SupersetConfig.builder()
                        .environment("live", URI.create(way.base()), SupersetCredentials.fixed(credential))
                        .connectTimeout(deadline)
                        .readTimeout(deadline)
                        .callTimeout(deadline)
                        .probeTimeout(deadline)
                        .build())
                .store(new InMemoryReviewStore())
                .build();
    }

    static FaultBench as(String user, Bed bed) throws IOException {
        return new FaultBench(bed, SupersetCredential.password(user, bed.password(user)));
    }

    /** A bench on which each operation may take less than {@link #DEADLINE}. */
    static FaultBench as(String user, Bed bed, Duration deadline) throws IOException {
        return new FaultBench(bed, SupersetCredential.password(user, bed.password(user)), deadline);
    }

    Review start(Bed bed, String link) {
        return reviews.start(Bed.ANN, way.link(bed.link(link))).orElseThrow();
    }

    /** Takes a review of the quickstart's dashboard until its launch gate is open. */
    Review ready(Bed bed) {
        Review review = start(bed, "regional_permalink");
        review = review.answer(review.activeQuestion().orElseThrow(), "EMEA").orElseThrow();
        review = review.values()
                .accept(VariableKind.URL_PARAM.variable("min_amount"))
                .orElseThrow();
        review = review.mappings().approveAll().orElseThrow().preview().orElseThrow();
        assertThat(review.compiledSql()).contains("EMEA");
        return review;
    }

    /** Takes a step, which must end in time. */
    static <T> T inTime(Supplier<T> step) {
        long start = System.nanoTime();
        T result = step.get();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE.plus(OUR_OWN_WORK));
        return result;
    }

    /** The one problem of a refused step, which changed nothing but the audit. */
    Problem refused(ReviewResult result, Review before) {
        assertThat(result.command()).isInstanceOf(Rejected.class);
        List<Problem> problems = ((Rejected) result.command()).problems();
        assertThat(stored(before)).isEqualTo(before.session());
        assertThat(before.audit().verify().isVerified()).isTrue();
        return only(problems);
    }

    /** The one diagnostic of a preview that failed, beside which nothing changed. */
    Problem failedPreview(Review after, Review before) {
        CompiledPreview preview = after.session().execution().preview().orElseThrow();
        assertThat(preview.status()).isEqualTo(PreviewStatus.FAILED);
        assertThat(preview.sql()).isNull();
        assertUnchanged(after, before);
        ReviewSession now = after.session();
        ReviewSession then = before.session();
        // All but the task: which attempt it was, and when, is another each time.
        assertThat(now.recovery())
                .usingRecursiveComparison()
                .ignoringFields("task")
                .isEqualTo(then.recovery());
        assertThat(now.execution().previews())
                .startsWith(then.execution().previews().toArray(CompiledPreview[]::new))
                .hasSize(then.execution().previews().size() + 1);
        assertThat(after.launch(after.readiness().summary()).command()).isInstanceOf(Rejected.class);
        return only(preview.diagnostics());
    }

    /** What was decided and launched stays as it was, and what is stored is what was told. */
    void assertUnchanged(Review after, Review before) {
        ReviewSession now = after.session();
        ReviewSession then = before.session();
        assertThat(now.intake()).isEqualTo(then.intake());
        assertThat(now.semantics()).isEqualTo(then.semantics());
        assertThat(now.values()).isEqualTo(then.values());
        assertThat(now.mappings()).isEqualTo(then.mappings());
        assertThat(now.clarification()).isEqualTo(then.clarification());
        assertThat(now.execution().target()).isEqualTo(then.execution().target());
        assertThat(now.execution().launches()).isEqualTo(then.execution().launches());
        assertThat(stored(after)).isEqualTo(now);
        assertThat(after.audit().verify().isVerified()).isTrue();
    }

    /** The only problem, which has words and a cure. */
    static Problem only(List<Problem> problems) {
        assertThat(problems).hasSize(1);
        ProblemText words = ProblemText.of(problems.get(0), Locale.ENGLISH);
        assertThat(words.message()).isNotBlank().isNotEqualTo(problems.get(0).code());
        assertThat(words.cure()).isNotBlank().doesNotStartWith("See the documentation");
        return problems.get(0);
    }

    /** The session as it is stored now. */
    ReviewSession stored(Review review) {
        return reviews.find(Bed.ANN, review.id()).orElseThrow().session();
    }

    @Override
    public void close() {
        reviews.close();
        way.close();
    }
}
