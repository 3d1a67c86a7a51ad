package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.command.ClarificationCommand.AnswerQuestion;
import io.dsreview.api.command.ExecutionCommand.ChooseTarget;
import io.dsreview.api.command.LifecycleCommand.CancelSession;
import io.dsreview.api.execution.ExecutionTarget.ChartQuery;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.id.QuestionId;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.api.session.SessionEventText;
import io.dsreview.test.superset.SampleContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventWordsTest {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    static Stream<ReportsTest.State> states() {
        return Stream.concat(ReportsTest.states(), Stream.of(new ReportsTest.State("ended", () -> World.readyToLaunch()
                .step(c -> new ChooseTarget(c, new DatasetRows(List.of(), 10)))
                .step(c -> new ChooseTarget(c, new ChartQuery(7)))
                .step(CancelSession::new))));
    }

    @Test
    void AR5_aQuestionIsNamedByWhatItAsks() {
        World world = new World(new SampleContext().dataset(7).dataset(8).build()).start();
        world.step(c -> new AnswerQuestion(c, new QuestionId("DATASET"), "7"));

        assertThat(world.heard)
                .extracting(event -> SessionEventText.of(event, Locale.ENGLISH).text())
                .contains("The question which dataset is reviewed was answered.");
        assertThat(SessionEventText.of(
                                new SessionEvent(
                                        world.id(),
                                        1,
                                        SessionEvent.Type.QUESTION_SKIPPED,
                                        world.clock.instant(),
                                        Map.of("question", "FIELD_MEANING:a:b")),
                                RUSSIAN)
                        .text())
                .startsWith("Вопрос, что означает поле a:b, пропущен");
    }

    @ParameterizedTest
    @MethodSource("states")
    void AR5_everythingThatHappensIsASentenceInBothLanguages(ReportsTest.State state) {
        World world = state.world().get();
        world.attemptLaunch(World.ANN);

        for (Locale locale : List.of(Locale.ENGLISH, RUSSIAN)) {
            assertThat(world.heard)
                    .extracting(event -> SessionEventText.of(event, locale).text())
                    .isNotEmpty()
                    .allSatisfy(
                            text -> assertThat(text).doesNotContain("{", "?").endsWith("."));
        }
    }

    @Test
    void AR5_whatTheDataTellGoesBeforeTheTypeAlone() {
        assertThat(text(SessionEvent.Type.MAPPING_DECIDED, Locale.ENGLISH, "mapping", "m", "decision", "REJECTED"))
                .isEqualTo("The mapping m was rejected.");
        assertThat(text(SessionEvent.Type.MAPPING_DECIDED, RUSSIAN, "mapping", "m", "decision", "REJECTED"))
                .isEqualTo("Сопоставление m отклонено.");
        assertThat(text(SessionEvent.Type.MAPPING_DECIDED, Locale.ENGLISH, "mapping", "m"))
                .isEqualTo("The mapping m was decided.");
        assertThat(text(SessionEvent.Type.SEMANTIC_SOURCE_APPLIED, Locale.ENGLISH, "source", "a.csv", "unusable", "X"))
                .isEqualTo("The source a.csv could not be used (X); nothing of it was.");
        assertThat(text(SessionEvent.Type.REFUSED, RUSSIAN, "command", "Launch", "codes", "", "clauses", "L1,L6"))
                .isEqualTo("Команда Launch отклонена. Причины: нет. Невыполненные условия: L1,L6.");
    }

    @Test
    void AR5_whatAFeedbackIsAboutIsNamedInWords() {
        assertThat(text(SessionEvent.Type.FEEDBACK_RECORDED, RUSSIAN, "kind", "QUESTION", "target", "DATASET"))
                .isEqualTo("Дан отзыв о тексте (вопрос DATASET).");
        assertThat(text(SessionEvent.Type.FEEDBACK_RECORDED, Locale.ENGLISH, "kind", "DRAFT", "target", "region"))
                .isEqualTo("Feedback was given on a text (draft for region).");
    }

    @Test
    void OR4_howFarARecoveryIsIsASentenceInBothLanguages() {
        assertThat(text(
                        SessionEvent.Type.RECOVERY_PROGRESSED,
                        Locale.ENGLISH,
                        "stage",
                        "DATASETS",
                        "done",
                        "3",
                        "total",
                        "7"))
                .isEqualTo("Reading the datasets: 3 of 7 requests answered.");
        assertThat(text(SessionEvent.Type.RECOVERY_PROGRESSED, RUSSIAN, "stage", "LINK", "done", "1", "total", "2"))
                .isEqualTo("Читается то, на что указывает ссылка. Ответов получено: 1 из 2.");
        assertThat(text(SessionEvent.Type.RECOVERY_ENDED, Locale.ENGLISH, "phase", "CANCELLED"))
                .isEqualTo("The recovery of the context was cancelled.");
    }

    private static String text(SessionEvent.Type type, Locale locale, String... data) {
        Map<String, String> named = new TreeMap<>();
        for (int i = 0; i < data.length; i += 2) {
            named.put(data[i], data[i + 1]);
        }
        return SessionEventText.of(new SessionEvent(null, 1, type, Instant.EPOCH, named), locale)
                .text();
    }
}
