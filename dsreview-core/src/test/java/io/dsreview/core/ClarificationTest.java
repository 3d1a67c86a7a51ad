package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dsreview.api.clarification.Answer;
import io.dsreview.api.clarification.Guess;
import io.dsreview.api.clarification.Option;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.clarification.QuestionText;
import io.dsreview.api.clarification.Topic;
import io.dsreview.api.command.ClarificationCommand.AnswerQuestion;
import io.dsreview.api.command.ClarificationCommand.ReopenQuestion;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.LifecycleCommand.CancelSession;
import io.dsreview.api.command.LifecycleCommand.ResumeSession;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.id.IdempotencyKey;
import io.dsreview.api.id.QuestionId;
import io.dsreview.api.id.UserId;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.mapping.VariableValue;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionQuery;
import io.dsreview.core.ScriptedStore.Crash;
import io.dsreview.core.ScriptedStore.End;
import io.dsreview.test.superset.SampleContext;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ClarificationTest {

    private static final QuestionId REGION = Question.idOf(Topic.VARIABLE_VALUE, "url_param:region");
    private static final QuestionId FLOOR = Question.idOf(Topic.VARIABLE_VALUE, "url_param:floor");

    private final ScriptedStore store = new ScriptedStore();
    private final World world = new World(World.twoVariables().build(), store, true).start();

    private static Function<CommandContext, SessionCommand> answer(QuestionId question, String value) {
        return context -> new AnswerQuestion(context, question, value);
    }

    @Nested
    class CL1_ofSeveralQuestions {

        @Test
        void onlyTheFirstIsActiveAndTheOthersWait() {
            assertThat(active().id()).isEqualTo(FLOOR);
            assertThat(world.session().clarification().waiting())
                    .extracting(Question::id)
                    .containsExactly(REGION);

            world.step(answer(FLOOR, "100"));

            assertThat(active().id()).isEqualTo(REGION);
            assertThat(world.session().clarification().waiting()).isEmpty();
        }

        @Test
        void theStoredHeaderNamesTheActiveOne() {
            assertThat(world.core
                            .list(World.ANN, SessionQuery.DEFAULT)
                            .sessions()
                            .get(0)
                            .activeQuestion())
                    .isEqualTo(FLOOR.value());
        }
    }

    @Test
    void CL2_aReopenedSessionHasItsQuestionAndAllAnswers() {
        world.step(answer(FLOOR, "100"));

        ReviewSession reopened =
                world.core(true).find(World.ANN, world.id()).orElseThrow().session();

        assertThat(reopened.clarification()).isEqualTo(world.session().clarification());
        assertThat(active().id()).isEqualTo(REGION);
        assertThat(reopened.clarification().answers())
                .containsExactly(new Answer(FLOOR, "100", new UserId("ann"), world.clock.instant()));
    }

    @Nested
    class CL6_aQuestion {

        @Test
        void aboutAVariableCarriesTextReasonGuessAndOptions() {
            World guessing = new World(new SampleContext()
                            .dataset(7, TemplateVariable.of(VariableKind.URL_PARAM, "status", true, null))
                            .filter("F-0", "region", "EMEA")
                            .filter("F-1", "status", "paid", " ", "open")
                            .build())
                    .start();

            Question question =
                    Objects.requireNonNull(guessing.session().clarification().active());

            assertThat(question.guess()).isEqualTo(new Guess("paid", Guess.Origin.FILTER, "status"));
            assertThat(question.options()).extracting(Option::value).containsExactly("paid", "open");
            assertWords(question, "url_param:status");
        }

        @Test
        void aboutTheDatasetNamesEachDataset() {
            World choosing = new World(new SampleContext().dataset(7).dataset(8).build()).start();

            Question question =
                    Objects.requireNonNull(choosing.session().clarification().active());

            assertThat(question.topic()).isEqualTo(Topic.DATASET);
            assertThat(question.options()).extracting(Option::label).containsExactly("dataset_7 (7)", "dataset_8 (8)");
            assertThat(question.freeText()).isFalse();
            assertWords(question, "2");
        }

        @Test
        void aboutAMeaningOffersEachMeaningWithItsSourceAndLine() {
            World conflicted = new World(new SampleContext().dataset(7).build()).start();
            conflicted.step(context -> new ApplySemanticSource(
                    context, World.csv("a.csv", "field,verbose_name,description", "region,Region,Where")));
            conflicted.step(context -> new ApplySemanticSource(
                    context, World.csv("b.csv", "field,verbose_name,description", "x,,", "region,Area,Place")));

            Question question =
                    Objects.requireNonNull(conflicted.session().clarification().active());

            assertThat(question.topic()).isEqualTo(Topic.FIELD_MEANING);
            assertThat(question.options())
                    .extracting(Option::label)
                    .containsExactly("Region: Where (a.csv:2)", "Area: Place (b.csv:3)");
            assertThat(question.guess()).isEqualTo(new Guess("a.csv:2", Guess.Origin.SEMANTIC_SOURCE, "a.csv"));
            assertWords(question, "region");

            conflicted.step(answer(question.id(), "b.csv:3"));

            assertThat(conflicted
                            .session()
                            .semantics()
                            .fields()
                            .get(0)
                            .decision()
                            .meaning())
                    .hasValueSatisfying(
                            meaning -> assertThat(meaning.verboseName()).isEqualTo("Area"));
        }

        @Test
        void saysWhereItsGuessComesFromInTheReadersLanguage() {
            World guessing = new World(new SampleContext()
                            .dataset(7, TemplateVariable.of(VariableKind.URL_PARAM, "status", true, null))
                            .filter("F-1", "status", "paid", "open")
                            .build())
                    .start();
            Question value =
                    Objects.requireNonNull(guessing.session().clarification().active());
            guessing.step(answer(value.id(), "paid"));
            guessing.step(context -> new ApplySemanticSource(
                    context, World.csv("a.csv", "field,verbose_name,description", "region,Region,Where")));
            guessing.step(context -> new ApplySemanticSource(
                    context, World.csv("b.csv", "field,verbose_name,description", "region,Area,")));
            Question meaning =
                    Objects.requireNonNull(guessing.session().clarification().active());
            guessing.step(context -> new ReopenQuestion(context, value.id()));
            Question again =
                    Objects.requireNonNull(guessing.session().clarification().active());

            assertThat(guess(value, Locale.ENGLISH))
                    .isEqualTo("The best guess is “paid”: the filter on status has this value.");
            assertThat(guess(value, Locale.forLanguageTag("ru")))
                    .isEqualTo("Предположительно «paid»: такое значение у фильтра по status.");
            assertThat(guess(meaning, Locale.ENGLISH))
                    .isEqualTo("The best guess is “Region: Where (a.csv:2)”: of the sources, a.csv comes first.");
            assertThat(guess(again, Locale.forLanguageTag("ru")))
                    .isEqualTo("Пока действует ответ «paid», его дал пользователь ann.");
            assertThat(QuestionText.of(again, Locale.ENGLISH).why())
                    .isEqualTo(QuestionText.of(value, Locale.ENGLISH).why());
        }

        private static @Nullable String guess(Question question, Locale locale) {
            return QuestionText.of(question, locale).guess();
        }

        private void assertWords(Question question, String naming) {
            QuestionText words = QuestionText.of(question, Locale.ENGLISH);
            assertThat(words.text())
                    .isNotBlank()
                    .doesNotContain("{", question.topic().name());
            assertThat(words.why()).isNotBlank().doesNotContain("{");
            assertThat(words.text() + words.why()).contains(naming);
        }
    }

    @Nested
    class CL9_anAnswerIsRejected {

        @Test
        void toAQuestionThatWaits() {
            assertThat(Results.codes(world.attempt(World.ANN, answer(REGION, "EMEA"))))
                    .containsExactly("QUESTION_NOT_ACTIVE");
            assertNothingWasAnswered();
        }

        @Test
        void toAQuestionThatNobodyAsked() {
            assertThat(Results.codes(world.attempt(World.ANN, answer(new QuestionId("DATASET"), "7"))))
                    .containsExactly("QUESTION_NOT_ACTIVE");
            assertNothingWasAnswered();
        }

        @Test
        void toTheActiveQuestionOfAnotherSession() {
            World other = new World(new SampleContext().dataset(7).dataset(8).build()).start();
            Question foreign =
                    Objects.requireNonNull(other.session().clarification().active());

            assertThat(Results.codes(world.attempt(World.ANN, answer(foreign.id(), "7"))))
                    .containsExactly("QUESTION_NOT_ACTIVE");
            assertNothingWasAnswered();
        }

        @Test
        void thatIsNoneOfTheOptionsWhereNoFreeTextIsTaken() {
            World other = new World(new SampleContext().dataset(7).dataset(8).build()).start();
            Question question =
                    Objects.requireNonNull(other.session().clarification().active());

            assertThat(Results.rejected(other.attempt(World.ANN, answer(question.id(), "9")))
                            .problems())
                    .singleElement()
                    .satisfies(problem -> {
                        assertThat(problem.code()).isEqualTo("ANSWER_NOT_AN_OPTION");
                        assertThat(problem.arguments()).containsEntry("options", "2");
                    });
        }

        private void assertNothingWasAnswered() {
            ReviewSession before = world.session();
            assertThat(world.reload().session()).isEqualTo(before);
            assertThat(before.clarification().answers()).isEmpty();
        }
    }

    @Nested
    class OR6_theAnswerIsStored {

        @Test
        void byACommitBeforeTheOneThatMovesThePointer() {
            int before = store.commits().size();

            world.step(answer(FLOOR, "100"));

            List<ReviewSession> states =
                    store.states().subList(before, store.states().size());
            assertThat(states).hasSize(2);
            ReviewSession answered = states.get(0);
            assertThat(answered.clarification().answers())
                    .extracting(Answer::value)
                    .containsExactly("100");
            assertThat(Objects.requireNonNull(answered.clarification().active()).id())
                    .isEqualTo(FLOOR);
            assertThat(answered.values()).isEmpty();
            assertThat(store.commits().get(before).header().activeQuestion()).isEqualTo(FLOOR.value());
            ReviewSession moved = states.get(1);
            assertThat(Objects.requireNonNull(moved.clarification().active()).id())
                    .isEqualTo(REGION);
            assertThat(moved.values()).extracting(VariableValue::value).containsExactly("100");
        }

        @Test
        void evenIfTheProcessDiesBeforeThePointerMovesAndResumingMovesIt() {
            store.next(End.STORED, End.LOST);
            assertThatThrownBy(() -> world.attempt(World.ANN, answer(FLOOR, "100")))
                    .isInstanceOf(Crash.class);

            world.reload();
            assertThat(active().id()).isEqualTo(FLOOR);
            assertThat(world.session().clarification().answers())
                    .extracting(Answer::value)
                    .containsExactly("100");

            world.keep(world.core(true).execute(new ResumeSession(world.context(World.ANN))));
            assertThat(active().id()).isEqualTo(REGION);
            assertThat(world.session().values())
                    .extracting(VariableValue::value)
                    .containsExactly("100");
            assertThat(world.session().clarification().answers()).hasSize(1);
        }

        @Test
        void orNotAtAllIfTheProcessDiesBefore() {
            ReviewSession before = world.session();
            store.next(End.LOST);

            assertThatThrownBy(() -> world.attempt(World.ANN, answer(FLOOR, "100")))
                    .isInstanceOf(Crash.class);

            assertThat(world.reload().session()).isEqualTo(before);
        }

        @Test
        void andReadinessFollows() {
            assertThat(world.clauses()).containsExactly("L4", "L5", "L6", "L9");

            world.step(answer(FLOOR, "100")).step(answer(REGION, "EMEA"));

            assertThat(world.clauses()).containsExactly("L5", "L6");
        }
    }

    @Nested
    class CL5_anAnswerGivenTwice {

        @Test
        void isADuplicateIfItIsTheSame() {
            world.step(answer(FLOOR, "100"));

            Results.duplicate(world.attempt(World.ANN, answer(FLOOR, "100")));

            assertThat(world.reload().session().clarification().answers()).hasSize(1);
        }

        @Test
        void isADuplicateAlsoIfACrashKeptThePointerFromMoving() {
            store.next(End.STORED, End.LOST);
            assertThatThrownBy(() -> world.attempt(World.ANN, answer(FLOOR, "100")))
                    .isInstanceOf(Crash.class);
            world.reload();

            var again = Results.duplicate(world.attempt(World.ANN, answer(FLOOR, "100")));

            assertThat(again.version())
                    .isEqualTo(world.reload().session().header().version());
            assertThat(again.view().session()).isEqualTo(world.session());
            assertThat(active().id()).as("the pointer has moved").isEqualTo(REGION);
            assertThat(world.session().values())
                    .extracting(VariableValue::value)
                    .containsExactly("100");
        }

        @Test
        void movesThePointerThatACrashKeptAlsoUnderItsKey() {
            AnswerQuestion keyed = new AnswerQuestion(
                    new CommandContext(
                            World.ANN, world.id(), world.session().header().version(), new IdempotencyKey("k1")),
                    FLOOR,
                    "100");
            store.next(End.STORED, End.LOST);
            assertThatThrownBy(() -> world.execute(keyed)).isInstanceOf(Crash.class);

            var again = Results.duplicate(world.execute(keyed));

            assertThat(again.version()).isEqualTo(keyed.context().expectedVersion() + 1);
            assertThat(again.view().session()).isEqualTo(world.reload().session());
            assertThat(active().id()).isEqualTo(REGION);
        }

        @Test
        void isADuplicateThatChangesNothingOnceTheReviewIsOver() {
            store.next(End.STORED, End.LOST);
            assertThatThrownBy(() -> world.attempt(World.ANN, answer(FLOOR, "100")))
                    .isInstanceOf(Crash.class);
            world.reload().step(CancelSession::new);

            Results.duplicate(world.attempt(World.ANN, answer(FLOOR, "100")));

            assertThat(world.core.find(World.ANN, world.id()).orElseThrow().session())
                    .isEqualTo(world.session());
        }

        @Test
        void isRejectedIfItIsAnother() {
            world.step(answer(FLOOR, "100"));

            assertThat(Results.codes(world.attempt(World.ANN, answer(FLOOR, "200"))))
                    .containsExactly("QUESTION_NOT_ACTIVE");
        }

        @Test
        void isRejectedIfItIsAnotherAlthoughACrashKeptThePointerFromMoving() {
            store.next(End.STORED, End.LOST);
            assertThatThrownBy(() -> world.attempt(World.ANN, answer(FLOOR, "100")))
                    .isInstanceOf(Crash.class);
            world.reload();

            assertThat(Results.codes(world.attempt(World.ANN, answer(FLOOR, "200"))))
                    .containsExactly("QUESTION_NOT_ACTIVE");
        }
    }

    private Question active() {
        return Objects.requireNonNull(world.session().clarification().active());
    }
}
