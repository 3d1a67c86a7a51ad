package io.dsreview.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Role;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.LifecycleCommand.CancelSession;
import io.dsreview.api.command.MappingCommand.AcceptTemplateValue;
import io.dsreview.api.command.MappingCommand.SetTemplateValue;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.Gate;
import io.dsreview.api.execution.LaunchClause;
import io.dsreview.api.gate.GateDecision;
import io.dsreview.api.gate.UnmetClause;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.SupersetCompilationAdapter.Compilation;
import io.dsreview.core.World;
import io.dsreview.core.finding.ReviewProblem;
import io.dsreview.core.store.InMemoryReviewStore;
import io.dsreview.test.superset.SampleContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Violates clauses through commands on a real session, and asks which come back. A violation is a deviation from one good
 * review: a context that is worse, a step left out, or a step too many.
 */
class LaunchGateMatrixTest {

    private static final VariableId REGION = VariableKind.URL_PARAM.variable("region");
    private static final VariableId FLOOR = VariableKind.URL_PARAM.variable("floor");
    private static final Actor ANN_AS_ANALYST = Actor.of("acme", "ann", Role.ANALYST);

    /** The pairs that no session can show, and why. */
    private static final Map<Set<LaunchClause>, String> IMPOSSIBLE = Map.of(
            EnumSet.of(LaunchClause.L6, LaunchClause.L7), "without a preview there is none that could be stale",
            EnumSet.of(LaunchClause.L6, LaunchClause.L8), "without a preview there is no SQL to look at");

    @Test
    void OR8_opensWhenEveryClauseHolds() {
        World world = review(EnumSet.noneOf(LaunchClause.class));

        assertThat(decision(world, World.ANN)).isEqualTo(new GateDecision.Open());
    }

    @ParameterizedTest
    @EnumSource(LaunchClause.class)
    void OR8_namesAClauseThatAloneDoesNotHoldWithItsCure(LaunchClause clause) {
        EnumSet<LaunchClause> violated = EnumSet.of(clause);
        World world = review(violated);

        List<UnmetClause> unmet = decision(world, actor(violated)).unmet();

        assertThat(unmet).extracting(UnmetClause::clause).containsExactly(clause);
        assertThat(unmet.get(0)).hasToString(expectedWords(unmet.get(0)));
        assertLaunchIsRefusedFor(world, violated);
    }

    static Stream<Set<LaunchClause>> pairs() {
        return Arrays.stream(LaunchClause.values()).flatMap(first -> Arrays.stream(LaunchClause.values())
                .filter(second -> second.compareTo(first) > 0)
                .map(second -> EnumSet.of(first, second)));
    }

    @Tag("exhaustive")
    @ParameterizedTest
    @MethodSource("pairs")
    void OR8_namesBothClausesOfEveryPossiblePairInOrder(Set<LaunchClause> pair) {
        World world = review(pair);

        List<LaunchClause> unmet = clauses(decision(world, actor(pair)));

        if (IMPOSSIBLE.containsKey(pair)) {
            assertThat(unmet).as(IMPOSSIBLE.get(pair)).containsExactly(LaunchClause.L6);
        } else {
            assertThat(unmet).containsExactlyElementsOf(pair);
            assertLaunchIsRefusedFor(world, pair);
        }
    }

    @Tag("exhaustive")
    @Test
    void OR8_namesExactlyTheViolatedClausesOfEverySubset() {
        List<LaunchClause> all = List.of(LaunchClause.values());

        List<Set<LaunchClause>> subsets = IntStream.range(0, 1 << all.size())
                .<Set<LaunchClause>>mapToObj(bits -> {
                    EnumSet<LaunchClause> subset = EnumSet.noneOf(LaunchClause.class);
                    all.stream()
                            .filter(clause -> (bits & (1 << all.indexOf(clause))) != 0)
                            .forEach(subset::add);
                    return subset;
                })
                .filter(subset -> IMPOSSIBLE.keySet().stream().noneMatch(subset::containsAll))
                .toList();

        assertThat(subsets).hasSize(640);
        for (Set<LaunchClause> subset : subsets) {
            assertThat(clauses(decision(review(subset), actor(subset)))).containsExactlyElementsOf(subset);
        }
    }

    @Test
    void AR3_closesL10WhileExecutionIsSwitchedOff() {
        World world = perform(new World(context(Set.of()).build(), new InMemoryReviewStore(), false), Set.of());

        assertThat(clauses(decision(world, World.ANN))).containsExactly(LaunchClause.L10);
    }

    @Tag("exhaustive")
    @ParameterizedTest
    @MethodSource("pairs")
    void OR13_theGateWithoutSqlIgnoresThePreviewAndNothingElse(Set<LaunchClause> pair) {
        World world = review(pair);

        List<LaunchClause> unmet = clauses(world.core
                .explain(actor(pair), world.session().header().id(), Gate.MANUAL_LAUNCH_WITHOUT_SQL)
                .orElseThrow()
                .decision());

        EnumSet<LaunchClause> expected = EnumSet.copyOf(pair);
        expected.removeAll(EnumSet.of(LaunchClause.L6, LaunchClause.L7, LaunchClause.L8));
        assertThat(unmet).containsExactlyElementsOf(expected);
    }

    private static World review(Set<LaunchClause> violated) {
        return perform(new World(context(violated).build()), violated);
    }

    private static SampleContext context(Set<LaunchClause> violated) {
        SampleContext context = new SampleContext()
                .dataset(
                        7,
                        TemplateVariable.of(VariableKind.URL_PARAM, "region", true, null),
                        TemplateVariable.of(VariableKind.URL_PARAM, "floor", true, null))
                .filter("F-status", "status", "paid")
                .urlParameter("region", "EMEA")
                .urlParameter("floor", "100");
        Problem why = Problem.of(ReviewProblem.INTERRUPTED);
        if (violated.contains(LaunchClause.L2)) {
            context.unresolved("state", RecoveryItem.Kind.STATE, true, why);
        }
        if (violated.contains(LaunchClause.L3)) {
            context.unresolved("template:7:current_username", RecoveryItem.Kind.TEMPLATE, false, why);
        }
        return context;
    }

    private static World perform(World world, Set<LaunchClause> violated) {
        world.start();
        if (violated.contains(LaunchClause.L8)) {
            world.superset.compile(inputs -> new Compilation.Compiled("SELECT '{{ region }}'", "fake"));
        }
        if (!violated.contains(LaunchClause.L4)) {
            world.step(context -> new AcceptTemplateValue(context, REGION));
        }
        world.step(context -> new AcceptTemplateValue(context, FLOOR));
        if (!violated.contains(LaunchClause.L5)) {
            world.approveAll();
        }
        if (!violated.contains(LaunchClause.L6)) {
            world.step(RequestPreview::new);
        }
        if (violated.contains(LaunchClause.L7)) {
            world.step(context -> new SetTemplateValue(context, FLOOR, "200"));
        }
        if (violated.contains(LaunchClause.L9)) {
            String header = "field,verbose_name,description";
            world.step(context ->
                    new ApplySemanticSource(context, World.csv("a.csv", header, "amount,Gross amount,before tax")));
            world.step(context ->
                    new ApplySemanticSource(context, World.csv("b.csv", header, "amount,Net amount,after tax")));
        }
        if (violated.contains(LaunchClause.L1)) {
            world.step(CancelSession::new);
        }
        return world;
    }

    private static Actor actor(Set<LaunchClause> violated) {
        return violated.contains(LaunchClause.L10) ? ANN_AS_ANALYST : World.ANN;
    }

    private static GateDecision decision(World world, Actor actor) {
        return world.core
                .explain(actor, world.session().header().id(), Gate.LAUNCH)
                .orElseThrow()
                .decision();
    }

    private static List<LaunchClause> clauses(GateDecision decision) {
        List<LaunchClause> clauses = new ArrayList<>();
        decision.unmet().forEach(unmet -> clauses.add((LaunchClause) unmet.clause()));
        return clauses;
    }

    private static String expectedWords(UnmetClause unmet) {
        String failing = unmet.subjects().isEmpty() ? "" : " (fails on " + String.join(", ", unmet.subjects()) + ")";
        return unmet.clause().id() + " is not met: " + unmet.clause().rule() + failing + ". Cure: "
                + unmet.clause().cure() + ".";
    }

    private static void assertLaunchIsRefusedFor(World world, Set<LaunchClause> violated) {
        CommandResult result = world.attemptLaunch(actor(violated));

        assertThat(result).isInstanceOfSatisfying(CommandResult.Rejected.class, rejected -> assertThat(rejected.unmet())
                .extracting(UnmetClause::clause)
                .containsExactlyElementsOf(violated));
        assertThat(world.superset.launched()).isEmpty();
    }
}
