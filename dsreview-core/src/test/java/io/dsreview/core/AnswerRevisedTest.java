package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dsreview.api.clarification.Answer;
import io.dsreview.api.clarification.Guess;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.clarification.QuestionText;
import io.dsreview.api.clarification.Topic;
import io.dsreview.api.command.AcceptFinding;
import io.dsreview.api.command.ClarificationCommand.AnswerQuestion;
import io.dsreview.api.command.ClarificationCommand.ReopenQuestion;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.ExecutionCommand.ChooseTarget;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.LifecycleCommand;
import io.dsreview.api.command.RecoveryCommand.RecoverContext;
import io.dsreview.api.command.RecoveryCommand.ResolveRecoveryItem;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.command.SemanticCommand.DecideField;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.finding.FindingStatus;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.FindingId;
import io.dsreview.api.id.QuestionId;
import io.dsreview.api.id.RecoveryItemId;
import io.dsreview.api.mapping.MappingStatus;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.mapping.VariableValue;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.session.PreviewState;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.Semantics;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import io.dsreview.core.ScriptedStore.Crash;
import io.dsreview.core.ScriptedStore.End;
import io.dsreview.test.superset.SampleContext;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AnswerRevisedTest {

    private static final QuestionId DATASET = Question.idOf(Topic.DATASET, "");
    private static final QuestionId REGION = Question.idOf(Topic.VARIABLE_VALUE, "url_param:region");
    private static final QuestionId MEANING = Question.idOf(Topic.FIELD_MEANING, "region");
    private static final FieldId REGION_FIELD = new FieldId("region");

    private static Function<CommandContext, SessionCommand> answer(QuestionId question, String value) {
        return context -> new AnswerQuestion(context, question, value);
    }

    private static Function<CommandContext, SessionCommand> reopen(QuestionId question) {
        return context -> new ReopenQuestion(context, question);
    }

    @Nested
    class CL7_whichDataset {

        private final ScriptedStore store = new ScriptedStore();
        private final World world = new World(
                        new SampleContext()
                                .dataset(7, TemplateVariable.of(VariableKind.URL_PARAM, "region", true, null))
                                .dataset(8)
                                .filter("F-status", "status", "paid")
                                .build(),
                        store,
                        true)
                .start()
                .step(answer(DATASET, "7"))
                .step(answer(REGION, "EMEA"))
                .approveAll()
                .step(c -> new ApplySemanticSource(
                        c, World.csv("a.csv", "field,verbose_name,description", "region,Region,Where")))
                .step(c -> new DecideField(
                        c, new FieldId("status"), new DecideField.Choice.Write(new FieldMeaning("Status", ""))))
                .step(c -> new AcceptFinding(c, new FindingId("FIELDS_WITHOUT_MEANING"), "known"))
                .step(c -> new ChooseTarget(c, new DatasetRows(List.of(REGION_FIELD), 10)))
                .approveAll()
                .step(RequestPreview::new);

        @Test
        void isAskedAgainWithTheAnswerSoFarWhichHoldsMeanwhile() {
            ReviewSession before = world.session();
            assertThat(world.clauses()).isEmpty();

            world.step(reopen(DATASET));

            Question question = active(world);
            assertThat(question.id()).isEqualTo(DATASET);
            assertThat(question.guess()).isEqualTo(new Guess("7", Guess.Origin.ANSWER, "ann"));
            assertThat(QuestionText.of(question, Locale.ENGLISH).why()).contains("is withdrawn");
            assertThat(QuestionText.of(question, Locale.ENGLISH).guess())
                    .isEqualTo("The answer so far is \u201cdataset_7 (7)\u201d, given by ann.");
            assertThat(world.clauses()).containsExactly("L9");
            assertThat(world.session().recovery()).isEqualTo(before.recovery());
            assertThat(world.session().semantics()).isEqualTo(before.semantics());
            assertThat(Results.clauses(world.attemptLaunch(World.ANN))).containsExactly("L9");
        }

        @Test
        void changesNothingIfItIsAnsweredAsBefore() {
            ReviewSession before = world.session();

            world.step(reopen(DATASET)).step(answer(DATASET, "7"));

            assertThat(world.session().clarification().answers()).hasSize(3);
            assertThat(world.session().clarification().standing())
                    .extracting(Answer::question)
                    .containsExactly(REGION, DATASET);
            assertThat(world.session().clarification().reopened()).isEmpty();
            assertThat(world.session().semantics()).isEqualTo(before.semantics());
            assertThat(world.session().mappings()).isEqualTo(before.mappings());
            assertThat(world.session().values()).isEqualTo(before.values());
            assertThat(world.clauses()).isEmpty();
        }

        @Test
        void withdrawsAllThatHungOnItIfItIsAnsweredOtherwise() {
            assertThat(world.session().mappings())
                    .extracting(each -> each.status())
                    .containsOnly(MappingStatus.APPROVED);

            world.step(reopen(DATASET)).step(answer(DATASET, "8"));

            ReviewSession session = world.session();
            assertThat(session.recovery().datasetId()).isEqualTo(8);
            assertThat(session.semantics().sources()).isEqualTo(Semantics.EMPTY.sources());
            assertThat(session.semantics().fields()).hasSize(3).allSatisfy(field -> {
                assertThat(field.candidates()).isEmpty();
                assertThat(field.decision().meaning()).isEmpty();
            });
            assertThat(session.values()).isEmpty();
            assertThat(session.mappings()).extracting(each -> each.status()).containsOnly(MappingStatus.SUGGESTED);
            assertThat(session.execution().target()).isEqualTo(new DatasetRows(List.of(), 1_000));
            assertThat(session.execution().previews()).hasSize(1);
            assertThat(world.view().readiness().preview()).isEqualTo(PreviewState.STALE);
            assertThat(session.findings())
                    .filteredOn(finding -> finding.id().value().equals("FIELDS_WITHOUT_MEANING"))
                    .extracting(finding -> finding.status())
                    .containsExactly(FindingStatus.OPEN);
            assertThat(session.clarification().standing())
                    .extracting(Answer::question)
                    .containsExactly(DATASET);
            assertThat(session.clarification().open()).isEmpty();
            assertThat(world.clauses()).containsExactly("L5", "L7");
        }

        @Test
        void canBeLaunchedForTheOtherDataset() {
            world.step(reopen(DATASET)).step(answer(DATASET, "8")).approveAll().step(RequestPreview::new);
            world.launch();

            var context = Objects.requireNonNull(
                    world.session().execution().lastLaunch().orElseThrow().context());
            assertThat(context.inputs().dataset().id()).isEqualTo(8);
            assertThat(context.approved().answers()).extracting(Answer::value).containsExactly("8");
        }

        @Test
        void isNotAskedAgainOnceTheLinkShowsNoOtherDataset() {
            world.superset.recover(link ->
                    new Recovery.Recovered(new SampleContext().dataset(7).build()));
            world.step(RecoverContext::new);

            assertThat(Results.codes(world.attempt(World.ANN, reopen(DATASET))))
                    .containsExactly("ANSWER_NOT_REVISABLE");
        }

        @Test
        void isRevisedAlsoIfACrashKeptTheAnswerFromBeingApplied() {
            world.step(reopen(DATASET));
            store.next(End.STORED, End.LOST);
            assertThatThrownBy(() -> world.attempt(World.ANN, answer(DATASET, "8")))
                    .isInstanceOf(Crash.class);
            assertThat(world.reload().session().recovery().datasetId()).isEqualTo(7);

            world.step(LifecycleCommand.ResumeSession::new);

            assertThat(world.session().recovery().datasetId()).isEqualTo(8);
            assertThat(world.session().clarification().active()).isNull();
        }
    }

    @Nested
    class CL7_whatWasSettledAboutAnotherDataset {

        private static final FindingId UNKNOWN_FIELDS = new FindingId("FIELDS_WITHOUT_MEANING");

        private final World world = new World(new SampleContext()
                        .dataset(7)
                        .dataset(8)
                        .unresolved("state", RecoveryItem.Kind.STATE, true, Results.problem("STATE_GONE"))
                        .item(new RecoveryItem(
                                new RecoveryItemId("of 7"),
                                RecoveryItem.Kind.DATASET,
                                "of 7",
                                RecoveryItem.State.PARTIAL,
                                7L,
                                true,
                                Results.problem("COLUMN_GONE")))
                        .build())
                .start()
                .step(answer(DATASET, "7"))
                .step(c -> new ResolveRecoveryItem(c, new RecoveryItemId("state"), List.of()))
                .step(c -> new ResolveRecoveryItem(c, new RecoveryItemId("of 7"), List.of()))
                .step(c -> new AcceptFinding(c, UNKNOWN_FIELDS, "known"));

        @Test
        void isOpenAgainAndWhatConcernsTheLinkStaysSettled() {
            world.step(reopen(DATASET)).step(answer(DATASET, "8"));

            assertThat(world.session().recovery().decisions())
                    .extracting(decision -> decision.item().value())
                    .containsExactly("state");
            assertThat(world.session().findings())
                    .filteredOn(finding -> finding.id().equals(UNKNOWN_FIELDS))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.status()).isEqualTo(FindingStatus.OPEN);
                        assertThat(finding.problem().arguments()).containsEntry("count", "3");
                    });
        }

        @Test
        void staysSettledIfTheAnswerIsTheSame() {
            world.step(reopen(DATASET)).step(answer(DATASET, "7"));

            assertThat(world.session().recovery().decisions()).hasSize(2);
            assertThat(world.session().findings())
                    .filteredOn(finding -> finding.id().equals(UNKNOWN_FIELDS))
                    .extracting(finding -> finding.status())
                    .containsExactly(FindingStatus.ACCEPTED);
        }
    }

    @Nested
    class CL7_whichValue {

        private final World world = new World(World.twoVariables().build())
                .start()
                .step(answer(Question.idOf(Topic.VARIABLE_VALUE, "url_param:floor"), "1"))
                .step(answer(REGION, "EMEA"));

        @Test
        void isReplacedByTheAnswerGivenAnew() {
            world.step(reopen(REGION));
            assertThat(active(world).guess()).isEqualTo(new Guess("EMEA", Guess.Origin.ANSWER, "ann"));
            assertThat(value()).isEqualTo("EMEA");

            world.step(answer(REGION, "APAC"));

            assertThat(value()).isEqualTo("APAC");
            assertThat(world.session().clarification().active()).isNull();
            assertThat(world.session().clarification().standing())
                    .extracting(Answer::value)
                    .containsExactly("1", "APAC");
            Results.duplicate(world.attempt(World.ANN, answer(REGION, "APAC")));
        }

        private String value() {
            return world.session().values().stream()
                    .filter(each -> each.variable().value().equals("url_param:region"))
                    .map(VariableValue::value)
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Nested
    class CL7_whichMeaning {

        private final World world = new World(World.oneFilter().build())
                .start()
                .step(c -> new ApplySemanticSource(
                        c, World.csv("a.csv", "field,verbose_name,description", "region,Region,Where")))
                .step(c -> new ApplySemanticSource(
                        c, World.csv("b.csv", "field,verbose_name,description", "region,Area,Place")))
                .step(answer(MEANING, "a.csv:2"));

        @Test
        void isReplacedByTheAnswerGivenAnew() {
            world.step(reopen(MEANING)).step(answer(MEANING, "b.csv:2"));

            assertThat(world.session()
                            .semantics()
                            .field(REGION_FIELD)
                            .orElseThrow()
                            .decision()
                            .meaning())
                    .contains(new FieldMeaning("Area", "Place"));
        }

        @Test
        void isGuessedToBeTheAnswerSoFarWhereverItsSourceHasItNow() {
            world.step(c -> new ApplySemanticSource(
                    c,
                    World.csv("a.csv", "field,verbose_name,description", "status,Status,How", "region,Region,Where")));

            world.step(reopen(MEANING));

            assertThat(active(world).guess()).isEqualTo(new Guess("a.csv:3", Guess.Origin.ANSWER, "ann"));
        }

        @Test
        void isNotGuessedToBeWhatANewVersionSaysInItsPlaceAndIsLookedAtByAnswering() {
            world.step(c -> new ApplySemanticSource(
                    c, World.csv("a.csv", "field,verbose_name,description", "region,Region,Elsewhere")));
            assertThat(world.session().semantics().leftAlone()).hasSize(1);

            world.step(reopen(MEANING));
            assertThat(active(world).guess()).extracting(Guess::origin).isEqualTo(Guess.Origin.SEMANTIC_SOURCE);

            world.step(answer(MEANING, "a.csv:2"));
            assertThat(world.session().semantics().leftAlone()).isEmpty();
        }

        @Test
        void isNotAskedAgainIfTheFieldWasLockedOrDecidedOtherwiseSince() {
            world.step(c -> new DecideField(c, REGION_FIELD, new DecideField.Choice.Lock()));
            assertThat(Results.codes(world.attempt(World.ANN, reopen(MEANING))))
                    .containsExactly("ANSWER_NOT_REVISABLE");

            world.step(c -> new DecideField(c, REGION_FIELD, new DecideField.Choice.Unlock()))
                    .step(c -> new DecideField(
                            c, REGION_FIELD, new DecideField.Choice.Write(new FieldMeaning("Mine", ""))));
            assertThat(Results.codes(world.attempt(World.ANN, reopen(MEANING))))
                    .containsExactly("ANSWER_NOT_REVISABLE");
        }

        @Test
        void isNotAskedAgainAlthoughSomethingElseIsInDoubt() {
            world.step(c -> new DecideField(c, REGION_FIELD, new DecideField.Choice.Lock()))
                    .step(c -> new ApplySemanticSource(
                            c, World.csv("a.csv", "field,verbose_name,description", "status,Status,How")))
                    .step(c -> new ApplySemanticSource(
                            c, World.csv("b.csv", "field,verbose_name,description", "status,State,How")));
            assertThat(active(world).subject()).isEqualTo("status");

            assertThat(Results.codes(world.attempt(World.ANN, reopen(MEANING))))
                    .containsExactly("ANSWER_NOT_REVISABLE");
        }

        @Test
        void isNoLongerAskedOnceItIsDecidedOtherwise() {
            world.step(reopen(MEANING));
            assertThat(active(world).id()).isEqualTo(MEANING);

            world.step(
                    c -> new DecideField(c, REGION_FIELD, new DecideField.Choice.Write(new FieldMeaning("Mine", ""))));

            assertThat(world.session().clarification().open()).isEmpty();
            assertThat(world.session().clarification().reopened()).isEmpty();
        }
    }

    private static Question active(World world) {
        return Objects.requireNonNull(world.session().clarification().active());
    }
}
