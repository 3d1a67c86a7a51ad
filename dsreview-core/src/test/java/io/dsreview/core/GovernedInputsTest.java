package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Role;
import io.dsreview.api.command.ClarificationCommand.AnswerQuestion;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.ExecutionCommand.ChooseTarget;
import io.dsreview.api.command.ExecutionCommand.HandOffLaunch;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.LifecycleCommand.ResumeSession;
import io.dsreview.api.command.MappingCommand.AcceptTemplateValue;
import io.dsreview.api.command.MappingCommand.DecideMappings;
import io.dsreview.api.command.MappingCommand.OverrideMapping;
import io.dsreview.api.command.MappingCommand.SetTemplateValue;
import io.dsreview.api.command.RecoveryCommand.RecoverContext;
import io.dsreview.api.command.RecoveryCommand.ResolveRecoveryItem;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.command.SemanticCommand.DecideField;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.DatasetRevision;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.execution.LaunchAttempt;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.finding.FindingStatus;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.FilterId;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.id.QuestionId;
import io.dsreview.api.id.RecoveryItemId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.FilterCondition;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.mapping.FilterScalar;
import io.dsreview.api.mapping.FilterValue;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.semantic.FieldDecision;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.session.DatasetProfile;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.SupersetCompilationAdapter.Compilation;
import io.dsreview.api.superset.SupersetCompilationAdapter.RevisionReading;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import io.dsreview.core.finding.ReviewProblem;
import io.dsreview.core.view.Profiles;
import io.dsreview.test.superset.SampleContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No changed, un-approved or half-lost input reaches a launch, and no launch happens twice. */
class GovernedInputsTest {

    private static final VariableId REGION = VariableKind.URL_PARAM.variable("region");
    private static final Problem WHY = Problem.of(ReviewProblem.INTERRUPTED);

    @Nested
    class WhenTheDatasetIsGone {

        @Test
        void noOtherDatasetTakesItsPlaceAndNothingIsLost() {
            World world = World.readyToLaunch();
            world.step(context -> new DecideField(
                    context, new FieldId("region"), new DecideField.Choice.Write(new FieldMeaning("Mine", ""))));
            var before = world.session();
            RecoveredContext here = World.oneFilter().build();
            recoverAs(world, new SampleContext().dataset(8).build());

            assertThat(world.clauses()).contains("L3");
            assertThat(world.session().recovery().datasetId()).isEqualTo(7);
            assertThat(Results.codes(world.attempt(World.ANN, RequestPreview::new)))
                    .containsExactly("DATASET_NOT_CHOSEN");

            recoverAs(world, here);
            assertThat(world.session().mappings()).isEqualTo(before.mappings());
            assertThat(world.session().semantics()).isEqualTo(before.semantics());
            assertThat(world.clauses()).isEmpty();
        }
    }

    @Nested
    class ValuesOfVariables {

        @Test
        void ofTheLinkNeedApprovalEvenWhereTheTemplateHasADefault() {
            World world = new World(new SampleContext()
                            .dataset(7, TemplateVariable.of(VariableKind.URL_PARAM, "floor", false, "100"))
                            .urlParameter("floor", "0 OR 1=1")
                            .build())
                    .start()
                    .step(RequestPreview::new);
            assertThat(world.clauses()).containsExactly("L4");

            world.step(context -> new AcceptTemplateValue(context, VariableKind.URL_PARAM.variable("floor")));

            assertThat(world.clauses()).isEmpty();
        }

        @Test
        void areNotAcceptedBesideAFilterThatGivesThem() {
            World world = new World(new SampleContext()
                            .dataset(7, TemplateVariable.of(VariableKind.FILTER_VALUES, "status", false, "new"))
                            .filter("F-status", "status", "paid")
                            .build())
                    .start();

            assertThat(Results.codes(world.attempt(
                            World.ANN,
                            context ->
                                    new AcceptTemplateValue(context, VariableKind.FILTER_VALUES.variable("status")))))
                    .containsExactly("VARIABLE_IS_MAPPED");
        }
    }

    @Nested
    class FiltersMappedToAUrlParameter {

        private final TemplateVariable region = TemplateVariable.of(VariableKind.URL_PARAM, "region", true, null);

        @Test
        void takeOneValueOnly() {
            World world = new World(new SampleContext()
                            .dataset(7, region)
                            .filter("F", "region", "EMEA")
                            .build())
                    .start();

            assertThat(Results.codes(world.attempt(
                            World.ANN,
                            context -> new OverrideMapping(
                                    context, new MappingId("F->variable:url_param:region"), List.of("A", "B")))))
                    .containsExactly("MAPPING_VALUES_ILLEGAL");
        }

        @Test
        void areOnlyOfferedWhereTheFilterExcludesItsValue() {
            FilterCondition excluded =
                    new FilterCondition(new FieldId("region"), "NOT IN", List.of(FilterScalar.text("EMEA")));
            World world = new World(new SampleContext()
                            .dataset(7, region)
                            .filter(filter("F", "region", FilterValue.of(excluded)))
                            .build())
                    .start();

            assertThat(world.session().mappings())
                    .extracting(mapping -> mapping.target().key(), ExecutionMapping::isEffective)
                    .containsExactly(tuple("column:region", true), tuple("variable:url_param:region", false));
        }

        @Test
        void blockWhereSeveralGiveOneVariableItsValue() {
            World world = new World(new SampleContext()
                            .dataset(7, region)
                            .filter("F", "region", "EMEA")
                            .filter("G", "region", "APAC")
                            .build())
                    .start()
                    .approveAll()
                    .step(RequestPreview::new);
            assertThat(world.clauses()).containsExactly("L3");

            world.step(context ->
                            new DecideMappings(context, List.of(new MappingId("G->variable:url_param:region")), false))
                    .step(RequestPreview::new);

            assertThat(world.clauses()).isEmpty();
        }
    }

    @Nested
    class WhatAPersonGave {

        @Test
        void countsAlsoWhereItWasSuppliedBeforeTheDatasetWasChosen() {
            World world = new World(new SampleContext()
                            .dataset(7)
                            .dataset(8)
                            .filter("F", "region")
                            .unresolved("filter:F", RecoveryItem.Kind.FILTER, true, WHY)
                            .build())
                    .start();
            world.step(context -> new ResolveRecoveryItem(context, new RecoveryItemId("filter:F"), List.of("EMEA")));

            world.step(context -> new AnswerQuestion(context, new QuestionId("DATASET"), "7"));

            assertThat(world.session().mappings()).singleElement().satisfies(mapping -> assertThat(
                            mapping.value().conditions().get(0).values())
                    .containsExactly(FilterScalar.text("EMEA")));
        }

        @Test
        void isNotReplacedByAnotherDefaultOfTheDashboard() {
            World world = new World(World.oneFilter().build()).start();
            MappingId mapping = world.session().mappings().get(0).id();
            world.step(context -> new OverrideMapping(context, mapping, List.of("manual")));

            recoverAs(
                    world,
                    new SampleContext()
                            .dataset(7)
                            .filter("F-status", "status", "other")
                            .build());

            assertThat(world.session()
                            .mappings()
                            .get(0)
                            .value()
                            .conditions()
                            .get(0)
                            .values())
                    .containsExactly(FilterScalar.text("manual"));
        }

        @Test
        void isTheTargetThatWasChosenWhateverColumnsTheDatasetHasLater() {
            World world = new World(World.oneFilter().build()).start();
            DatasetRows chosen = new DatasetRows(List.of(new FieldId("amount"), new FieldId("region")), 10);
            world.step(context -> new ChooseTarget(context, chosen));

            recoverAs(world, World.withoutColumn(World.oneFilter().build(), "amount"));

            assertThat(world.session().execution().target()).isEqualTo(chosen);
            assertThat(world.clauses()).contains("L3");
        }

        @Test
        void staysWhereItsColumnIsAwayForAWhile() {
            World world = new World(World.oneFilter().build()).start();
            FieldId amount = new FieldId("amount");
            world.step(context -> new DecideField(
                            context, amount, new DecideField.Choice.Write(new FieldMeaning("Amount", "gross"))))
                    .step(context -> new DecideField(context, amount, new DecideField.Choice.Lock()));
            var decided = world.session().semantics().field(amount);
            recoverAs(world, World.withoutColumn(World.oneFilter().build(), "amount"));

            recoverAs(world, World.oneFilter().build());

            assertThat(world.session().semantics().field(amount)).isEqualTo(decided);
        }
    }

    @Test
    void aRejectionOutlastsTheColumnOfItsField() {
        FieldId amount = new FieldId("amount");
        World world = new World(World.oneFilter().build())
                .start()
                .step(context -> new ApplySemanticSource(
                        context, World.csv("a.csv", "field,verbose_name,description", "amount,Amount,Gross")));
        SemanticCandidate candidate = world.session()
                .semantics()
                .field(amount)
                .orElseThrow()
                .candidates()
                .get(0);
        world.step(context -> new DecideField(context, amount, new DecideField.Choice.Accept(candidate)));
        recoverAs(world, World.withoutColumn(World.oneFilter().build(), "amount"));

        world.step(context -> new DecideField(context, amount, new DecideField.Choice.Reject(candidate)));
        recoverAs(world, World.oneFilter().build());

        SemanticField back = world.session().semantics().field(amount).orElseThrow();
        assertThat(back.isRejected(candidate)).isTrue();
        assertThat(back.decision()).isEqualTo(new FieldDecision.Undecided());
    }

    @Test
    void aFieldWhoseColumnIsGoneIsKeptOnlyIfAPersonLockedOrDecidedIt() {
        World world = new World(World.oneFilter().build())
                .start()
                .step(context -> new ApplySemanticSource(
                        context, World.csv("a.csv", "field,verbose_name,description", "region,Region,Where")))
                .step(context -> new DecideField(context, new FieldId("status"), new DecideField.Choice.Lock()))
                .step(context -> new DecideField(
                        context,
                        new FieldId("amount"),
                        new DecideField.Choice.Write(new FieldMeaning("Amount", "gross"))));
        RecoveredContext without = World.withColumns(World.oneFilter().build(), 1);
        for (String column : List.of("region", "status", "amount")) {
            without = World.withoutColumn(without, column);
        }

        recoverAs(world, without);

        assertThat(world.session().semantics().fields())
                .extracting(field -> field.id().value())
                .hasSize(3)
                .endsWith("status", "amount");
    }

    @Test
    void aFieldWhoseColumnIsGoneIsNoMatterOfTheReviewUntilItComesBack() {
        FieldId amount = new FieldId("amount");
        World world = new World(World.oneFilter().build()).start();
        for (String said : List.of("Net", "Gross", "Total")) {
            world.step(context -> new ApplySemanticSource(
                    context, World.csv(said + ".csv", "field,verbose_name,description", "amount," + said + ",")));
        }
        SemanticCandidate rejected = world.session()
                .semantics()
                .field(amount)
                .orElseThrow()
                .candidates()
                .get(0);
        world.step(context -> new DecideField(context, amount, new DecideField.Choice.Reject(rejected)));
        assertThat(world.clauses()).contains("L9");

        recoverAs(world, World.withoutColumn(World.oneFilter().build(), "amount"));

        assertThat(world.clauses()).doesNotContain("L9");
        assertThat(world.session().findings())
                .filteredOn(finding -> finding.problem().code().equals("SEMANTIC_CONFLICT"))
                .extracting(Finding::status)
                .containsOnly(FindingStatus.RESOLVED);
        assertThat(Profiles.of(world.session()).fields())
                .extracting(DatasetProfile.Field::id)
                .doesNotContain(amount);

        recoverAs(world, World.oneFilter().build());

        assertThat(world.clauses()).contains("L9");
        assertThat(world.session().semantics().field(amount).orElseThrow().isRejected(rejected))
                .isTrue();
    }

    @Nested
    class Locks {

        private static final FieldId AMOUNT = new FieldId("amount");

        @Test
        void doNotHideAConflict() {
            World world = conflicted();

            assertThat(Results.codes(world.attempt(
                            World.ANN, context -> new DecideField(context, AMOUNT, new DecideField.Choice.Lock()))))
                    .containsExactly("FIELD_CONFLICTED");
        }

        @Test
        void followTheCandidatesAgainOnceTheyAreOpened() {
            String header = "field,verbose_name,description";
            World world = new World(World.oneFilter().build()).start();
            world.step(context -> new ApplySemanticSource(context, World.csv("a.csv", header, "amount,Old,")))
                    .step(context -> new DecideField(context, AMOUNT, new DecideField.Choice.Lock()))
                    .step(context -> new ApplySemanticSource(context, World.csv("a.csv", header, "amount,New,")));

            world.step(context -> new DecideField(context, AMOUNT, new DecideField.Choice.Unlock()));

            assertThat(world.session()
                            .semantics()
                            .field(AMOUNT)
                            .orElseThrow()
                            .decision()
                            .meaning())
                    .contains(new FieldMeaning("New", ""));
        }

        private World conflicted() {
            String header = "field,verbose_name,description";
            return new World(World.oneFilter().build())
                    .start()
                    .step(context -> new ApplySemanticSource(context, World.csv("a.csv", header, "amount,A,")))
                    .step(context -> new ApplySemanticSource(context, World.csv("b.csv", header, "amount,B,")));
        }
    }

    @Nested
    class Launches {

        @Test
        void ofOneApprovedStateHappenOnceHoweverOftenItIsPreviewed() {
            World world = World.readyToLaunch().launch().step(RequestPreview::new);

            assertThat(Results.codes(world.attemptLaunch(World.ANN))).containsExactly("ALREADY_LAUNCHED");

            world.clock.advance(Duration.ofSeconds(1));
            world.approveAll().step(RequestPreview::new).launch();
            assertThat(world.superset.launched()).hasSize(2);
        }

        @Test
        void doNotOverlap() {
            World world = World.readyToLaunch();
            List<CommandResult> second = new ArrayList<>();
            world.superset.launch(sql -> {
                world.reload();
                second.add(world.attempt(World.ANN, RequestPreview::new));
                world.reload();
                second.add(world.attemptLaunch(World.ANN));
                return new LaunchOutcome.Failed(WHY);
            });

            world.attemptLaunch(World.ANN);

            assertThat(Results.codes(second.get(1))).containsExactly("LAUNCH_UNDER_WAY");
            assertThat(world.superset.launched()).hasSize(1);
        }

        @Test
        void AR4_askNothingOfSupersetForWhoMayNotLaunch() {
            World world = World.readyToLaunch();
            world.superset.revision(new RevisionReading.Known(DatasetRevision.of("changed", SampleContext.IDENTITY)));

            CommandResult refused = world.attemptLaunch(Actor.of("acme", "ann", Role.ANALYST));

            assertThat(Results.clauses(refused)).containsExactly("L10");
            assertThat(Results.clauses(world.attemptLaunch(World.ANN))).containsExactly("L7");
        }

        @Test
        void doNotOverlapWhoeverResumesMeanwhile() {
            World world = World.readyToLaunch();
            List<CommandResult> second = new ArrayList<>();
            world.superset.lookUp(launch -> new LaunchOutcome.Unknown(WHY));
            world.superset.launch(sql -> {
                world.reload().step(ResumeSession::new);
                world.clock.advance(Duration.ofMinutes(9));
                world.step(ResumeSession::new).approveAll().step(RequestPreview::new);
                second.add(world.attemptLaunch(World.ANN));
                return new LaunchOutcome.Failed(WHY);
            });

            world.attemptLaunch(World.ANN);

            assertThat(Results.codes(second.get(0))).containsExactly("LAUNCH_UNDER_WAY");
            assertThat(world.superset.launched()).hasSize(1);
            assertThat(world.reload().session().execution().launches())
                    .extracting(LaunchAttempt::outcome)
                    .containsExactly(new LaunchOutcome.Failed(WHY));
        }

        @Test
        void ofChangedInputsAreRefusedAndNotAnsweredAsARepetition() {
            World world = new World(World.twoVariables().build()).start();
            world.step(context -> new SetTemplateValue(context, REGION, "EMEA"))
                    .step(context -> new SetTemplateValue(context, VariableKind.URL_PARAM.variable("floor"), "1"))
                    .approveAll()
                    .step(RequestPreview::new)
                    .launch()
                    .step(context -> new SetTemplateValue(context, REGION, "APAC"));

            assertThat(Results.clauses(world.attemptLaunch(World.ANN))).containsExactly("L7");
        }

        @Test
        void areHandedOffOnlyWhileTheDatasetIsAsItWasPreviewed() {
            World world = World.readyToLaunch();
            world.superset.launch(sql -> new LaunchOutcome.Refused(WHY));
            world.launch();
            world.superset.revision(new RevisionReading.Known(DatasetRevision.of("2", SampleContext.IDENTITY)));

            assertThat(Results.clauses(world.attempt(World.ANN, HandOffLaunch::new)))
                    .containsExactly("L7");
        }

        @Test
        void areNotMadeOfAnEmptyAnswer() {
            World world = new World(World.oneFilter().build()).start().approveAll();
            world.superset.compile(inputs -> new Compilation.Compiled("  \n", "fake"));

            world.step(RequestPreview::new);

            assertThat(world.clauses()).containsExactly("L6");
        }
    }

    @Nested
    class Sizes {

        @Test
        void ofACommandAreLimitedAsAWhole() {
            World world = new World(World.oneFilter().build()).start();
            MappingId mapping = world.session().mappings().get(0).id();
            List<String> values = new ArrayList<>();
            for (int i = 0; i < 10_000; i++) {
                values.add("x".repeat(120));
            }

            assertThat(Results.codes(
                            world.attempt(World.ANN, context -> new OverrideMapping(context, mapping, values))))
                    .containsExactly("INPUT_TOO_LONG");
        }

        @Tag("exhaustive")
        @Test
        void ofADatasetMayBeLarge() {
            World world = new World(World.withColumns(World.oneFilter().build(), 20_000)).start();

            world.approveAll().step(RequestPreview::new);

            assertThat(world.clauses()).isEmpty();
        }

        @Test
        void ofNamesMayBeTheLargestThatAreLegal() {
            String longest = "c".repeat(255);
            World world = new World(new SampleContext()
                            .dataset(7, TemplateVariable.of(VariableKind.FILTER_VALUES, "c".repeat(241), false, null))
                            .filter(filter(
                                    longest,
                                    "c".repeat(241),
                                    FilterValue.of(new FilterCondition(
                                            new FieldId("c".repeat(241)), "IN", List.of(FilterScalar.text("x"))))))
                            .build())
                    .start();

            world.approveAll().step(RequestPreview::new);

            assertThat(world.clauses()).isEmpty();
        }
    }

    @Test
    void aNullCommandIsRefused() {
        World world = new World(World.oneFilter().build());

        assertThat(Results.codes(world.core.execute(null))).containsExactly("INPUT_MISSING");
    }

    private static ImportedFilter filter(String id, String column, FilterValue value) {
        return ImportedFilter.of(
                new FilterId(id), "name", "filter_select", new FieldId(column), value, FilterOrigin.DEFAULT, Set.of());
    }

    private static void recoverAs(World world, RecoveredContext context) {
        world.superset.recover(link -> new Recovery.Recovered(context));
        world.step(RecoverContext::new);
    }
}
