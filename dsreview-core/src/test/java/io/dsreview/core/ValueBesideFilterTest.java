package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.command.ExecutionCommand.ChooseTarget;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.MappingCommand.AcceptTemplateValue;
import io.dsreview.api.command.MappingCommand.DecideMappings;
import io.dsreview.api.command.MappingCommand.SetTemplateValue;
import io.dsreview.api.command.RecoveryCommand.RecoverContext;
import io.dsreview.api.execution.ExecutionTarget.ChartQuery;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.execution.LaunchSummary;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.MappingStatus;
import io.dsreview.api.mapping.TemplateField;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import io.dsreview.test.superset.SampleContext;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A variable that a filter feeds and that has a value beside it: a filter that is approved is sent, or says why not. */
class ValueBesideFilterTest {

    private static final TemplateVariable STATUS =
            TemplateVariable.of(VariableKind.FILTER_VALUES, "status", false, "new");
    private static final MappingId MAPPING = new MappingId("F-status->variable:filter_values:status");

    private static SampleContext with(TemplateVariable variable) {
        return new SampleContext().dataset(7, variable);
    }

    private static World decide(World world, boolean approve) {
        return world.step(context -> new DecideMappings(context, List.of(MAPPING), approve));
    }

    private static List<MappingId> sent(World world) {
        return world.superset.compiled().get(world.superset.compiled().size() - 1).mappings().stream()
                .map(ExecutionMapping::id)
                .toList();
    }

    @Test
    void MP2_aFilterThatIsApprovedAfterAllWinsOverTheAcceptedDefault() {
        World world =
                new World(with(STATUS).filter("F-status", "status", "paid").build()).start();
        decide(world, false).step(context -> new AcceptTemplateValue(context, STATUS.id()));

        decide(world, true).step(RequestPreview::new);

        assertThat(sent(world)).containsExactly(MAPPING);
        assertThat(world.clauses()).isEmpty();
        assertThat(world.view().readiness().summary().values())
                .extracting(LaunchSummary.Value::value)
                .containsExactly("status IN 'paid'");
        assertThat(Results.codes(world.attempt(World.ANN, context -> new AcceptTemplateValue(context, STATUS.id()))))
                .containsExactly("VARIABLE_IS_MAPPED");

        decide(world, false).step(RequestPreview::new);

        assertThat(sent(world)).isEmpty();
        assertThat(world.clauses()).isEmpty();
    }

    @Test
    void MP5_aFilterThatGetsAValueLaterWinsOverTheAcceptedDefault() {
        World world = new World(with(STATUS).filter("F-status", "status").build())
                .start()
                .step(context -> new AcceptTemplateValue(context, STATUS.id()))
                .step(RequestPreview::new);
        assertThat(world.clauses()).isEmpty();
        world.superset.recover(link -> new Recovery.Recovered(
                with(STATUS).filter("F-status", "status", "paid").build()));

        world.step(RecoverContext::new);

        assertThat(world.session().mappings())
                .extracting(ExecutionMapping::status)
                .containsExactly(MappingStatus.SUGGESTED);
        assertThat(world.clauses()).containsExactly("L5", "L7");
        assertThat(sent(world.step(RequestPreview::new))).containsExactly(MAPPING);
    }

    @Test
    void MP5_aFilterThatGetsAValueLaterWinsOverTheAcceptedDefaultOfAParameter() {
        TemplateVariable region = TemplateVariable.of(VariableKind.URL_PARAM, "region", false, "EMEA");
        World world = new World(with(region).filter("F-region", "region").build())
                .start()
                .step(context -> new AcceptTemplateValue(context, region.id()))
                .step(RequestPreview::new);
        assertThat(world.clauses()).isEmpty();
        world.superset.recover(link -> new Recovery.Recovered(
                with(region).filter("F-region", "region", "APAC").build()));

        world.step(RecoverContext::new);

        assertThat(world.clauses()).containsExactly("L5", "L7");
        assertThat(sent(world.approveAll().step(RequestPreview::new)))
                .contains(new MappingId("F-region->variable:url_param:region"));
        assertThat(world.session().execution().preview().orElseThrow().inputs().urlParameters())
                .containsEntry("region", "APAC");
        assertThat(world.clauses()).isEmpty();
    }

    @Test
    void MP2_aFilterOfAParameterThatWasRejectedCanStillBeApprovedBesideTheAcceptedDefault() {
        TemplateVariable region = TemplateVariable.of(VariableKind.URL_PARAM, "region", false, "EMEA");
        MappingId mapping = new MappingId("F-region->variable:url_param:region");
        World world = new World(
                        with(region).filter("F-region", "region", "APAC").build())
                .start()
                .step(context -> new DecideMappings(context, List.of(mapping), false))
                .step(context -> new AcceptTemplateValue(context, region.id()));

        world.step(context -> new DecideMappings(context, List.of(mapping), true))
                .step(RequestPreview::new);

        assertThat(sent(world)).contains(mapping);
    }

    @Test
    void MP5_aValueForAnotherTargetDropsNoFilter() {
        TemplateVariable ofAMetric = new TemplateVariable(
                STATUS.id(),
                VariableKind.FILTER_VALUES,
                "status",
                false,
                null,
                List.of(new TemplateField(TemplateField.Kind.METRIC, "revenue")),
                List.of());
        World world =
                new World(with(ofAMetric).filter("F-status", "status", "paid").build()).start();
        world.step(context -> new ChooseTarget(context, new ChartQuery(7)))
                .step(context -> new SetTemplateValue(context, STATUS.id(), "open"))
                .step(RequestPreview::new);
        assertThat(sent(world)).hasSize(1).doesNotContain(MAPPING);

        world.step(context -> new ChooseTarget(context, new DatasetRows(List.of(), 100)))
                .step(RequestPreview::new);

        assertThat(sent(world)).containsExactly(MAPPING);
        assertThat(world.clauses()).containsExactly("L5");
        assertThat(decide(world, true).clauses()).isEmpty();
    }
}
