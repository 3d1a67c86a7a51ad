package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.dsreview.api.command.ExecutionCommand.ChooseTarget;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.MappingCommand.OverrideMapping;
import io.dsreview.api.command.MappingCommand.SetTemplateValue;
import io.dsreview.api.execution.ExecutionTarget.ChartQuery;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.FilterId;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.FilterCondition;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.mapping.FilterScalar;
import io.dsreview.api.mapping.FilterValue;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.mapping.MappingTarget;
import io.dsreview.api.mapping.TemplateField;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.test.superset.SampleContext;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which variables need a value, and which of them an approval. */
class VariablesTest {

    private static World started(TemplateVariable variable) {
        return new World(new SampleContext()
                        .dataset(7, variable)
                        .filter("F-status", "status", "paid")
                        .build())
                .start();
    }

    @Test
    void OR7_oneOfAMetricMattersForAChartAndNotForRows() {
        World world = started(new TemplateVariable(
                VariableKind.URL_PARAM.variable("rate"),
                VariableKind.URL_PARAM,
                "rate",
                true,
                null,
                List.of(new TemplateField(TemplateField.Kind.METRIC, "revenue")),
                List.of()));
        world.approveAll().step(RequestPreview::new);
        assertThat(world.clauses()).isEmpty();

        world.step(context -> new ChooseTarget(context, new ChartQuery(7)));

        assertThat(world.clauses()).contains("L4");
        assertThat(Results.codes(world.attempt(World.ANN, RequestPreview::new)))
                .containsExactly("VARIABLE_WITHOUT_VALUE");
    }

    @Test
    void OR7_aMacroThatSupersetFillsTakesNoValue() {
        TemplateVariable macro = TemplateVariable.of(VariableKind.MACRO, "current_username", true, null);
        World world = started(macro).approveAll();

        assertThat(Results.codes(world.attempt(World.ANN, context -> new SetTemplateValue(context, macro.id(), "ann"))))
                .containsExactly("VARIABLE_UNKNOWN");
        world.step(RequestPreview::new);
        assertThat(world.clauses()).isEmpty();
    }

    @Test
    void OR8_oneThatAFilterFeedsIsApprovedWithTheFilter() {
        World world = started(TemplateVariable.of(VariableKind.FILTER_VALUES, "status", true, null));
        assertThat(world.clauses()).containsExactly("L4", "L5", "L6");

        world.approveAll();

        assertThat(world.clauses()).containsExactly("L6");
    }

    @Test
    void OR8_anOptionalOneNeedsAnApprovalOnceItHasAValue() {
        TemplateVariable floor = TemplateVariable.of(VariableKind.URL_PARAM, "floor", false, null);
        World without = started(floor).approveAll();
        World with = new World(new SampleContext()
                        .dataset(7, floor)
                        .urlParameter("floor", "1")
                        .build())
                .start();

        assertThat(without.clauses()).containsExactly("L6");
        assertThat(with.clauses()).containsExactly("L4", "L6");
    }

    @Test
    void SC2_aValueThatIsSetForAMacroIsSentAsTheFilterThatItReads() {
        for (VariableKind kind : List.of(VariableKind.FILTER_VALUES, VariableKind.GET_TIME_FILTER)) {
            TemplateVariable variable = TemplateVariable.of(kind, "status", true, null);
            World world = started(variable);

            world.step(context -> new SetTemplateValue(context, variable.id(), "by hand"))
                    .step(RequestPreview::new);

            String operator = kind == VariableKind.FILTER_VALUES ? "IN" : "TEMPORAL_RANGE";
            assertThat(world.superset.compiled()).singleElement().satisfies(inputs -> assertThat(inputs.mappings())
                    .singleElement()
                    .returns(new MappingTarget.Variable(variable.id()), ExecutionMapping::target)
                    .returns(
                            FilterValue.of(new FilterCondition(
                                    new FieldId("status"), operator, List.of(FilterScalar.text("by hand")))),
                            ExecutionMapping::value));
        }
    }

    @Test
    void MP2_aFilterGivesAParameterExactlyOneText() {
        TemplateVariable parameter = TemplateVariable.of(VariableKind.URL_PARAM, "status", true, null);
        World world = started(parameter);
        MappingId mapping = new MappingId("F-status->variable:url_param:status");

        assertThat(Results.codes(world.attempt(
                        World.ANN, context -> new OverrideMapping(context, mapping, List.of("open", "late")))))
                .containsExactly("MAPPING_VALUES_ILLEGAL");

        world.step(context -> new OverrideMapping(context, mapping, List.of("open, late")))
                .approveAll()
                .step(RequestPreview::new);

        assertThat(world.superset.compiled()).singleElement().satisfies(inputs -> assertThat(inputs.urlParameters())
                .containsOnly(entry("status", "open, late")));
    }

    @Test
    void MP2_aTimeFilterGivesAParameterExactlyOneTimeRange() {
        World world = new World(new SampleContext()
                        .dataset(7, TemplateVariable.of(VariableKind.URL_PARAM, "period", true, null))
                        .filter(ImportedFilter.of(
                                new FilterId("F-time"),
                                "period",
                                "filter_time",
                                null,
                                new FilterValue(List.of(), "Last week", "P1D", null),
                                FilterOrigin.DEFAULT,
                                Set.of()))
                        .build())
                .start();
        MappingId mapping = new MappingId("F-time->variable:url_param:period");

        world.step(context -> new OverrideMapping(context, mapping, List.of("Last day")));

        assertThat(world.session().mappings())
                .filteredOn(each -> each.id().equals(mapping))
                .extracting(ExecutionMapping::value)
                .containsExactly(new FilterValue(List.of(), "Last day", null, null));
    }
}
