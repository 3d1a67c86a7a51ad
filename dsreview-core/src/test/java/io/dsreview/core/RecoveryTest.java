package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.access.AccessPolicy;
import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Permission;
import io.dsreview.api.access.Scope;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.clarification.Topic;
import io.dsreview.api.command.ClarificationCommand.AnswerQuestion;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.CommandResult.NotFound;
import io.dsreview.api.command.ExecutionCommand.ChooseTarget;
import io.dsreview.api.command.LifecycleCommand.ResumeSession;
import io.dsreview.api.command.MappingCommand.AcceptTemplateValue;
import io.dsreview.api.command.MappingCommand.OverrideMapping;
import io.dsreview.api.command.RecoveryCommand.RecoverContext;
import io.dsreview.api.command.StartSession;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.IdempotencyKey;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.id.UserId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.mapping.VariableValue;
import io.dsreview.api.mapping.VariableValue.Origin;
import io.dsreview.api.session.Recovery.Phase;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionQuery;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import io.dsreview.api.superset.UrlParameter;
import io.dsreview.core.ScriptedStore.End;
import io.dsreview.core.decision.RecoveryTerms;
import io.dsreview.test.superset.SampleContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecoveryTest {

    private final ScriptedStore store = new ScriptedStore();

    @Nested
    class OR1_aLinkThatTouchesSeveralDatasets {

        private final World world =
                new World(new SampleContext().dataset(7).dataset(8).build(), store, true).start();

        private void choose(String dataset) {
            world.step(context -> new AnswerQuestion(context, Question.idOf(Topic.DATASET, ""), dataset));
        }

        @Test
        void isAReviewOfTheOneThatIsChosen() {
            assertThat(world.session().recovery().dataset()).isEmpty();

            choose("8");

            assertThat(world.session().recovery().datasetId()).isEqualTo(8);
            assertThat(world.session().semantics().fields()).hasSize(3);
        }

        @Test
        void keepsTheChoiceWhenItIsRecoveredAgain() {
            choose("8");

            world.step(RecoverContext::new);

            assertThat(world.session().recovery().datasetId()).isEqualTo(8);
            assertThat(world.session().clarification().active()).isNull();
        }

        @Test
        void takesNoTargetBeforeTheChoice() {
            assertThat(Results.codes(world.attempt(
                            World.ANN,
                            context -> new ChooseTarget(context, new DatasetRows(List.of(new FieldId("region")), 1)))))
                    .containsExactly("DATASET_NOT_CHOSEN");
        }
    }

    @Nested
    class OR12_theResultOfARecovery {

        private final World world = new World(World.oneFilter().build(), store, true);

        @Test
        void isDroppedIfAnotherOneWasFasterThanIt() {
            AtomicBoolean first = new AtomicBoolean(true);
            ReviewCore other = world.core(true);
            world.superset.recover(link -> {
                if (!first.getAndSet(false)) {
                    return new Recovery.Recovered(World.oneFilter().build());
                }
                world.clock.advance(RecoveryTerms.DEFAULT.lease());
                ReviewSession running = store.states().get(store.states().size() - 1);
                Results.accepted(other.execute(new ResumeSession(new CommandContext(
                        World.ANN, running.header().id(), running.header().version(), null))));
                return new Recovery.Failed(Results.problem("TIMED_OUT"));
            });

            world.start();

            assertThat(world.session().recovery().phase()).isEqualTo(Phase.RECOVERED);
            assertThat(world.session().recovery().failure()).isNull();
            assertThat(world.reload().session().recovery().phase()).isEqualTo(Phase.RECOVERED);
        }

        @Test
        void isStoredInASecondAttemptIfTheStoreRefusesTheFirst() {
            store.next(End.STORED, End.REFUSED);

            world.start();

            assertThat(world.session().recovery().phase()).isEqualTo(Phase.RECOVERED);
        }
    }

    @Test
    void OR1_resumingSaysWhatItPicksUp() {
        World world = World.readyToLaunch(store);
        store.next(End.STORED, End.LOST);
        assertThat(Assertions.catchThrowable(() -> world.attempt(World.ANN, RecoverContext::new)))
                .isInstanceOf(ScriptedStore.Crash.class);
        world.heard.clear();
        world.clock.advance(RecoveryTerms.DEFAULT.lease());

        world.reload().step(ResumeSession::new);

        assertThat(world.heard.get(0).data()).isEqualTo(Map.of("work", "recovery"));
        assertThat(world.session().recovery().phase()).isEqualTo(Phase.RECOVERED);
    }

    @Test
    void AR2_aRefusalIsRecordedEvenIfTheStoreRefusesItFirst() {
        World world = new World(World.oneFilter().build(), store, true).start();
        int commits = store.commits().size();
        store.next(End.REFUSED);

        Results.rejected(world.attemptLaunch(World.ANN));

        assertThat(store.commits()).hasSize(commits + 1);
        assertThat(world.core.ledger(World.ANN, world.id()).get(2).document()).contains("refused.Launch");
    }

    @Test
    void RE3_aRepeatedStartOfASessionOutOfReachFindsNothing() {
        World world = new World(World.oneFilter().build(), store, true);
        StartSession start = new StartSession(World.ANN, new IdempotencyKey("k"), World.LINK);
        Results.accepted(world.execute(start));
        AccessPolicy narrower = new AccessPolicy() {
            @Override
            public boolean permits(Actor actor, Permission permission) {
                return true;
            }

            @Override
            public Scope scopeOf(Actor actor) {
                return new Scope(actor.tenant(), new UserId("nobody"));
            }
        };

        assertThat(world.core(narrower, true, world.heard::add).execute(start)).isEqualTo(new NotFound());
        assertThat(store.list(new Scope(World.ANN.tenant(), null), SessionQuery.DEFAULT))
                .hasSize(1);
    }

    @Nested
    class MP1_aValueOfTheLink {

        @Test
        void carriesWhereItCameFromAndNoApproval() {
            RecoveredContext plain = new SampleContext()
                    .dataset(
                            7,
                            TemplateVariable.of(VariableKind.URL_PARAM, "region", true, null),
                            TemplateVariable.of(VariableKind.URL_PARAM, "floor", true, null))
                    .build();
            World world = new World(new RecoveredContext(
                            plain.link(),
                            plain.kind(),
                            plain.server(),
                            plain.dashboardId(),
                            plain.title(),
                            plain.charts(),
                            plain.datasets(),
                            plain.filters(),
                            List.of(
                                    new UrlParameter("floor", "1", FilterOrigin.PERMALINK),
                                    new UrlParameter("region", "EMEA", FilterOrigin.URL)),
                            plain.query(),
                            plain.summary()))
                    .start();

            assertThat(world.session().values())
                    .containsExactly(
                            new VariableValue(new VariableId("url_param:region"), "EMEA", Origin.URL, null),
                            new VariableValue(new VariableId("url_param:floor"), "1", Origin.PERMALINK, null));
        }

        @Test
        void isAcceptedForAVariableOfTheTemplateOnly() {
            World world = new World(World.twoVariables().build()).start();

            assertThat(Results.codes(world.attempt(
                            World.ANN, context -> new AcceptTemplateValue(context, new VariableId("url_param:no")))))
                    .containsExactly("VARIABLE_UNKNOWN");
        }
    }

    @Test
    void MP2_eachMappingIsOverriddenByTheRulesOfItsOwnFilter() {
        World world =
                new World(World.oneFilter().filter("F-region", "region", "EMEA").build()).start();
        MappingId region = new MappingId("F-region->column:region");

        world.step(context -> new OverrideMapping(context, region, List.of("APAC")));

        assertThat(world.session().mappings())
                .extracting(mapping ->
                        mapping.value().conditions().get(0).values().get(0).text())
                .containsExactly("paid", "APAC");
    }

    @Test
    void CL5_anAnswerRepeatedAfterLaterOnesIsADuplicate() {
        World world = new World(World.twoVariables().build()).start();
        var floor = Question.idOf(Topic.VARIABLE_VALUE, "url_param:floor");
        var region = Question.idOf(Topic.VARIABLE_VALUE, "url_param:region");
        world.step(context -> new AnswerQuestion(context, floor, "100"));
        Results.duplicate(world.attempt(World.ANN, context -> new AnswerQuestion(context, floor, "100")));
        world.clock.advance(Duration.ofSeconds(1));
        world.step(context -> new AnswerQuestion(context, region, "EMEA"));

        Results.duplicate(world.attempt(World.ANN, context -> new AnswerQuestion(context, floor, "100")));
        Results.duplicate(world.attempt(World.ANN, context -> new AnswerQuestion(context, region, "EMEA")));
        assertThat(Results.codes(world.attempt(World.ANN, context -> new AnswerQuestion(context, region, "100"))))
                .containsExactly("QUESTION_NOT_ACTIVE");
    }
}
