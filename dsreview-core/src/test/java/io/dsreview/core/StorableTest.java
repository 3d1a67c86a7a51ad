package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.MappingCommand.OverrideMapping;
import io.dsreview.api.error.Problem;
import io.dsreview.api.error.RetryClass;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.LaunchTerms;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.FilterId;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.mapping.FilterScalar;
import io.dsreview.api.mapping.FilterValue;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.session.Recovery.Phase;
import io.dsreview.api.session.Report;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.SupersetCompilationAdapter.Compilation;
import io.dsreview.test.superset.SampleContext;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is large is kept to the last character; what no store or hash could carry is answered with a problem. */
class StorableTest {

    /** As many characters as a command may hold, and twice as many bytes. */
    private static final List<String> LARGEST = Collections.nCopies(249, "я".repeat(4_000));

    @Test
    @Tag("exhaustive")
    void theLargestValuesThatACommandCanHoldGoAllTheWay() {
        World world = World.readyToLaunch()
                .step(c -> new OverrideMapping(c, new MappingId("F-status->column:status"), LARGEST))
                .approveAll()
                .step(RequestPreview::new)
                .launch();

        FilterValue kept = world.reload().session().mappings().get(0).value();

        assertThat(kept.conditions().get(0).values())
                .extracting(FilterScalar::text)
                .isEqualTo(LARGEST);
        for (Report report : Report.values()) {
            for (Report.Format format : Report.Format.values()) {
                assertThat(world.core.report(World.ANN, world.id(), report, format, Locale.ENGLISH))
                        .isPresent();
            }
        }
    }

    static List<String> unstorable() {
        return List.of("nul \0", "half \ud83d", "x".repeat(65_537), "x".repeat(1 << 20));
    }

    @ParameterizedTest
    @MethodSource("unstorable")
    void aContextThatCannotBeStoredIsAFailedRecovery(String text) {
        World world = new World(new SampleContext()
                        .dataset(7)
                        .urlParameter("region", text)
                        .build())
                .start();

        isNotStorable(world.session().recovery().failure());
        assertThat(world.session().recovery().phase()).isEqualTo(Phase.FAILED);
    }

    @Test
    void aNumberThatNoHashTakesIsAFailedRecovery() {
        ImportedFilter filter = ImportedFilter.of(
                new FilterId("F"),
                "F",
                "filter_select",
                new FieldId("status"),
                FilterValue.NONE,
                FilterOrigin.NONE,
                Set.of(Long.MIN_VALUE));

        World world = new World(new SampleContext().dataset(7).filter(filter).build()).start();

        isNotStorable(world.session().recovery().failure());
    }

    @Test
    void sqlThatCannotBeStoredIsAFailedPreview() {
        World world = new World(World.oneFilter().build()).start().approveAll();
        world.superset.compile(inputs -> new Compilation.Compiled("SELECT '\0'", "fake"));

        world.step(RequestPreview::new);

        isNotStorable(world.session()
                .execution()
                .preview()
                .orElseThrow()
                .diagnostics()
                .get(0));
    }

    @ParameterizedTest
    @MethodSource("unstorable")
    void termsThatCannotBeStoredAreAFailedPreview(String version) {
        World world = new World(World.oneFilter().build()).start().approveAll();
        world.superset.terms(new LaunchTerms(1_000, false, version));

        world.step(RequestPreview::new);

        isNotStorable(world.session()
                .execution()
                .preview()
                .orElseThrow()
                .diagnostics()
                .get(0));
    }

    @Tag("exhaustive")
    @Test
    void sqlOfAnyLengthIsKept() {
        String sql = "SELECT '" + "я".repeat(1 << 20) + "'";
        World world = new World(World.oneFilter().build()).start().approveAll();
        world.superset.compile(inputs -> new Compilation.Compiled(sql, "fake"));

        world.step(RequestPreview::new).launch();

        assertThat(world.superset.launched()).containsExactly(sql);
        assertThat(world.reload().session().execution().preview().orElseThrow().sql())
                .isEqualTo(sql);
    }

    @Test
    void aLaunchWhoseOutcomeCannotBeStoredMayHaveRun() {
        World world = World.readyToLaunch();
        Problem unstorable = new Problem("X", RetryClass.FIX_FIRST, "x", Map.of("serverSays", "\ud83d"), null);
        world.superset.launch(sql -> new LaunchOutcome.Failed(unstorable));

        world.launch();

        assertThat(world.session().execution().lastLaunch().orElseThrow().outcome())
                .isInstanceOf(LaunchOutcome.Unknown.class);
    }

    @Test
    void aFindingAboutSomethingWithControlCharactersHasALegalId() {
        Problem leftOut = Results.problem("GONE").about("filter a\nb");
        World world = new World(World.oneFilter().build()).start().approveAll();
        world.superset.compile(inputs -> new Compilation.Compiled("SELECT 1", "fake", List.of(leftOut)));

        world.step(RequestPreview::new);

        assertThat(world.session().findings())
                .anySatisfy(finding -> assertThat(finding.id().value()).contains("filter a\ufffdb~"));
    }

    @Test
    void RE1_aNameOfAnyLengthReadsBack() {
        Problem why = new Problem("GONE", RetryClass.FIX_FIRST, "x", Map.of("n".repeat(65_536), ""), null);
        World world = new World(new SampleContext()
                        .dataset(7)
                        .unresolved("a", RecoveryItem.Kind.FILTER, false, why)
                        .build())
                .start();

        RecoveryItem kept = Objects.requireNonNull(
                        world.reload().session().recovery().context())
                .summary()
                .items()
                .get(0);

        assertThat(kept.why()).isEqualTo(why);
    }

    private static void isNotStorable(@Nullable Problem problem) {
        assertThat(problem).extracting(Problem::code).isEqualTo("ANSWER_NOT_STORABLE");
    }
}
