package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.clarification.Question;
import io.dsreview.api.clarification.SetAside;
import io.dsreview.api.clarification.SetAside.Reason;
import io.dsreview.api.clarification.Topic;
import io.dsreview.api.command.ClarificationCommand.AnswerQuestion;
import io.dsreview.api.command.ClarificationCommand.DeferQuestion;
import io.dsreview.api.command.ClarificationCommand.ReopenQuestion;
import io.dsreview.api.command.ClarificationCommand.SkipQuestion;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.LifecycleCommand.CancelSession;
import io.dsreview.api.command.MappingCommand.SetTemplateValue;
import io.dsreview.api.command.SemanticCommand;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.execution.LaunchClause;
import io.dsreview.api.gate.UnmetClause;
import io.dsreview.api.id.QuestionId;
import io.dsreview.api.id.UserId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.session.RecommendedAction;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.api.session.SessionQuery;
import io.dsreview.test.superset.SampleContext;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class QuestionsSetAsideTest {

    private static final QuestionId FLOOR = Question.idOf(Topic.VARIABLE_VALUE, "url_param:floor");
    private static final QuestionId REGION = Question.idOf(Topic.VARIABLE_VALUE, "url_param:region");

    private final World world = new World(World.twoVariables().build()).start();

    private static Function<CommandContext, SessionCommand> answer(QuestionId question, String value) {
        return context -> new AnswerQuestion(context, question, value);
    }

    private static Function<CommandContext, SessionCommand> skip(QuestionId question) {
        return context -> new SkipQuestion(context, question);
    }

    private static Function<CommandContext, SessionCommand> defer(QuestionId question, String note) {
        return context -> new DeferQuestion(context, question, note);
    }

    private static Function<CommandContext, SessionCommand> reopen(QuestionId question) {
        return context -> new ReopenQuestion(context, question);
    }

    @Nested
    class CL3_aSkippedQuestion {

        @Test
        void staysOpenAndKeepsTheLaunchClosedWhileTheOthersAreAsked() {
            world.step(skip(FLOOR));

            assertThat(active()).isEqualTo(REGION);
            assertThat(open()).containsExactly(REGION, FLOOR);
            assertThat(blocking()).containsExactly(REGION.value(), FLOOR.value());
            assertThat(world.session().clarification().setAside())
                    .containsExactly(new SetAside(FLOOR, Reason.SKIPPED, "", new UserId("ann"), world.clock.instant()));
            assertThat(world.session().clarification().progress().open()).isEqualTo(2);
            assertThat(world.view().clarification().skipped())
                    .extracting(Question::id)
                    .containsExactly(FLOOR);
            assertThat(world.heard).last().satisfies(event -> {
                assertThat(event.type()).isEqualTo(SessionEvent.Type.QUESTION_SKIPPED);
                assertThat(event.data()).containsEntry("question", FLOOR.value());
            });
        }

        @Test
        void isAskedAgainAfterAllOthers() {
            world.step(skip(FLOOR)).step(answer(REGION, "EMEA"));

            assertThat(active()).isEqualTo(FLOOR);
            world.step(answer(FLOOR, "100"));
            assertThat(world.session().clarification().setAside()).isEmpty();
            assertThat(world.clauses()).doesNotContain("L9");
        }

        @Test
        void isPassedOverOnceMoreIfThereIsAnother() {
            world.step(skip(FLOOR)).step(skip(REGION));
            assertThat(active()).isEqualTo(FLOOR);

            world.step(skip(FLOOR));

            assertThat(active()).isEqualTo(REGION);
            Results.duplicate(world.attempt(World.ANN, skip(FLOOR)));
        }

        @Test
        void staysTheActiveOneIfItIsTheOnlyOne() {
            world.step(answer(FLOOR, "100")).step(skip(REGION));

            assertThat(active()).isEqualTo(REGION);
            Results.duplicate(world.attempt(World.ANN, skip(REGION)));
        }

        @Test
        void hasItsTurnAgainWhenItIsReopened() {
            world.step(skip(FLOOR)).step(reopen(FLOOR));

            assertThat(active()).isEqualTo(FLOOR);
            assertThat(world.session().clarification().setAside()).isEmpty();
            Results.duplicate(world.attempt(World.ANN, reopen(FLOOR)));
        }

        @Test
        void isOneQuestionAlsoWhereRecoveryNamesTheVariableTwice() {
            TemplateVariable region = TemplateVariable.of(VariableKind.URL_PARAM, "region", true, null);
            World twice =
                    new World(new SampleContext().dataset(7, region, region).build()).start();

            twice.step(skip(REGION));

            assertThat(twice.session().clarification().open())
                    .extracting(Question::id)
                    .containsExactly(REGION);
        }

        @Test
        void isForgottenOnceItIsNoLongerInDoubt() {
            world.step(skip(FLOOR)).step(c -> new SetTemplateValue(c, new VariableId("url_param:floor"), "1"));

            assertThat(open()).containsExactly(REGION);
            assertThat(world.session().clarification().setAside()).isEmpty();
        }

        @Test
        void isStillSkippedInAReopenedSession() {
            world.step(skip(FLOOR));
            var before = world.session().clarification();

            assertThat(world.reload().session().clarification()).isEqualTo(before);
        }
    }

    @Nested
    class CL4_aDeferredQuestion {

        @Test
        void isNotAskedAgainAndNeverCountsAsResolved() {
            world.step(defer(FLOOR, "ask the landlord")).step(answer(REGION, "EMEA"));

            assertThat(world.session().clarification().active()).isNull();
            assertThat(open()).containsExactly(FLOOR);
            assertThat(blocking()).containsExactly(FLOOR.value());
            assertThat(world.session().clarification().setAside(FLOOR))
                    .contains(new SetAside(
                            FLOOR, Reason.DEFERRED, "ask the landlord", new UserId("ann"), world.clock.instant()));
            assertThat(world.session().clarification().progress().answered()).isEqualTo(1);
            assertThat(world.view().clarification().deferred())
                    .extracting(Question::id)
                    .containsExactly(FLOOR);
            assertThat(world.core
                            .list(World.ANN, SessionQuery.DEFAULT)
                            .sessions()
                            .get(0)
                            .activeQuestion())
                    .isNull();
        }

        @Test
        void comesAfterWhatWasSkippedAndIsPassedOver() {
            world.step(defer(FLOOR, "")).step(skip(REGION));

            assertThat(active()).isEqualTo(REGION);
            assertThat(open()).containsExactly(REGION, FLOOR);
        }

        @Test
        void canHaveBeenSkippedBefore() {
            world.step(skip(FLOOR)).step(answer(REGION, "EMEA")).step(defer(FLOOR, ""));

            assertThat(world.session().clarification().setAside())
                    .extracting(SetAside::reason)
                    .containsExactly(Reason.DEFERRED);
        }

        @Test
        void isRecommendedForReopeningOnceNothingElseIsLeft() {
            world.step(defer(FLOOR, "")).step(answer(REGION, "EMEA"));
            world.approveAll();
            assertThat(world.view().readiness().next()).isEqualTo(RecommendedAction.REOPEN_QUESTION);

            World other = World.readyToLaunch();
            other.step(c -> new SemanticCommand.ApplySemanticSource(
                    c, World.csv("a.csv", "field,verbose_name,description", "region,Region,Where")));
            other.step(c -> new SemanticCommand.ApplySemanticSource(
                    c, World.csv("b.csv", "field,verbose_name,description", "region,Area,Place")));
            assertThat(other.view().readiness().next()).isEqualTo(RecommendedAction.ANSWER_QUESTION);
            other.step(defer(Question.idOf(Topic.FIELD_MEANING, "region"), ""));

            assertThat(other.clauses()).containsExactly("L9");
            assertThat(other.view().readiness().next()).isEqualTo(RecommendedAction.REOPEN_QUESTION);
        }

        @Test
        void hasItsTurnAgainWhenItIsReopened() {
            world.step(defer(FLOOR, "")).step(reopen(FLOOR));

            assertThat(active()).isEqualTo(FLOOR);
        }

        @Test
        void leavesItsNoteOutOfTheEventsAndCommitsToItInTheLedger() {
            world.step(defer(FLOOR, "ask Jane Roe"));

            assertThat(world.heard).last().satisfies(event -> assertThat(event.type())
                    .isEqualTo(SessionEvent.Type.QUESTION_DEFERRED));
            assertThat(world.heard.toString()).doesNotContain("Jane Roe");
            var ledger = world.core.ledger(World.ANN, world.id());
            assertThat(ledger.get(ledger.size() - 1).document()).doesNotContain("Jane Roe");
            assertThat(ledger.get(ledger.size() - 1).payloads())
                    .anySatisfy(payload -> assertThat(payload.value()).isEqualTo("ask Jane Roe"));
        }
    }

    @Nested
    class CL5_settingAsideTwice {

        @Test
        void isADuplicateIfItIsTheSame() {
            world.step(defer(FLOOR, "why")).step(skip(REGION));

            Results.duplicate(world.attempt(World.ANN, defer(FLOOR, "why")));
            assertThat(world.reload().session().clarification().setAside()).hasSize(2);
        }

        @Test
        void isRejectedIfItIsAnother() {
            world.step(defer(FLOOR, "why")).step(answer(REGION, "EMEA"));

            for (var other : List.of(defer(FLOOR, "why not"), skip(FLOOR), answer(FLOOR, "1"), skip(REGION))) {
                assertThat(Results.codes(world.attempt(World.ANN, other))).containsExactly("QUESTION_NOT_ACTIVE");
            }
        }
    }

    @Nested
    class CL9_settingAsideIsRejected {

        @Test
        void forAQuestionThatWaits() {
            assertThat(Results.codes(world.attempt(World.ANN, skip(REGION)))).containsExactly("QUESTION_NOT_ACTIVE");
            assertThat(Results.codes(world.attempt(World.ANN, defer(REGION, ""))))
                    .containsExactly("QUESTION_NOT_ACTIVE");
        }

        @Test
        void inASessionThatIsOver() {
            world.step(CancelSession::new);

            for (var command : List.of(skip(FLOOR), defer(FLOOR, ""), reopen(FLOOR))) {
                assertThat(Results.codes(world.attempt(World.ANN, command))).containsExactly("SESSION_NOT_ACTIVE");
            }
        }
    }

    private QuestionId active() {
        Question active = world.session().clarification().active();
        assertThat(active).isNotNull();
        return active.id();
    }

    private List<QuestionId> open() {
        return world.session().clarification().open().stream().map(Question::id).toList();
    }

    /** The questions that clause L9 names. */
    private List<String> blocking() {
        return world.view().readiness().launch().unmet().stream()
                .filter(unmet -> unmet.clause() == LaunchClause.L9)
                .map(UnmetClause::subjects)
                .findFirst()
                .orElse(List.of());
    }
}
