package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.RecoveryCommand.RecoverContext;
import io.dsreview.api.command.RecoveryCommand.ResolveRecoveryItem;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.error.Problem;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.finding.FindingStatus;
import io.dsreview.api.id.RecoveryItemId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.FilterValue;
import io.dsreview.api.session.RecoveryDecision;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveryItem.Kind;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import io.dsreview.test.superset.SampleContext;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What recovery left open and a person settled: for how long that counts, and how it is settled otherwise. */
class RecoveryItemsSettledTest {

    private static final Problem SMALL = Results.problem("STATE_SMALL");
    private static final Problem OTHER = Results.problem("STATE_OTHER");

    private static RecoveredContext state(Problem why) {
        return World.oneFilter().unresolved("state", Kind.STATE, true, why).build();
    }

    private static SampleContext lostFilter(Problem why) {
        return new SampleContext()
                .dataset(7)
                .filter("F-status", "status")
                .unresolved("filter:F-status", Kind.FILTER, true, why);
    }

    private static World recover(World world, RecoveredContext context) {
        world.superset.recover(link -> new Recovery.Recovered(context));
        return world.step(RecoverContext::new);
    }

    private static Function<CommandContext, SessionCommand> settle(String item, String... values) {
        return context -> new ResolveRecoveryItem(context, new RecoveryItemId(item), List.of(values));
    }

    private static List<String> open(World world) {
        return world.session().findings().stream()
                .filter(finding -> finding.status() == FindingStatus.OPEN)
                .map(Finding::problem)
                .map(Problem::code)
                .toList();
    }

    @Test
    void SX2_whatWasAcceptedAsAbsentIsOpenAgainOnceItSaysSomethingElse() {
        World world = new World(state(SMALL)).start().step(settle("state"));
        assertThat(world.clauses()).doesNotContain("L2");

        recover(world, state(OTHER));

        assertThat(world.clauses()).contains("L2");
        assertThat(open(world)).contains("STATE_OTHER");
        assertThat(world.view().profile().missing())
                .anyMatch(missing -> missing.id().equals("state"));
    }

    @Test
    void SX2_andCanBeAcceptedAsItIsThen() {
        World world = new World(state(SMALL)).start().step(settle("state"));

        recover(world, state(OTHER)).step(settle("state"));

        assertThat(world.clauses()).doesNotContain("L2");
        assertThat(open(world)).doesNotContain("STATE_OTHER");
        assertThat(world.session().recovery().decisions()).singleElement().returns(OTHER, RecoveryDecision::why);
    }

    @Test
    void SX2_whatWasAcceptedAsAbsentStaysSoWhileItSaysTheSame() {
        World world = new World(state(SMALL)).start().step(settle("state"));

        recover(world, state(SMALL));

        assertThat(world.clauses()).doesNotContain("L2");
    }

    @Test
    void SX2_valuesThatWereSuppliedHoldWhateverIsFoundLater() {
        World world = new World(lostFilter(SMALL).build()).start().step(settle("filter:F-status", "paid"));
        ExecutionMapping supplied = world.session().mappings().get(0);

        recover(world, lostFilter(OTHER).build());

        assertThat(world.clauses()).doesNotContain("L2");
        assertThat(world.session().mappings()).containsExactly(supplied);
    }

    @Test
    void SX2_anAcceptanceIsReplacedByValuesAndTheOtherWayRound() {
        World world = new World(lostFilter(SMALL).build()).start().step(settle("filter:F-status"));

        world.step(settle("filter:F-status", "paid")).approveAll().step(RequestPreview::new);

        assertThat(world.superset.compiled()).singleElement().satisfies(inputs -> assertThat(inputs.mappings())
                .hasSize(1));

        world.step(settle("filter:F-status")).step(RequestPreview::new);

        assertThat(world.session().mappings())
                .extracting(ExecutionMapping::value)
                .containsExactly(FilterValue.NONE);
        assertThat(world.session().mappings().get(0).overridden()).isFalse();
        assertThat(world.superset.compiled().get(1).mappings()).isEmpty();
        assertThat(world.session().recovery().decisions()).singleElement().returns(true, RecoveryDecision::absent);
    }

    @Test
    void SX2_nothingIsSettledThatNeedsNoPerson() {
        World world = new World(World.oneFilter()
                        .unresolved("state", Kind.STATE, false, SMALL)
                        .build())
                .start();

        assertThat(Results.codes(world.attempt(World.ANN, settle("state")))).containsExactly("RECOVERY_ITEM_UNKNOWN");
    }
}
