package io.dsreview.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.DsReview;
import io.dsreview.Review;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.CompiledPreview;
import io.dsreview.api.execution.Gate;
import io.dsreview.api.execution.LaunchAttempt;
import io.dsreview.api.execution.LaunchClause;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.PreviewStatus;
import io.dsreview.api.gate.UnmetClause;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.mapping.TemplateField;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.RecoveryItem.State;
import java.util.Map;
import java.util.Objects;

/** What the contracts promise about recovery, previews and launches, where a scripted server could be too kind. */
class ContractsLiveTest {

    private static final VariableId FLOOR = VariableKind.VARIABLE.variable("floor_amount");
    private static final VariableId STATUS = VariableKind.VARIABLE.variable("wanted_status");

    @OnEveryBed
    void SX5_aFilterWithoutItsDatasetLeavesTheRestRecovered(Bed bed) {
        try (DsReview reviews = bed.reviewsAs("admin")) {
            Review review = bed.start(reviews, "shop_plain");

            RecoveredContext context =
                    Objects.requireNonNull(review.session().recovery().context());
            assertThat(context.summary().isComplete()).isFalse();
            assertThat(context.summary().items())
                    .filteredOn(item -> item.kind() == RecoveryItem.Kind.DATASET && item.state() != State.RECOVERED)
                    .hasSize(1);
            assertThat(context.datasets()).hasSizeGreaterThan(1);
            assertThat(context.filters()).hasSizeGreaterThan(5);
        }
    }

    @OnEveryBed
    void SX5_aDashboardWithoutChartsHasNothingToReview(Bed bed) {
        try (DsReview reviews = bed.reviewsAs("admin")) {
            Review review = bed.start(reviews, "empty_board");

            assertThat(review.preview().command())
                    .isInstanceOfSatisfying(CommandResult.Rejected.class, rejected -> assertThat(rejected.problems())
                            .extracting(Problem::code)
                            .containsExactly("DATASET_NOT_CHOSEN"));
            assertThat(review.explain(Gate.LAUNCH)).isNotEmpty();
        }
    }

    @OnEveryBed
    void SX6_findsVariablesInEveryFieldOfADataset(Bed bed) {
        try (DsReview reviews = bed.reviewsAs("admin")) {
            RecoveredContext board = Objects.requireNonNull(
                    bed.start(reviews, "template_plain").session().recovery().context());
            RecoveredContext filters = Objects.requireNonNull(
                    bed.start(reviews, "filter_plain").session().recovery().context());

            assertThat(board.datasets())
                    .flatExtracting(dataset -> dataset.variables())
                    .flatExtracting(variable -> variable.fields())
                    .extracting(TemplateField::kind)
                    .contains(
                            TemplateField.Kind.SQL,
                            TemplateField.Kind.COLUMN,
                            TemplateField.Kind.METRIC,
                            TemplateField.Kind.FETCH_VALUES_PREDICATE);
            assertThat(filters.datasets())
                    .flatExtracting(dataset -> dataset.variables())
                    .flatExtracting(variable -> variable.fields())
                    .extracting(TemplateField::kind)
                    .contains(TemplateField.Kind.CHART);
        }
    }

    @OnEveryBed
    void SC3_aFailedPreviewRunsNothing(Bed bed) throws Exception {
        SupersetTables tables = new SupersetTables(bed);
        Map<String, Long> before = tables.sizes();

        try (DsReview reviews = bed.reviewsAs("admin")) {
            Review review = onDataset(bed.start(reviews, "jinja_permalink"), bed, "v_syntax_error")
                    .preview()
                    .orElseThrow();

            assertThat(preview(review).status()).isEqualTo(PreviewStatus.FAILED);
        }

        tables.mustHave(before);
    }

    @OnEveryBed
    void OR10_SC5_aQueryThatTheDatabaseRefusesEndsAsAFailedLaunchInTheAudit(Bed bed) {
        try (DsReview reviews = bed.reviewsAs("admin")) {
            Review review = onDataset(bed.start(reviews, "rows_parameters"), bed, "t_sql_error")
                    .mappings()
                    .approveAll()
                    .orElseThrow()
                    .preview()
                    .orElseThrow();
            assertThat(review.explain(Gate.LAUNCH)).isEmpty();

            Review launched = review.launch(review.readiness().summary()).orElseThrow();

            LaunchAttempt attempt = launched.session().execution().lastLaunch().orElseThrow();
            assertThat(attempt.outcome()).isInstanceOfSatisfying(LaunchOutcome.Failed.class, failed -> {
                assertThat(failed.problem().code()).isEqualTo("SQLLAB_FAILED");
                assertThat(failed.problem().arguments().get("serverSays")).contains("no_such_column");
            });
            assertThat(reviews.repository().events(Bed.ANN, launched.id()))
                    .extracting(SessionEvent::type)
                    .contains(SessionEvent.Type.LAUNCH_ENDED);
            assertThat(launched.audit().verify().isVerified()).isTrue();
        }
    }

    @OnEveryBed
    void SC6_aValueThatChangedSinceThePreviewKeepsTheLaunchClosed(Bed bed) throws Exception {
        SupersetTables tables = new SupersetTables(bed);
        try (DsReview reviews = bed.reviewsAs("admin")) {
            Review review = onDataset(bed.start(reviews, "rows_permalink"), bed, "v_region_required")
                    .mappings()
                    .approveAll()
                    .orElseThrow()
                    .preview()
                    .orElseThrow();
            Review changed = review.values()
                    .set(VariableKind.URL_PARAM.variable("region"), "APAC")
                    .orElseThrow();
            Map<String, Long> before = tables.sizes();

            CommandResult refused =
                    changed.launch(changed.readiness().summary()).command();

            assertThat(refused).isInstanceOf(CommandResult.Rejected.class);
            assertThat(changed.explain(Gate.LAUNCH))
                    .extracting(UnmetClause::clause)
                    .contains(LaunchClause.L7);
            tables.mustHave(before);
        }
    }

    @OnEveryBed
    void SC7_namesTheChannelOrEachValueThatNoneCarries(Bed bed) {
        try (DsReview reviews = bed.reviewsAs("admin")) {
            Review review = onDataset(bed.start(reviews, "rows_parameters"), bed, "v_undeclared")
                    .values()
                    .set(STATUS, "paid")
                    .orElseThrow()
                    .values()
                    .set(FLOOR, "100")
                    .orElseThrow()
                    .preview()
                    .orElseThrow();

            CompiledPreview preview = preview(review);
            if (bed.version().startsWith("6.1.")) {
                assertThat(preview.status()).isEqualTo(PreviewStatus.READY);
                assertThat(preview.channel()).isEqualTo("chart-data+format-sql");
                assertThat(preview.sql()).contains("'paid'").contains("100");
            } else {
                assertThat(preview.status()).isEqualTo(PreviewStatus.NOT_CARRIED);
                assertThat(preview.diagnostics())
                        .extracting(Problem::target)
                        .containsExactlyInAnyOrder("variable " + STATUS, "variable " + FLOOR);
            }
        }
    }

    private static Review onDataset(Review review, Bed bed, String name) {
        Question which = review.activeQuestion().orElseThrow();
        return review.answer(which, Long.toString(bed.dataset(name).id())).orElseThrow();
    }

    private static CompiledPreview preview(Review review) {
        return review.session().execution().preview().orElseThrow();
    }
}
