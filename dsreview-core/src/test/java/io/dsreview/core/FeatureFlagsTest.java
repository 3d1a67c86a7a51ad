package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.access.AccessPolicy;
import io.dsreview.api.access.FeatureFlags;
import io.dsreview.api.command.ClarificationCommand.AnswerQuestion;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.LifecycleCommand.ResumeSession;
import io.dsreview.api.command.MappingCommand.SetTemplateValue;
import io.dsreview.api.command.RecoveryCommand.RecoverContext;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.command.SemanticCommand.DecideField;
import io.dsreview.api.command.StartSession;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.QuestionId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.session.PreviewState;
import io.dsreview.api.session.RecommendedAction;
import io.dsreview.api.session.Recovery.Phase;
import io.dsreview.api.session.SessionEventListener;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import io.dsreview.test.superset.SampleContext;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FeatureFlagsTest {

    private static final FeatureFlags ON = FeatureFlags.ALL_ON;

    @Nested
    class AutomaticReviewOff {

        private final List<Object> recovered = new ArrayList<>();
        private final World world = world(World.oneFilter(), ON.withAutomaticReview(false));

        AutomaticReviewOff() {
            world.superset.recover(link -> {
                recovered.add(link);
                return new Recovery.Recovered(World.oneFilter().build());
            });
        }

        @Test
        void AR3_waitsForTheCommandAfterTheStart() {
            world.start();

            assertThat(recovered).isEmpty();
            assertThat(world.session().recovery().phase()).isEqualTo(Phase.WAITING);
            assertThat(world.view().readiness().next()).isEqualTo(RecommendedAction.RECOVER);
            assertThat(world.clauses()).contains("L2");

            world.step(RecoverContext::new);

            assertThat(recovered).hasSize(1);
            assertThat(world.session().recovery().phase()).isEqualTo(Phase.RECOVERED);
            assertThat(world.view().readiness().next()).isEqualTo(RecommendedAction.DECIDE_MAPPING);
        }

        @Test
        void AR3_isNotBegunByResuming() {
            world.start();

            Results.duplicate(world.attempt(World.ANN, ResumeSession::new));

            assertThat(recovered).isEmpty();
        }
    }

    @Nested
    class ClarificationOff {

        private final FeatureFlags off = ON.withClarification(false);

        @Test
        void AR3_asksNothingAndFindsTheDoubtsInstead() {
            World world = world(World.twoVariables(), off).start();

            assertThat(world.session().clarification().open()).isEmpty();
            assertThat(blocking(world)).containsExactly("VALUE_UNDECIDED", "VALUE_UNDECIDED");
            assertThat(world.clauses()).contains("L3").doesNotContain("L9");
            assertThat(Results.codes(world.attempt(
                            World.ANN,
                            context -> new AnswerQuestion(
                                    context, new QuestionId("VARIABLE_VALUE:url_param:floor"), "x"))))
                    .containsExactly("QUESTION_NOT_ACTIVE");
        }

        @Test
        void AR3_resolvesTheFindingWhenTheDoubtIsGone() {
            World world = world(World.twoVariables(), off)
                    .start()
                    .step(context -> new SetTemplateValue(context, new VariableId("url_param:region"), "EMEA"));

            assertThat(world.session().findings())
                    .filteredOn(finding -> finding.problem().code().equals("VALUE_UNDECIDED"))
                    .extracting(finding -> finding.problem().target(), Finding::blocks)
                    .containsExactlyInAnyOrder(
                            Tuple.tuple("url_param:region", false), Tuple.tuple("url_param:floor", true));
        }

        @Test
        void AR3_findsThatTheDatasetIsNotDecided() {
            World world = world(new SampleContext().dataset(7).dataset(8), off).start();

            assertThat(blocking(world)).containsExactly("DATASET_UNDECIDED");
        }

        @Test
        void AR3_findsThatAMeaningIsNotDecidedUntilItIs() {
            FieldId region = new FieldId("region");
            World world = world(World.oneFilter(), off)
                    .start()
                    .step(context -> new ApplySemanticSource(
                            context, World.csv("a.csv", "field,verbose_name,description", "region,Region,Where")))
                    .step(context -> new ApplySemanticSource(
                            context, World.csv("b.csv", "field,verbose_name,description", "region,Area,Where")));
            assertThat(blocking(world)).containsExactly("MEANING_UNDECIDED");

            world.step(context ->
                    new DecideField(context, region, new DecideField.Choice.Write(new FieldMeaning("Region", ""))));

            assertThat(blocking(world)).isEmpty();
        }

        @Test
        void AR3_holdsForASessionFromItsStartOn() {
            World asked = world(World.twoVariables(), ON).start();
            var off = asked.core(AccessPolicy.byRole(), tenant -> this.off, SessionEventListener.noop());

            asked.keep(off.execute(
                    new SetTemplateValue(asked.context(World.ANN), new VariableId("url_param:region"), "EMEA")));

            assertThat(asked.session().clarification().active()).isNotNull();
            assertThat(blocking(asked)).isEmpty();
        }
    }

    @Nested
    class ExecutionOff {

        @Test
        void AR3_allowsPreviewsAndKeepsL10Closed() {
            World world = world(World.oneFilter(), ON.withExecution(false))
                    .start()
                    .approveAll()
                    .step(RequestPreview::new);

            assertThat(world.view().readiness().preview()).isEqualTo(PreviewState.READY);
            assertThat(world.clauses()).containsExactly("L10");
            assertThat(Results.clauses(world.attemptLaunch(World.ANN))).containsExactly("L10");
            assertThat(world.superset.launched()).isEmpty();
        }
    }

    @Test
    void AR3_canDifferFromTenantToTenant() {
        World world = World.readyToLaunch();
        var perTenant = world.core(
                AccessPolicy.byRole(),
                tenant -> ON.withAutomaticReview(tenant.equals(World.ANN.tenant())),
                world.heard::add);

        var ann = Results.accepted(perTenant.execute(new StartSession(World.ANN, null, World.LINK)));
        var eve = Results.accepted(perTenant.execute(new StartSession(World.EVE, null, World.LINK)));

        assertThat(ann.view().session().recovery().phase()).isEqualTo(Phase.RECOVERED);
        assertThat(eve.view().session().recovery().phase()).isEqualTo(Phase.WAITING);
    }

    private static World world(SampleContext context, FeatureFlags flags) {
        return new World(context.build(), new ScriptedStore(), flags);
    }

    private static List<String> blocking(World world) {
        return world.session().findings().stream()
                .filter(Finding::blocks)
                .map(finding -> finding.problem().code())
                .toList();
    }
}
