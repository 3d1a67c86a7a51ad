package io.dsreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dsreview.api.access.Actor;
import io.dsreview.api.access.FeatureFlags;
import io.dsreview.api.access.Role;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.command.CommandRefusedException;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.LifecycleCommand.CancelSession;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.Gate;
import io.dsreview.api.gate.UnmetClause;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.session.SessionQuery;
import io.dsreview.api.superset.SupersetCredential;
import io.dsreview.api.superset.SupersetCredentials;
import io.dsreview.core.finding.ReviewProblem;
import io.dsreview.core.store.InMemoryReviewStore;
import io.dsreview.superset.SupersetConfig;
import io.dsreview.test.superset.FakeSuperset;
import io.dsreview.test.superset.SampleContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DsReviewTest {

    private static final Actor ANN = Actor.of("acme", "ann", Role.MAINTAINER);
    private static final String LINK = "https://superset.test/superset/dashboard/1/";

    private final FakeSuperset superset = new FakeSuperset(new SampleContext()
            .dataset(7, TemplateVariable.of(VariableKind.URL_PARAM, "region", true, null))
            .filter("F-status", "status", "paid")
            .build());
    private final DsReview reviews = DsReview.builder()
            .superset(superset, superset)
            .store(new InMemoryReviewStore())
            .build();

    @Test
    void takesAReviewFromALinkToALaunch() {
        Review review = reviews.start(ANN, LINK).orElseThrow();
        assertThat(review.explain(Gate.LAUNCH))
                .extracting(unmet -> unmet.clause().id())
                .containsExactly("L4", "L5", "L6", "L9");

        review = review.apply(SemanticSource.csv(
                        "orders.csv",
                        "field,verbose_name,description\nregion,Sales region,booked".getBytes(StandardCharsets.UTF_8)))
                .orElseThrow();
        review = review.answer(review.activeQuestion().orElseThrow(), "EMEA").orElseThrow();
        review = review.mappings().approveAll().orElseThrow();
        review = review.preview().orElseThrow();
        review = review.launch(review.readiness().summary()).orElseThrow();

        assertThat(superset.launched()).containsExactly(review.compiledSql());
        assertThat(review.audit().verify().isVerified()).isTrue();
        assertThat(reviews.find(ANN, review.id()).orElseThrow().session()).isEqualTo(review.session());
    }

    @Test
    void throwsAllReasonsWithTheirCuresWhereACallerAsksForAnException() {
        Review review = reviews.start(ANN, LINK).orElseThrow();

        assertThatThrownBy(() -> review.launch(review.readiness().summary()).orElseThrow())
                .isInstanceOf(CommandRefusedException.class)
                .hasMessageContainingAll("L4 is not met", "L5 is not met", "L6 is not met", "L9 is not met", "Cure:");
    }

    @Test
    void answersAStepOnAnOldHandleWithAConflict() {
        Review old = reviews.start(ANN, LINK).orElseThrow();
        old.answer(old.activeQuestion().orElseThrow(), "EMEA").orElseThrow();

        ReviewResult result = old.mappings().approveAll();

        assertThat(result.command()).isEqualTo(new CommandResult.Conflict(2, 4));
        assertThat(result.review()).isEmpty();
        assertThat(result.describe(Locale.ENGLISH)).contains("version 4", "Load the session again");
    }

    @Test
    void approvingWhenNothingIsLeftToApproveChangesNothing() {
        Review review =
                reviews.start(ANN, LINK).orElseThrow().mappings().approveAll().orElseThrow();

        assertThat(review.mappings().approveAll().orElseThrow()).isSameAs(review);
    }

    @Test
    void leavesQuestionsForLaterAndAsksThemAgain() {
        Review review = reviews.start(ANN, LINK).orElseThrow();
        Question region = review.activeQuestion().orElseThrow();

        review = review.clarification().skip(region).orElseThrow();
        assertThat(review.clarification().summary().skipped()).containsExactly(region);
        review = review.clarification().defer(region, "ask sales").orElseThrow();
        assertThat(review.activeQuestion()).isEmpty();
        review = review.clarification().pause().orElseThrow();
        review = review.clarification().reopen(region.id()).orElseThrow();
        assertThat(review.activeQuestion()).isEmpty();
        review = review.clarification().resume().orElseThrow();

        assertThat(review.activeQuestion()).contains(region);
    }

    @Test
    void takesAnyOtherCommand() {
        Review review = reviews.start(ANN, LINK)
                .orElseThrow()
                .execute(CancelSession::new)
                .orElseThrow();

        assertThat(review.explain(Gate.LAUNCH))
                .extracting(UnmetClause::clause)
                .first()
                .hasToString("L1");
    }

    @Test
    void saysWhatToDoWhereThereIsNoSql() {
        Review review = reviews.start(ANN, LINK).orElseThrow();

        assertThatThrownBy(review::compiledSql)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Request a preview");
    }

    @Test
    void storesNothingWhereTheEnvironmentDoesNotAnswer() {
        superset.unreachable(Problem.of(ReviewProblem.INTERRUPTED));

        ReviewResult result = reviews.start(ANN, LINK);

        assertThat(result.command()).isInstanceOf(CommandResult.Rejected.class);
        assertThat(reviews.repository().list(ANN, SessionQuery.DEFAULT).sessions())
                .isEmpty();
    }

    @Nested
    class Building {

        @Test
        void namesEverythingThatIsMissing() {
            assertThatThrownBy(() -> DsReview.builder().build())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll("there is no environment", "there is no store");
        }

        @Test
        void takesAWholeConfigurationInPlaceOfEnvironments() {
            SupersetConfig config = SupersetConfig.builder()
                    .environment(
                            "prod",
                            URI.create("https://superset.example.com"),
                            SupersetCredentials.fixed(SupersetCredential.apiKey("robot", "sst_1")))
                    .build();
            DsReviewBuilder builder = DsReview.builder().superset(config).store(new InMemoryReviewStore());

            builder.build().close();

            assertThatThrownBy(() -> builder.environment(
                                    "test",
                                    URI.create("https://test.example.com"),
                                    SupersetCredentials.fixed(SupersetCredential.apiKey("robot", "sst_1")))
                            .build())
                    .hasMessageContaining("there are environments or trusted datasets beside a whole configuration");
        }

        @Test
        void refusesTrustInADatasetOfNoEnvironment() {
            assertThatThrownBy(() -> DsReview.builder()
                            .environment(
                                    "prod",
                                    URI.create("https://superset.example.com"),
                                    SupersetCredentials.fixed(SupersetCredential.apiKey("robot", "sst_1")))
                            .trustedDatasets("test", 12, 0)
                            .store(new InMemoryReviewStore())
                            .build())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll("there is no environment test", "0 is no id; 1 or more are legal");
        }

        @Test
        void refusesAnAddressThatIsNone() {
            assertThatThrownBy(() -> DsReview.builder()
                            .environment(
                                    "prod",
                                    URI.create("ftp://user@superset.example.com"),
                                    SupersetCredentials.fixed(SupersetCredential.password("ann", "s3cret-word")))
                            .store(new InMemoryReviewStore())
                            .build())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("base address")
                    .hasMessageNotContaining("s3cret-word");
        }
    }

    @Nested
    class Dictionaries {

        @TempDir
        private Path folder;

        @Test
        void areNamedAfterTheirFile() throws Exception {
            Path file = Files.writeString(folder.resolve("orders.csv"), "field,verbose_name,description\n");

            assertThat(CsvDictionary.of(file).id()).hasToString("orders.csv");
        }

        @Test
        void sayWhatToDoWhereTheFileIsMissing() {
            assertThatThrownBy(() -> CsvDictionary.of(folder.resolve("none.csv")))
                    .hasMessageContaining("Check that the file exists");
        }
    }

    @Test
    void startsAReviewOfADatasetItself() {
        Review review = reviews.start(ANN, SampleContext.ENVIRONMENT, 7).orElseThrow();

        assertThat(review.session().recovery().datasetId()).isEqualTo(7);
        assertThat(reviews.start(ANN, new EnvironmentId("elsewhere"), 7).review())
                .isEmpty();
    }

    @Test
    void listsWhatAnActorOwns() {
        Review review = reviews.start(ANN, LINK).orElseThrow();

        assertThat(reviews.list(ANN, SessionQuery.DEFAULT).sessions())
                .extracting(summary -> summary.header().id())
                .isEqualTo(List.of(review.id()));
        assertThat(reviews.list(Actor.of("acme", "ben", Role.MAINTAINER), SessionQuery.DEFAULT)
                        .sessions())
                .isEmpty();
    }

    @Test
    void switchesOnWhatTheHostSaysForEachTenant() {
        DsReview switched = DsReview.builder()
                .superset(superset, superset)
                .store(new InMemoryReviewStore())
                .features(tenant ->
                        FeatureFlags.ALL_ON.withClarification(!tenant.value().equals("quiet")))
                .build();
        Actor quiet = Actor.of("quiet", "ann", Role.MAINTAINER);

        assertThat(switched.start(ANN, LINK).orElseThrow().activeQuestion()).isPresent();
        assertThat(switched.start(quiet, LINK).orElseThrow().activeQuestion()).isEmpty();
    }
}
