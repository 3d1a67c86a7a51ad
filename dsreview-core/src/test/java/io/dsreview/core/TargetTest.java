package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.dsreview.api.clarification.Question;
import io.dsreview.api.clarification.Topic;
import io.dsreview.api.command.ClarificationCommand.AnswerQuestion;
import io.dsreview.api.command.ExecutionCommand.ChooseTarget;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.execution.ExecutionTarget.ChartQuery;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.test.superset.SampleContext;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may be chosen to run: rows of the dataset under review, or a chart of the link that draws it. */
class TargetTest {

    private final World world = new World(
                    new SampleContext().dataset(7).dataset(8).build())
            .start()
            .step(context -> new AnswerQuestion(context, Question.idOf(Topic.DATASET, ""), "7"));

    @Test
    void aChartOfTheDatasetIsWhatRuns() {
        world.step(context -> new ChooseTarget(context, new ChartQuery(7))).step(RequestPreview::new);

        assertThat(world.superset.compiled()).singleElement().satisfies(inputs -> assertThat(inputs.target())
                .isEqualTo(new ChartQuery(7)));
        assertThat(world.core.events(World.ANN, world.id()))
                .filteredOn(event -> event.type() == SessionEvent.Type.TARGET_CHOSEN)
                .singleElement()
                .satisfies(event -> assertThat(event.data()).containsOnly(entry("chart", "7")));
    }

    @Test
    void aChartOfAnotherDatasetIsRefusedAndSoIsOneThatTheLinkDoesNotShow() {
        for (long chart : List.of(8L, 9L)) {
            assertThat(Results.rejected(world.attempt(
                                    World.ANN, context -> new ChooseTarget(context, new ChartQuery(chart))))
                            .problems())
                    .singleElement()
                    .satisfies(problem -> {
                        assertThat(problem.code()).isEqualTo("CHART_UNKNOWN");
                        assertThat(problem.arguments()).containsEntry("chart", Long.toString(chart));
                    });
        }
        assertThat(world.reload().session().execution().target()).isInstanceOf(DatasetRows.class);
    }

    @Test
    void columnsAreThoseOfTheDatasetEachOnce() {
        List<FieldId> once = List.of(new FieldId("status"), new FieldId("region"));

        world.step(context -> new ChooseTarget(context, new DatasetRows(once, 10)));

        assertThat(world.session().execution().target()).isEqualTo(new DatasetRows(once, 10));
        for (String other : List.of("status", "nowhere")) {
            List<FieldId> more = List.of(new FieldId("status"), new FieldId(other));
            assertThat(Results.rejected(world.attempt(
                                    World.ANN, context -> new ChooseTarget(context, new DatasetRows(more, 10))))
                            .problems())
                    .singleElement()
                    .satisfies(problem -> {
                        assertThat(problem.code()).isEqualTo("COLUMN_UNKNOWN");
                        assertThat(problem.arguments()).containsEntry("count", "1");
                    });
        }
    }
}
