package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.clarification.Answer;
import io.dsreview.api.clarification.ClarificationSummary;
import io.dsreview.api.clarification.ClarificationSummaryText;
import io.dsreview.api.clarification.Pause;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.clarification.Topic;
import io.dsreview.api.command.ClarificationCommand.AnswerQuestion;
import io.dsreview.api.command.ClarificationCommand.DeferQuestion;
import io.dsreview.api.command.ClarificationCommand.PauseClarification;
import io.dsreview.api.command.ClarificationCommand.ReopenQuestion;
import io.dsreview.api.command.ClarificationCommand.ResumeClarification;
import io.dsreview.api.command.ClarificationCommand.SkipQuestion;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.LifecycleCommand.CancelSession;
import io.dsreview.api.command.MappingCommand.SetTemplateValue;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.command.SemanticCommand.DecideField;
import io.dsreview.api.command.SemanticCommand.DecideField.Choice;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.command.StartSession;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.gate.GateClause;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.QuestionId;
import io.dsreview.api.id.UserId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.session.ReadinessChange;
import io.dsreview.api.session.RecommendedAction;
import io.dsreview.api.session.SessionQuery;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ClarificationPausedTest {

    private static final QuestionId FLOOR = Question.idOf(Topic.VARIABLE_VALUE, "url_param:floor");
    private static final QuestionId REGION = Question.idOf(Topic.VARIABLE_VALUE, "url_param:region");
    private static final QuestionId MEANING = Question.idOf(Topic.FIELD_MEANING, "region");

    private final World world = new World(World.twoVariables().build()).start();

    private static Function<CommandContext, SessionCommand> answer(QuestionId question, String value) {
        return context -> new AnswerQuestion(context, question, value);
    }

    private World later(Function<CommandContext, SessionCommand> command) {
        world.clock.advance(Duration.ofMinutes(1));
        return world.step(command);
    }

    private void disagree() {
        later(c -> new ApplySemanticSource(
                c, World.csv("a.csv", "field,verbose_name,description", "region,Region,Where")));
        later(c ->
                new ApplySemanticSource(c, World.csv("b.csv", "field,verbose_name,description", "region,Area,Place")));
    }

    @Nested
    class CL8_whilePaused {

        @Test
        void nothingIsAskedAndTheLaunchStaysClosed() {
            world.step(PauseClarification::new);

            assertThat(world.session().clarification().active()).isNull();
            assertThat(world.session().clarification().open())
                    .extracting(Question::id)
                    .containsExactly(FLOOR, REGION);
            assertThat(world.session().clarification().pause())
                    .isEqualTo(new Pause(new UserId("ann"), world.clock.instant()));
            assertThat(world.clauses()).contains("L9");
            assertThat(world.view().readiness().next()).isEqualTo(RecommendedAction.RESUME_CLARIFICATION);
            assertThat(world.core
                            .list(World.ANN, SessionQuery.DEFAULT)
                            .sessions()
                            .get(0)
                            .activeQuestion())
                    .isNull();
            assertThat(world.heard).last().satisfies(event -> assertThat(event.data())
                    .containsEntry("open", "2"));
        }

        @Test
        void noQuestionCanBeAnsweredOrSetAside() {
            world.step(PauseClarification::new);

            for (Function<CommandContext, SessionCommand> command : List.<Function<CommandContext, SessionCommand>>of(
                    answer(FLOOR, "1"), c -> new SkipQuestion(c, FLOOR), c -> new DeferQuestion(c, FLOOR, ""))) {
                assertThat(Results.codes(world.attempt(World.ANN, command))).containsExactly("CLARIFICATION_PAUSED");
            }
        }

        @Test
        void newQuestionsWaitToo() {
            world.step(PauseClarification::new);

            disagree();

            assertThat(world.session().clarification().active()).isNull();
            assertThat(world.session().clarification().waiting())
                    .extracting(Question::id)
                    .contains(MEANING);
        }

        @Test
        void aQuestionCanBeReopenedForLater() {
            world.step(c -> new DeferQuestion(c, FLOOR, "")).step(PauseClarification::new);

            world.step(c -> new ReopenQuestion(c, FLOOR));

            assertThat(world.session().clarification().active()).isNull();
            assertThat(world.session().clarification().setAside()).isEmpty();
        }

        @Test
        void onlyExpertsAreRecommendedIfNothingElseWouldBeAsked() {
            world.step(c -> new DeferQuestion(c, FLOOR, ""))
                    .step(answer(REGION, "EMEA"))
                    .step(PauseClarification::new);

            assertThat(world.view().readiness().next()).isNotEqualTo(RecommendedAction.RESUME_CLARIFICATION);
        }

        @Test
        void pausingAgainIsADuplicateAndSoIsResumingWhatIsNotPaused() {
            Results.duplicate(world.attempt(World.ANN, ResumeClarification::new));
            world.step(PauseClarification::new);
            Results.duplicate(world.attempt(World.ANN, PauseClarification::new));
        }

        @Test
        void resumingASessionThatIsOverIsRejected() {
            world.step(CancelSession::new);

            assertThat(Results.codes(world.attempt(World.ANN, ResumeClarification::new)))
                    .containsExactly("SESSION_NOT_ACTIVE");
        }

        @Test
        void resumingAsksTheSameQuestionAgain() {
            world.step(PauseClarification::new).step(ResumeClarification::new);

            Question active = world.session().clarification().active();
            assertThat(active).isNotNull();
            assertThat(active.id()).isEqualTo(FLOOR);
            assertThat(world.session().clarification().pause()).isNull();
        }
    }

    @Nested
    class CL8_theSummary {

        @Test
        void tellsWhatWasAnsweredWhatChangedAndWhatIsLeft() {
            disagree();
            later(c -> new SkipQuestion(c, FLOOR));
            later(answer(REGION, "EMEA"));
            later(answer(MEANING, "b.csv:2"));
            CommandResult paused = world.attempt(World.ANN, PauseClarification::new);

            ClarificationSummary summary = Results.accepted(paused).view().clarification();

            assertThat(summary.pause()).isNotNull();
            assertThat(summary.since()).isEqualTo("2026-03-01T12:00:00Z");
            assertThat(summary.answers()).extracting(Answer::value).containsExactly("EMEA", "b.csv:2");
            assertThat(summary.fields()).containsExactly(new FieldId("region"));
            assertThat(summary.variables()).containsExactly(new VariableId("url_param:region"));
            assertThat(summary.asked()).isEmpty();
            assertThat(summary.skipped()).extracting(Question::id).containsExactly(FLOOR);
            assertThat(summary.deferred()).isEmpty();
            assertThat(summary.clausesMet()).isEmpty();
        }

        @Test
        void namesOnlyWhatAnAnswerDecidedAndNobodyDecidedOtherwiseSince() {
            disagree();
            later(answer(FLOOR, "1"));
            later(answer(REGION, "EMEA"));
            later(answer(MEANING, "b.csv:2"));
            later(c -> new ApplySemanticSource(
                    c, World.csv("c.csv", "field,verbose_name,description", "status,Status,How")));
            SemanticField status =
                    world.session().semantics().field(new FieldId("status")).orElseThrow();

            later(c -> new DecideField(
                    c, status.id(), new Choice.Accept(status.candidates().get(0))));
            later(c -> new DecideField(c, new FieldId("region"), new Choice.Write(new FieldMeaning("Mine", ""))));
            later(c -> new SetTemplateValue(c, new VariableId("url_param:region"), "APAC"));

            ClarificationSummary summary = world.view().clarification();
            assertThat(summary.answers()).hasSize(3);
            assertThat(summary.fields()).isEmpty();
            assertThat(summary.variables()).containsExactly(new VariableId("url_param:floor"));
        }

        @Test
        void comparesWithHowThingsStoodWhenItWasResumed() {
            disagree();
            later(answer(FLOOR, "1"));
            later(PauseClarification::new);
            later(ResumeClarification::new);
            assertThat(world.view().clarification().answers()).isEmpty();

            later(answer(REGION, "EMEA"));
            later(answer(MEANING, "b.csv:2"));

            ClarificationSummary summary = world.view().clarification();
            assertThat(summary.pause()).isNull();
            assertThat(summary.answers()).extracting(Answer::question).containsExactly(REGION, MEANING);
            assertThat(summary.variables()).containsExactly(new VariableId("url_param:region"));
            assertThat(summary.findingsResolved())
                    .extracting(finding -> finding.id().value())
                    .containsExactly("SEMANTIC_CONFLICT:region");
            assertThat(summary.clausesMet()).extracting(GateClause::id).containsExactly("L4", "L9");
            assertThat(summary.clausesUnmet()).isEmpty();
            assertThat(ClarificationSummaryText.of(summary, Locale.ENGLISH).sentences())
                    .contains(
                            "Questions answered: VARIABLE_VALUE:url_param:region, FIELD_MEANING:region.",
                            "Fields whose meaning was decided: region.",
                            "Variables that were given a value: url_param:region.",
                            "Findings resolved: SEMANTIC_CONFLICT:region.",
                            "Conditions of the launch that are met now: L4, L9.",
                            "No question is left.");
            assertThat(ClarificationSummaryText.of(summary, Locale.forLanguageTag("ru"))
                            .toString())
                    .contains("Решено, что означают поля: region.")
                    .doesNotContain("?");
        }

        @Test
        void tellsWhatWasRaisedAndWhatNoLongerHolds() {
            World ready = World.readyToLaunch();
            assertThat(ready.view().clarification().since()).isNull();
            assertThat(ClarificationSummaryText.of(ready.view().clarification(), Locale.ENGLISH))
                    .hasToString("Nothing has been asked so far.");
            ready.step(PauseClarification::new).step(ResumeClarification::new);
            ready.clock.advance(Duration.ofMinutes(1));
            ready.step(c -> new ApplySemanticSource(
                    c, World.csv("a.csv", "field,verbose_name,description", "region,Region,Where")));
            ready.step(c -> new ApplySemanticSource(
                    c, World.csv("b.csv", "field,verbose_name,description", "region,Area,Place")));

            ClarificationSummary summary = ready.view().clarification();

            assertThat(summary.findingsRaised())
                    .extracting(finding -> finding.id().value())
                    .containsExactly("SEMANTIC_CONFLICT:region");
            assertThat(summary.clausesUnmet()).extracting(GateClause::id).containsExactly("L9");
            assertThat(summary.asked()).extracting(Question::id).containsExactly(MEANING);
            assertThat(ClarificationSummaryText.of(summary, Locale.ENGLISH).toString())
                    .contains(
                            "No question was answered.",
                            "Conditions of the launch that are no longer met: L9.",
                            "Questions left: 1 to ask, 0 skipped, 0 for an expert.");
        }
    }

    @Nested
    class CL7_anAcceptedAnswerReturns {

        @Test
        void whatItDidToReadinessAndFindings() {
            disagree();
            world.step(answer(FLOOR, "1")).step(answer(REGION, "EMEA"));
            var before = world.view().readiness();

            ReadinessChange change = Results.accepted(world.attempt(World.ANN, answer(MEANING, "b.csv:2")))
                    .change();

            assertThat(change.before()).isEqualTo(before);
            assertThat(change.after()).isEqualTo(world.reload().view().readiness());
            assertThat(change.met()).extracting(GateClause::id).containsExactly("L9");
            assertThat(change.unmet()).isEmpty();
            assertThat(change.resolved())
                    .extracting(finding -> finding.id().value())
                    .containsExactly("SEMANTIC_CONFLICT:region");
            assertThat(change.raised()).isEmpty();
        }

        @Test
        void theSameFromTheSameState() {
            World twin = new World(World.twoVariables().build()).start();

            assertThat(Results.accepted(world.attempt(World.ANN, answer(FLOOR, "1"))))
                    .isEqualTo(Results.accepted(twin.attempt(World.ANN, answer(FLOOR, "1"))));
        }
    }

    @Test
    void CL7_aCommandThatRaisesFindingsOrClosesClausesSaysSo() {
        World ready = World.readyToLaunch();
        ready.step(c -> new ApplySemanticSource(
                c, World.csv("a.csv", "field,verbose_name,description", "region,Region,Where")));

        ReadinessChange change = Results.accepted(ready.attempt(
                        World.ANN,
                        c -> new ApplySemanticSource(
                                c, World.csv("b.csv", "field,verbose_name,description", "region,Area,Place"))))
                .change();

        assertThat(change.unmet()).extracting(GateClause::id).containsExactly("L9");
        assertThat(change.met()).isEmpty();
        assertThat(change.raised())
                .extracting(finding -> finding.id().value())
                .containsExactly("SEMANTIC_CONFLICT:region");
    }

    @Test
    void CL7_aStartIsAChangeFromNothing() {
        ReadinessChange change = Results.accepted(world.execute(new StartSession(World.ANN, null, World.LINK)))
                .change();

        assertThat(change.before()).isNull();
        assertThat(change.met()).isEmpty();
        assertThat(change.unmet()).extracting(GateClause::id).contains("L4", "L9");
        assertThat(change.raised())
                .extracting(Finding::id)
                .containsExactlyElementsOf(
                        world.session().findings().stream().map(Finding::id).toList());
    }
}
