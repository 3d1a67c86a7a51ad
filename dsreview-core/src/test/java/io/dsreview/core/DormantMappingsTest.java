package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.command.ExecutionCommand.ChooseTarget;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.MappingCommand.DecideMappings;
import io.dsreview.api.command.MappingCommand.OverrideMapping;
import io.dsreview.api.command.RecoveryCommand.RecoverContext;
import io.dsreview.api.execution.ExecutionTarget.ChartQuery;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.FilterId;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.FilterCondition;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.mapping.FilterScalar;
import io.dsreview.api.mapping.FilterValue;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.mapping.MappingStatus;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import io.dsreview.test.superset.SampleContext;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a person said about a mapping that is not possible for a while: it does nothing meanwhile, and is not lost. */
class DormantMappingsTest {

    private static final MappingId MAPPING = new MappingId("F-status->column:status");
    private static final RecoveredContext HERE = World.oneFilter().build();
    private static final RecoveredContext AWAY = new SampleContext().dataset(7).build();

    private final World world = new World(HERE).start();

    private void recover(RecoveredContext context) {
        world.superset.recover(link -> new Recovery.Recovered(context));
        world.step(RecoverContext::new);
    }

    @Test
    void MP2_anOverrideAndItsApprovalOutlastTheAbsenceOfTheFilter() {
        world.step(context -> new OverrideMapping(context, MAPPING, List.of("mine")))
                .approveAll();
        List<ExecutionMapping> before = world.session().mappings();

        recover(AWAY);

        assertThat(world.session().mappings()).isEmpty();
        assertThat(world.session().dormant()).isEqualTo(before);
        assertThat(world.session().approved().mappings()).isEmpty();
        assertThat(world.step(RequestPreview::new).clauses()).isEmpty();
        assertThat(world.superset.compiled()).singleElement().satisfies(inputs -> assertThat(inputs.mappings())
                .isEmpty());

        world.reload();
        recover(HERE);

        assertThat(world.session().mappings()).isEqualTo(before);
        assertThat(world.session().dormant()).isEmpty();
        assertThat(world.clauses()).containsExactly("L7");
    }

    @Test
    void MP2_aRejectionOutlastsTheAbsenceOfTheFilter() {
        world.step(context -> new DecideMappings(context, List.of(MAPPING), false));

        recover(AWAY);
        recover(HERE);

        assertThat(world.session().mappings())
                .extracting(ExecutionMapping::status)
                .containsExactly(MappingStatus.REJECTED);
    }

    @Test
    void MP2_anApprovalIsWithdrawnIfTheFilterComesBackWithAnotherValue() {
        world.approveAll();

        recover(AWAY);
        recover(new SampleContext()
                .dataset(7)
                .filter("F-status", "status", "late")
                .build());

        assertThat(world.session().mappings())
                .extracting(ExecutionMapping::status)
                .containsExactly(MappingStatus.WITHDRAWN);
        assertThat(world.session().mappings().get(0).value().conditions().get(0).values())
                .containsExactly(FilterScalar.text("late"));
    }

    @Test
    void MP1_whatNobodyDecidedIsProposedAnew() {
        recover(AWAY);

        assertThat(world.session().dormant()).isEmpty();
    }

    @Test
    void MP2_aMappingThatIsDormantIsNotDecided() {
        world.approveAll();
        recover(AWAY);

        assertThat(Results.codes(
                        world.attempt(World.ANN, context -> new DecideMappings(context, List.of(MAPPING), false))))
                .containsExactly("MAPPING_UNKNOWN");
    }

    @Test
    void MP2_whatAPersonSaidOutlastsAnotherTarget() {
        FilterCondition paid = new FilterCondition(new FieldId("status"), "IN", List.of(FilterScalar.text("paid")));
        ImportedFilter adHoc = new ImportedFilter(
                new FilterId("F-status"),
                ImportedFilter.Source.AD_HOC,
                "F-status",
                "filter",
                7L,
                new FieldId("status"),
                FilterValue.of(paid),
                FilterOrigin.DEFAULT,
                Set.of(7L),
                false,
                List.of());
        World chart = new World(new SampleContext().dataset(7).filter(adHoc).build()).start();
        chart.step(context -> new OverrideMapping(context, MAPPING, List.of("mine")))
                .approveAll();
        List<ExecutionMapping> before = chart.session().mappings();

        chart.step(context -> new ChooseTarget(context, new ChartQuery(7)));
        assertThat(chart.session().mappings()).isEmpty();
        chart.step(context -> new ChooseTarget(context, new DatasetRows(List.of(), 1000)));

        assertThat(chart.session().mappings()).isEqualTo(before);
    }
}
