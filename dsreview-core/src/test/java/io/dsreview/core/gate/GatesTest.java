package io.dsreview.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Role;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.ExecutionCommand.HandOffLaunch;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.LifecycleCommand.CancelSession;
import io.dsreview.api.command.MappingCommand.OverrideMapping;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.Gate;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.gate.ClauseState;
import io.dsreview.api.gate.GateExplanation;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.ledger.LedgerRecord;
import io.dsreview.core.World;
import io.dsreview.core.finding.ReviewProblem;
import io.dsreview.test.superset.SampleContext;
import java.util.List;
import java.util.Locale;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GatesTest {

    private static final Actor VIEWER = Actor.of("acme", "ann", Role.VIEWER);

    private static GateExplanation explain(World world, Actor actor, Gate gate) {
        return world.core.explain(actor, world.id(), gate).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Gate.class)
    void OR8_everyClauseOfEveryGateIsExplainedInOrderHoldingOrNot(Gate gate) {
        for (World world : List.of(new World(new SampleContext().build()).start(), World.readyToLaunch())) {
            GateExplanation explanation = explain(world, World.ANN, gate);

            assertThat(explanation.clauses()).extracting(ClauseState::clause).containsExactlyElementsOf(gate.clauses());
        }
        assertThat(explain(World.readyToLaunch(), World.ANN, gate).decision().isOpen())
                .isTrue();
    }

    @Test
    void OR8_aClauseSaysInBothLanguagesThatItHoldsOrWhatItFailsOnWithItsCure() {
        World world = new World(World.oneFilter().build()).start();

        List<ClauseState> clauses = explain(world, World.ANN, Gate.LAUNCH).clauses();

        assertThat(clauses.get(0).text(Locale.ENGLISH)).isEqualTo("L1 is met: the session is active.");
        assertThat(clauses.get(0).text(Locale.forLanguageTag("ru"))).isEqualTo("Условие L1 выполнено: сеанс активен.");
        assertThat(clauses.get(4).text(Locale.ENGLISH))
                .isEqualTo(
                        "L5 is not met: every mapping that reaches the SQL is approved, and unchanged since (fails on"
                                + " F-status->column:status). Cure: approve or reject each mapping named.");
        assertThat(clauses)
                .extracting(state -> state.clause().id(), ClauseState::holds)
                .contains(Tuple.tuple("L4", true), Tuple.tuple("L5", false), Tuple.tuple("L7", true));
    }

    @Nested
    class OR7_thePreviewGate {

        private static List<String> unmet(World world, Actor actor) {
            return explain(world, actor, Gate.PREVIEW).unmet().stream()
                    .map(unmet -> unmet.clause().id() + unmet.subjects())
                    .toList();
        }

        @Test
        void isOpenWhereAPreviewIsAccepted() {
            World world = new World(World.oneFilter().build()).start();

            assertThat(unmet(world, World.ANN)).isEmpty();
            world.step(RequestPreview::new);
        }

        @Test
        void wantsAnActiveSession() {
            World world = new World(World.oneFilter().build()).start().step(CancelSession::new);

            assertThat(unmet(world, World.ANN)).containsExactly("P1[]");
            assertRefused(world, World.ANN, "SESSION_NOT_ACTIVE");
        }

        @Test
        void wantsADataset() {
            World world = new World(new SampleContext().build()).start();

            assertThat(unmet(world, World.ANN)).containsExactly("P2[]");
            assertRefused(world, World.ANN, "DATASET_NOT_CHOSEN");
        }

        @Test
        void wantsAValueForEachRequiredVariable() {
            World world =
                    new World(World.twoVariables().urlParameter("floor", "1").build()).start();

            assertThat(unmet(world, World.ANN)).containsExactly("P3[url_param:region]");
            assertRefused(world, World.ANN, "VARIABLE_WITHOUT_VALUE");
        }

        @Test
        void wantsThePermission() {
            World world = new World(World.oneFilter().build()).start();

            assertThat(unmet(world, VIEWER)).containsExactly("P4[]");
            assertRefused(world, VIEWER, "PERMISSION_MISSING");
        }

        private static void assertRefused(World world, Actor actor, String code) {
            CommandResult result = world.attempt(actor, RequestPreview::new);

            assertThat(result)
                    .isInstanceOfSatisfying(CommandResult.Rejected.class, rejected -> assertThat(rejected.problems())
                            .extracting(Problem::code)
                            .containsExactly(code));
        }
    }

    @Test
    void AR2_aRefusedHandOffIsInTheAuditWithItsClauses() {
        World world = World.readyToLaunch();
        world.superset.launch(sql -> new LaunchOutcome.Refused(Problem.of(ReviewProblem.INTERRUPTED)));
        world.launch()
                .step(context -> new OverrideMapping(context, new MappingId("F-status->column:status"), List.of("x")));

        world.attempt(World.ANN, HandOffLaunch::new);

        List<LedgerRecord> ledger = world.core.ledger(World.ANN, world.id());
        assertThat(ledger.get(ledger.size() - 1).document())
                .contains("\"type\":\"refused.HandOffLaunch\"", "\"clauses\":\"L5,L7\"");
    }
}
