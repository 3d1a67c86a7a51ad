package io.dsreview.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.DsReview;
import io.dsreview.Review;
import io.dsreview.api.clarification.Topic;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.Gate;
import io.dsreview.api.execution.LaunchAttempt;
import io.dsreview.api.execution.LaunchClause;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.PreviewStatus;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.finding.Severity;
import io.dsreview.api.gate.UnmetClause;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.mapping.FilterScalar;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.session.Recovery.Phase;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.RecoveryItem.State;
import io.dsreview.samples.quickstart.RecordedReview;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The review of the quickstart, and what surrounds it, on running Supersets. */
class LiveReviewTest {

    @OnEveryBed
    void recoversTheSameItemsAsTheRecordedAnswers(Bed bed) {
        RecoveredContext recorded = RecordedReview.context();

        RecoveredContext live;
        try (DsReview reviews = bed.reviewsAs("admin")) {
            live = context(bed.start(reviews, "regional_permalink"));
        }

        assertThat(exceptServer(live)).isEqualTo(exceptServer(recorded));
        assertThat(live.filters()).isEqualTo(recorded.filters());
        assertThat(live.urlParameters()).isEqualTo(recorded.urlParameters());
        assertThat(live.datasets()).hasSize(1);
        assertThat(live.datasets().get(0).columns())
                .isEqualTo(recorded.datasets().get(0).columns());
        assertThat(live.datasets().get(0).variables())
                .isEqualTo(recorded.datasets().get(0).variables());
    }

    @OnEveryBed
    void SC1_thePreviewedSqlReturnsTheRowsThatTheChartShows(Bed bed) throws Exception {
        try (DsReview reviews = bed.reviewsAs("admin")) {
            Review review = untilPreview(bed, reviews, "EMEA");

            List<Map<String, String>> previewed = run(bed, review.compiledSql());

            List<?> shown = new PlainClient(bed.base(), "admin", bed.password("admin"))
                    .rows(
                            review.session()
                                    .recovery()
                                    .dataset()
                                    .orElseThrow()
                                    .reference()
                                    .id(),
                            Map.of(
                                    "columns", List.of("order_id", "order_date", "region", "status", "amount"),
                                    "filters", List.of(Map.of("col", "status", "op", "IN", "val", List.of("paid"))),
                                    "orderby", List.of(List.of("order_id", true)),
                                    "row_limit", 100,
                                    "url_params", Map.of("region", "EMEA", "min_amount", "100")));
            assertThat(previewed).hasSizeGreaterThan(100);
            assertThat(ids(previewed).subList(0, 100)).isEqualTo(ids(shown)).hasSize(100);
            assertThat(previewed)
                    .allSatisfy(row ->
                            assertThat(row).containsEntry("region", "EMEA").containsEntry("status", "paid"));
        }
    }

    @OnEveryBed
    void SC2_launchesTheVerySqlThatWasPreviewed(Bed bed) {
        try (DsReview reviews = bed.reviewsAs("admin")) {
            Review review = untilPreview(bed, reviews, "EMEA");
            assertThat(review.explain(Gate.LAUNCH)).isEmpty();

            Review launched = review.launch(review.readiness().summary()).orElseThrow();

            LaunchAttempt attempt = launched.session().execution().lastLaunch().orElseThrow();
            assertThat(attempt.outcome()).isInstanceOfSatisfying(LaunchOutcome.Succeeded.class, success -> assertThat(
                            success.results().rows())
                    .isPositive());
            assertThat(Objects.requireNonNull(attempt.context()).sql()).isEqualTo(review.compiledSql());
            assertThat(launched.launch(launched.readiness().summary()).command())
                    .isInstanceOf(CommandResult.Duplicate.class);
            assertThat(launched.audit().verify().isVerified()).isTrue();
        }
    }

    @OnEveryBed
    void OR13_handsTheLaunchToAPersonAfterSupersetRefusedIt(Bed bed) {
        try (DsReview reviews = bed.reviewsAs("reader")) {
            Review previewed = untilPreview(bed, reviews, "EMEA");
            Review refused = previewed.launch(previewed.readiness().summary()).orElseThrow();
            assertThat(refused.session().execution().lastLaunch().orElseThrow().outcome())
                    .isInstanceOf(LaunchOutcome.Refused.class);

            Review handed = refused.execution().handOff().orElseThrow();

            LaunchAttempt attempt = handed.session().execution().lastLaunch().orElseThrow();
            assertThat(Objects.requireNonNull(attempt.manual()).sql()).isEqualTo(refused.compiledSql());
            assertThat(attempt.manual().verified()).isTrue();
            assertThat(attempt.manual().linkCarriesSql()).isTrue();
            assertThat(attempt.manual().link()).startsWith(bed.base() + "/sqllab/?dbid=");
            assertThat(attempt.hasRun()).isFalse();
            Review confirmed =
                    handed.execution().confirmLaunch("seen in SQL Lab").orElseThrow();
            assertThat(confirmed
                            .session()
                            .execution()
                            .lastLaunch()
                            .orElseThrow()
                            .hasRun())
                    .isTrue();
        }
    }

    @OnEveryBed
    void SX1_tellsSavedStateFromDefaults(Bed bed) {
        try (DsReview reviews = bed.reviewsAs("admin")) {
            assertStatus(context(bed.start(reviews, "regional_filter_key")), FilterOrigin.SAVED_STATE, "new");
            assertStatus(context(bed.start(reviews, "regional_plain")), FilterOrigin.DEFAULT, "paid", "shipped");
            assertStatus(context(bed.start(reviews, "regional_permalink")), FilterOrigin.PERMALINK, "paid");
            RecoveredContext fromUrl = context(bed.start(reviews, "regional_region"));
            assertThat(fromUrl.urlParameters()).singleElement().satisfies(parameter -> {
                assertThat(parameter.name()).isEqualTo("region");
                assertThat(parameter.value()).isEqualTo("EMEA");
                assertThat(parameter.origin()).isEqualTo(FilterOrigin.URL);
            });
        }
    }

    @OnEveryBed
    void SX2_neverLooksCompleteWhenTheSavedStateIsGone(Bed bed) {
        try (DsReview reviews = bed.reviewsAs("admin")) {
            Review review = bed.start(reviews, "regional_expired_key");

            assertThat(context(review).summary().isComplete()).isFalse();
            assertThat(review.session().recovery().unsettled())
                    .extracting(RecoveryItem::kind)
                    .contains(RecoveryItem.Kind.STATE);
            assertThat(review.explain(Gate.LAUNCH))
                    .extracting(UnmetClause::clause)
                    .contains(LaunchClause.L2);
        }
    }

    /** The recorded answers lack the page that tells what the server is. */
    private static List<RecoveryItem> exceptServer(RecoveredContext context) {
        return context.summary().items().stream()
                .filter(item -> item.kind() != RecoveryItem.Kind.SERVER)
                .toList();
    }

    @OnEveryBed
    void SX3_answersOtherLinkShapesWithWhatIsSupported(Bed bed) {
        try (DsReview reviews = bed.reviewsAs("admin")) {
            for (String name : List.of("chart_list", "sqllab_history", "welcome", "short_url")) {
                Review review = bed.start(reviews, name);

                assertThat(review.session().recovery().phase()).isEqualTo(Phase.UNSUPPORTED);
                assertThat(review.session().findings())
                        .extracting(Finding::severity)
                        .contains(Severity.BLOCKING);
            }
        }
    }

    @OnEveryBed
    void SX4_takesADashboardWithoutFiltersAsASuccess(Bed bed) {
        try (DsReview reviews = bed.reviewsAs("admin")) {
            RecoveredContext context = context(bed.start(reviews, "plain_board"));

            assertThat(context.filters()).isEmpty();
            assertThat(context.summary().isComplete()).isTrue();
        }
    }

    @OnEveryBed
    void SX7_saysForEachItemWhatIsMissingAndWhy(Bed bed) {
        try (DsReview reviews = bed.reviewsAs("admin")) {
            RecoveredContext context = context(bed.start(reviews, "shop_permalink"));

            assertThat(context.summary().items())
                    .filteredOn(item -> item.state() != State.RECOVERED)
                    .isNotEmpty()
                    .allSatisfy(item -> assertThat(item.why()).isNotNull());
        }
    }

    @OnEveryBed
    void SC4_pointsAtWhatToLookAtWhenSupersetCannotCompile(Bed bed) {
        try (DsReview reviews = bed.reviewsAs("admin")) {
            Review review = choose(bed.start(reviews, "jinja_permalink"), "v_syntax_error");

            Review previewed = review.preview().orElseThrow();

            var preview = previewed.session().execution().preview().orElseThrow();
            assertThat(preview.status()).isEqualTo(PreviewStatus.FAILED);
            assertThat(preview.diagnostics())
                    .isNotEmpty()
                    .extracting(Problem::code)
                    .doesNotContainNull();
            assertThat(previewed.explain(Gate.LAUNCH))
                    .extracting(UnmetClause::clause)
                    .contains(LaunchClause.L3, LaunchClause.L6);
        }
    }

    @OnEveryBed
    void namesTemplateVariablesThatNothingCarries(Bed bed) {
        try (DsReview reviews = bed.reviewsAs("admin")) {
            Review review = choose(bed.start(reviews, "jinja_permalink"), "v_undeclared");

            assertThat(review.session().recovery().relevantItems())
                    .filteredOn(item -> item.kind() == RecoveryItem.Kind.VARIABLE && item.state() == State.PARTIAL)
                    .extracting(RecoveryItem::name)
                    .contains("wanted_status", "floor_amount");
            assertThat(review.explain(Gate.LAUNCH))
                    .extracting(UnmetClause::clause)
                    .contains(LaunchClause.L4);
        }
    }

    private static Review untilPreview(Bed bed, DsReview reviews, String region) {
        Review review = bed.start(reviews, "regional_permalink");
        review = review.answer(review.activeQuestion().orElseThrow(), region).orElseThrow();
        review = review.values()
                .accept(VariableKind.URL_PARAM.variable("min_amount"))
                .orElseThrow();
        review = review.mappings().approveAll().orElseThrow();
        return review.preview().orElseThrow();
    }

    private static Review choose(Review review, String dataset) {
        var question = review.activeQuestion().orElseThrow();
        assertThat(question.topic()).isEqualTo(Topic.DATASET);
        String answer = question.options().stream()
                .filter(option -> option.label().startsWith(dataset + " "))
                .findFirst()
                .orElseThrow()
                .value();
        return review.answer(question, answer).orElseThrow();
    }

    private static RecoveredContext context(Review review) {
        return Objects.requireNonNull(review.session().recovery().context());
    }

    private static void assertStatus(RecoveredContext context, FilterOrigin origin, String... values) {
        ImportedFilter status = context.filters().stream()
                .filter(filter -> filter.name().equals("Status"))
                .findFirst()
                .orElseThrow();
        assertThat(status.origin()).isEqualTo(origin);
        assertThat(status.value().conditions().get(0).values())
                .extracting(FilterScalar::text)
                .containsExactly(values);
    }

    private static List<Map<String, String>> run(Bed bed, String sql) throws Exception {
        List<Map<String, String>> rows = new ArrayList<>();
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + bed.dataFile());
                var statement = database.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(Map.of(
                        "order_id", result.getString("order_id"),
                        "region", result.getString("region"),
                        "status", result.getString("status")));
            }
        }
        return rows;
    }

    private static List<String> ids(List<?> rows) {
        return rows.stream()
                .map(row -> String.valueOf(((Map<?, ?>) row).get("order_id")))
                .toList();
    }
}
