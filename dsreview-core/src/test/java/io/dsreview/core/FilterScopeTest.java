package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.clarification.Question;
import io.dsreview.api.clarification.Topic;
import io.dsreview.api.command.ClarificationCommand.AnswerQuestion;
import io.dsreview.api.command.ExecutionCommand.ChooseTarget;
import io.dsreview.api.execution.ExecutionTarget.ChartQuery;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.FilterId;
import io.dsreview.api.mapping.FilterCondition;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.mapping.FilterScalar;
import io.dsreview.api.mapping.FilterValue;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.mapping.ImportedFilter.Source;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.test.superset.SampleContext;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which filters of a dashboard work on what runs. */
class FilterScopeTest {

    @Nested
    class MP1_ofTheFiltersOfADashboard {

        private final World world = new World(new SampleContext()
                        .dataset(7)
                        .dataset(8)
                        .filter(filter("on its chart", Source.NATIVE, null, 7L, 8L))
                        .filter(filter("on the other chart", Source.NATIVE, null, 8L))
                        .filter(filter("in its chart", Source.AD_HOC, 7L, 7L))
                        .filter(filter("in the other chart", Source.AD_HOC, 8L, 7L))
                        .filter(filter("in no chart", Source.AD_HOC, null, 7L))
                        .build())
                .start()
                .step(context -> new AnswerQuestion(context, Question.idOf(Topic.DATASET, ""), "7"));

        @Test
        void thoseOnChartsOfTheDatasetAndInsideThemWorkOnItsRows() {
            assertThat(mapped(world)).containsExactly("on its chart", "in its chart");
        }

        @Test
        void onlyThoseOnAChartWorkOnItSinceWhatIsInsideItIsPartOfItsQuery() {
            world.step(context -> new ChooseTarget(context, new ChartQuery(7)));

            assertThat(mapped(world)).containsExactly("on its chart");
        }
    }

    @Test
    void MP1_aParameterThatHasAValueOfItsOwnIsOfferedNoFilter() {
        World world = new World(new SampleContext()
                        .dataset(
                                7,
                                TemplateVariable.of(VariableKind.URL_PARAM, "status", true, null),
                                TemplateVariable.of(VariableKind.URL_PARAM, "region", true, null))
                        .filter("F-status", "status", "paid")
                        .filter("F-region", "region", "EMEA")
                        .urlParameter("status", "open")
                        .build())
                .start();

        assertThat(world.session().mappings())
                .extracting(mapping -> mapping.id().value())
                .containsExactly(
                        "F-status->column:status", "F-region->column:region", "F-region->variable:url_param:region");
    }

    private static List<String> mapped(World world) {
        return world.session().mappings().stream()
                .map(mapping -> mapping.filter().value())
                .toList();
    }

    private static ImportedFilter filter(String id, Source source, @Nullable Long dataset, Long... charts) {
        FieldId status = new FieldId("status");
        return new ImportedFilter(
                new FilterId(id),
                source,
                id,
                "filter_select",
                dataset,
                status,
                FilterValue.of(new FilterCondition(status, "IN", List.of(FilterScalar.text("paid")))),
                FilterOrigin.DEFAULT,
                Set.of(charts),
                false,
                List.of());
    }
}
