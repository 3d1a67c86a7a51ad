package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.execution.CompiledPreview;
import io.dsreview.api.execution.PreviewStatus;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.session.PreviewState;
import io.dsreview.api.store.SessionCommit;
import io.dsreview.api.store.StoredPart;
import io.dsreview.api.superset.SupersetCompilationAdapter.Compilation;
import io.dsreview.core.ScriptedStore.Crash;
import io.dsreview.core.ScriptedStore.End;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PartialPreviewTest {

    private final ScriptedStore store = new ScriptedStore();

    /** What is wrong with a stored preview that says it is ready. */
    record Damage(String what, UnaryOperator<String> done) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Damage> damages() {
        return Stream.of(
                new Damage("no SQL", json -> json.replaceAll("\"sql\":\"[^\"]*\"", "\"sql\":null")),
                new Damage("blank SQL", json -> json.replaceAll("\"sql\":\"[^\"]*\"", "\"sql\":\" \"")),
                new Damage("no channel", json -> json.replaceAll("\"channel\":\"fake\"", "\"channel\":null")),
                new Damage(
                        "nothing about how it would be sent",
                        json -> json.replaceAll("\"terms\":\\{[^}]*}", "\"terms\":null")),
                new Damage(
                        "no fingerprint",
                        json -> json.replaceAll("\"fingerprint\":\\{\"hash\":\"[0-9a-f]*\"}", "\"fingerprint\":null")),
                new Damage(
                        "the fingerprint of other inputs",
                        json -> json.replaceAll(
                                "\"fingerprint\":\\{\"hash\":\"[0-9a-f]*\"}",
                                "\"fingerprint\":{\"hash\":\"" + "0".repeat(64) + "\"}")),
                new Damage("it never ended", json -> json.replace("\"READY\"", "\"PENDING\"")),
                new Damage("it failed after all", json -> json.replace("\"READY\"", "\"FAILED\"")),
                new Damage("nothing carried its inputs", json -> json.replace("\"READY\"", "\"NOT_CARRIED\"")));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void RE5_aDamagedSnapshotIsKeptAndNeverLaunched(Damage damage) {
        World world = World.readyToLaunch(store);
        String before = preview(world);
        String after = damage.done().apply(before);
        assertThat(after).isNotEqualTo(before);
        put(world, after);

        world.reload();

        assertThat(world.session().execution().previews()).hasSize(1);
        assertThat(world.session().execution().readyPreview()).isEmpty();
        assertThat(world.view().readiness().preview()).isIn(PreviewState.FAILED, PreviewState.PENDING);
        assertThat(world.clauses()).contains("L6");
        assertThat(Results.clauses(world.attemptLaunch(World.ANN))).contains("L6");
        assertThat(world.superset.launched()).isEmpty();
        assertThat(preview(world.reload())).isEqualTo(after);
    }

    @Test
    void RE5_aDamagedSnapshotIsAFindingAndIsReplacedByTheNextPreview() {
        World world = World.readyToLaunch(store);
        put(world, preview(world).replaceAll("\"sql\":\"[^\"]*\"", "\"sql\":null"));

        world.reload().step(RequestPreview::new);

        assertThat(world.session().execution().previews()).hasSize(2);
        assertThat(world.clauses()).isEmpty();
        assertThat(world.session().findings())
                .filteredOn(finding -> finding.problem().code().equals("PREVIEW_FAILED"))
                .noneMatch(Finding::blocks);
        world.launch();
    }

    @Test
    void RE5_aPreviewWithoutAnAnswerIsKeptAndNeverLaunched() {
        World world = new World(World.oneFilter().build(), store, true).start().approveAll();
        store.next(End.STORED, End.LOST);
        try {
            world.attempt(World.ANN, RequestPreview::new);
        } catch (Crash died) {
            world.reload();
        }

        assertThat(world.session().execution().previews())
                .extracting(CompiledPreview::status)
                .containsExactly(PreviewStatus.PENDING);
        assertThat(Results.clauses(world.attemptLaunch(World.ANN))).containsExactly("L6");
    }

    @Test
    void RE5_aPreviewWithoutSqlIsKeptAndNeverLaunched() {
        for (Compilation end : List.of(
                new Compilation.Failed(List.of(Results.problem("BROKEN"))),
                new Compilation.NotCarried(List.of(Results.problem("NOT_CARRIED"))),
                new Compilation.Compiled(" ", "fake"))) {
            World world = new World(World.oneFilter().build()).start().approveAll();
            world.superset.compile(inputs -> end);
            world.step(RequestPreview::new);

            assertThat(world.session().execution().previews()).hasSize(1);
            assertThat(Results.clauses(world.attemptLaunch(World.ANN))).containsExactly("L6");
            assertThat(world.superset.launched()).isEmpty();
        }
    }

    private String preview(World world) {
        return store.load(World.ANN.tenant(), world.id()).orElseThrow().parts().stream()
                .filter(part -> part.name().equals("previews.0"))
                .map(part -> new String(part.content(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    private void put(World world, String preview) {
        var header = store.load(World.ANN.tenant(), world.id()).orElseThrow().header();
        assertThat(store.commit(new SessionCommit(
                        header.session().version(),
                        header.ledger().seq(),
                        header,
                        List.of(new StoredPart("previews.0", preview.getBytes(StandardCharsets.UTF_8))),
                        List.of(),
                        List.of(),
                        null)))
                .isTrue();
    }
}
