package io.dsreview;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Role;
import io.dsreview.api.command.SemanticCommand.DecideField.Choice;
import io.dsreview.api.command.SemanticCommand.FieldDecisionRequest;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.SourceId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.MappingStatus;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.mapping.VariableValue;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.session.Recovery.Phase;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.core.finding.ReviewProblem;
import io.dsreview.core.store.InMemoryReviewStore;
import io.dsreview.test.superset.FakeSuperset;
import io.dsreview.test.superset.SampleContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The steps of a review by area: each does what its name says. */
class StepsTest {

    private static final Actor ANN = Actor.of("acme", "ann", Role.MAINTAINER);
    private static final FieldId STATUS = new FieldId("status");
    private static final VariableId REGION = VariableKind.URL_PARAM.variable("region");
    private static final Problem WHY = Problem.of(ReviewProblem.INTERRUPTED);

    private final FakeSuperset superset = new FakeSuperset(new SampleContext()
            .dataset(7, TemplateVariable.of(VariableKind.URL_PARAM, "region", true, null))
            .filter("F-status", "status", "paid")
            .filter("F-amount", "amount", "many")
            .urlParameter("region", "EMEA")
            .unresolved("filter:lost", RecoveryItem.Kind.FILTER, true, WHY)
            .build());
    private final Review review = start();

    private DsReviewBuilder builder() {
        return DsReview.builder().superset(superset, superset).store(new InMemoryReviewStore());
    }

    private Review start() {
        return builder().build().start(ANN, "https://superset.test/1").orElseThrow();
    }

    private static SemanticField status(Review of) {
        return of.session().semantics().field(STATUS).orElseThrow();
    }

    private static ExecutionMapping mapping(Review of, String filter) {
        return of.session().mappings().stream()
                .filter(each -> each.filter().value().equals(filter))
                .findFirst()
                .orElseThrow();
    }

    @Nested
    class Fields {

        private final Review known = review.apply(SemanticSource.csv(
                        "orders.csv",
                        "field,verbose_name,description\nstatus,State,how far".getBytes(StandardCharsets.UTF_8)))
                .orElseThrow();

        @Test
        void aCandidateIsRejectedAndAcceptedAfterAll() {
            Review rejected =
                    known.fields().reject(status(known).candidates().get(0)).orElseThrow();
            assertThat(status(rejected).decision().meaning()).isEmpty();

            Review accepted =
                    rejected.fields().accept(status(known).candidates().get(0)).orElseThrow();
            assertThat(status(accepted).decision().isByPerson()).isTrue();
        }

        @Test
        void aLockedFieldStaysUntilItIsUnlocked() {
            Review locked = known.fields().lock(STATUS).orElseThrow();
            assertThat(locked.fields()
                            .write(STATUS, new FieldMeaning("Other", ""))
                            .describe(Locale.ENGLISH))
                    .contains("The field is locked.");

            Review written = locked.fields()
                    .unlock(STATUS)
                    .orElseThrow()
                    .fields()
                    .write(STATUS, new FieldMeaning("Other", ""))
                    .orElseThrow();
            assertThat(status(written).decision().meaning()).contains(new FieldMeaning("Other", ""));
        }

        @Test
        void whatWasWrittenIsTakenBackForWhatTheSourcesSay() {
            Review written =
                    known.fields().write(STATUS, new FieldMeaning("Other", "")).orElseThrow();

            Review cleared = written.fields().clear(STATUS).orElseThrow();

            assertThat(status(cleared)).isEqualTo(status(known));
        }

        @Test
        void severalAreDecidedTogetherOrNotAtAll() {
            FieldDecisionRequest write =
                    new FieldDecisionRequest(STATUS, new Choice.Write(new FieldMeaning("Other", "")));

            ReviewResult half = known.fields()
                    .decide(List.of(write, new FieldDecisionRequest(new FieldId("none"), new Choice.Lock())));
            assertThat(half.describe(Locale.ENGLISH)).contains("The dataset has no field of that name.");
            assertThat(status(known.reload())).isEqualTo(status(known));

            Review whole = known.fields()
                    .decide(List.of(write, new FieldDecisionRequest(STATUS, new Choice.Lock())))
                    .orElseThrow();
            assertThat(status(whole).locked()).isTrue();
        }

        @Test
        void aSourceIsTakenBack() {
            Review without =
                    known.fields().removeSource(new SourceId("orders.csv")).orElseThrow();

            assertThat(status(without).candidates()).isEmpty();
        }
    }

    @Nested
    class MappingsAndValues {

        @Test
        void aMappingIsApprovedRejectedAndGivenOtherValues() {
            var paid = mapping(review, "F-status").id();

            Review approved = review.mappings().approve(paid).orElseThrow();
            assertThat(mapping(approved, "F-status").status()).isEqualTo(MappingStatus.APPROVED);
            Review changed = approved.mappings().override(paid, "new", "paid").orElseThrow();
            assertThat(mapping(changed, "F-status").overridden()).isTrue();
            assertThat(mapping(changed, "F-status").status()).isNotEqualTo(MappingStatus.APPROVED);
            Review rejected = changed.mappings().reject(paid).orElseThrow();
            assertThat(mapping(rejected, "F-status").status()).isEqualTo(MappingStatus.REJECTED);
        }

        @Test
        void aLossIsAcceptedOnlyAsItWasShown() {
            ExecutionMapping lossy = mapping(review, "F-amount");
            assertThat(review.mappings().approveAll().describe(Locale.ENGLISH)).contains("warning");

            Review approved = review.mappings().approveWithLosses(lossy).orElseThrow();
            assertThat(mapping(approved, "F-amount").status()).isEqualTo(MappingStatus.APPROVED);
            Review other =
                    review.reload().mappings().override(lossy.id(), "much").orElseThrow();
            assertThat(other.mappings().approveWithLosses(lossy).review()).isEmpty();
        }

        @Test
        void aValueIsAcceptedAndSet() {
            Review accepted = review.values().accept(REGION).orElseThrow();
            assertThat(accepted.session().values())
                    .singleElement()
                    .returns("EMEA", VariableValue::value)
                    .returns(true, VariableValue::isApproved);

            Review set = accepted.values().set(REGION, "APAC").orElseThrow();
            assertThat(set.session().values()).extracting(VariableValue::value).containsExactly("APAC");
        }
    }

    @Nested
    class Execution {

        private Review launched(LaunchOutcome outcome) {
            superset.launch(sql -> outcome);
            ExecutionMapping lossy = mapping(review, "F-amount");
            Review ready = review.recovery()
                    .resolve(review.session().recovery().unsettled().get(0).id())
                    .orElseThrow()
                    .values()
                    .accept(REGION)
                    .orElseThrow();
            ready = ready.mappings().reject(lossy.id()).orElseThrow();
            ready = ready.mappings().approveAll().orElseThrow().preview().orElseThrow();
            return ready.launch(ready.readiness().summary()).orElseThrow();
        }

        @Test
        void whatRunsIsChosen() {
            DatasetRows rows = new DatasetRows(List.of(STATUS), 10);

            assertThat(review.execution()
                            .choose(rows)
                            .orElseThrow()
                            .session()
                            .execution()
                            .target())
                    .isEqualTo(rows);
        }

        @Test
        void aRefusedLaunchIsHandedOffAndConfirmed() {
            Review confirmed = launched(new LaunchOutcome.Refused(WHY))
                    .execution()
                    .handOff()
                    .orElseThrow()
                    .execution()
                    .confirmLaunch("seen")
                    .orElseThrow();

            assertThat(confirmed
                            .session()
                            .execution()
                            .lastLaunch()
                            .orElseThrow()
                            .outcome())
                    .isInstanceOf(LaunchOutcome.ConfirmedByHand.class);
        }

        @Test
        void aLaunchOfWhichNobodyKnowsIsStopped() {
            superset.stop(sent -> new LaunchOutcome.Failed(WHY));

            Review stopped = launched(new LaunchOutcome.Unknown(WHY))
                    .execution()
                    .stopLaunch()
                    .orElseThrow();

            assertThat(stopped.session().execution().lastLaunch().orElseThrow().outcome())
                    .isInstanceOf(LaunchOutcome.Failed.class);
        }
    }

    @Nested
    class Recovery {

        @Test
        void whatIsMissingIsAcceptedAsAbsent() {
            RecoveryItem lost = review.session().recovery().unsettled().get(0);

            Review settled = review.recovery().resolve(lost.id()).orElseThrow();

            assertThat(settled.session().recovery().unsettled()).isEmpty();
        }

        @Test
        void isCalledOffAndRunAgain() {
            Deque<Runnable> waiting = new ArrayDeque<>();
            Review running = builder()
                    .recoveryExecutor(waiting::add)
                    .build()
                    .start(ANN, "https://superset.test/1")
                    .orElseThrow();

            Review cancelled = running.recovery().cancel().orElseThrow();
            assertThat(cancelled.session().recovery().phase()).isEqualTo(Phase.CANCELLED);
            Review again = cancelled.recovery().recover().orElseThrow();
            waiting.forEach(Runnable::run);
            assertThat(again.reload().session().recovery().phase()).isEqualTo(Phase.RECOVERED);
        }
    }
}
