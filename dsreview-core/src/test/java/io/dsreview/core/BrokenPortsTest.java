package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.access.AccessPolicy;
import io.dsreview.api.access.Actor;
import io.dsreview.api.access.FeatureFlags;
import io.dsreview.api.command.ExecutionCommand.HandOffLaunch;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.RecoveryCommand.RecoverContext;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.DatasetReference;
import io.dsreview.api.execution.EffectiveInputs;
import io.dsreview.api.execution.ExecutionTarget;
import io.dsreview.api.execution.HandOffLink;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.LaunchTerms;
import io.dsreview.api.execution.PreviewStatus;
import io.dsreview.api.execution.SentLaunch;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.ledger.AnchorSink;
import io.dsreview.api.ledger.LedgerHead;
import io.dsreview.api.semantic.SemanticSourceResolver;
import io.dsreview.api.session.RecommendedAction;
import io.dsreview.api.session.Recovery.Phase;
import io.dsreview.api.session.SessionEventListener;
import io.dsreview.api.superset.SupersetCompilationAdapter;
import io.dsreview.api.superset.SupersetContextExtractor;
import io.dsreview.core.pipeline.Ports;
import io.dsreview.core.seam.Seams;
import io.dsreview.core.semantic.SemanticSources;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A port that throws where it should answer must not end a command half-way. */
class BrokenPortsTest {

    private final World world = new World(World.oneFilter().build());

    private static RuntimeException broken() {
        return new IllegalStateException("secret-of-the-port");
    }

    @Test
    void OR12_aRecoveryThatBreaksIsAFailedRecoveryThatCanBeTriedAgain() {
        world.superset.recover(link -> {
            throw broken();
        });
        world.start();

        assertThat(world.session().recovery().phase()).isEqualTo(Phase.FAILED);
        assertThat(world.session().recovery().failure()).satisfies(this::isInterruptedAndEchoesNothing);
        assertThat(world.view().readiness().next()).isEqualTo(RecommendedAction.RECOVER_AGAIN);

        world.superset.recover(link -> new SupersetContextExtractor.Recovery.Recovered(
                World.oneFilter().build()));
        world.step(RecoverContext::new);
        assertThat(world.session().recovery().phase()).isEqualTo(Phase.RECOVERED);
    }

    @Test
    void OR12_aRecoveryThatFailsAgainKeepsTheContextItHad() {
        world.start().approveAll();
        var context = world.session().recovery().context();
        world.superset.recover(link -> {
            throw broken();
        });

        world.step(RecoverContext::new);

        assertThat(world.session().recovery().context()).isEqualTo(context);
        assertThat(world.session().recovery().phase()).isEqualTo(Phase.FAILED);
        assertThat(world.clauses()).contains("L2", "L3");
    }

    @Test
    void SC4_aCompilationThatBreaksIsAFailedPreview() {
        world.superset.compile(inputs -> {
            throw broken();
        });
        world.start().step(RequestPreview::new);

        var preview = world.session().execution().preview().orElseThrow();
        assertThat(preview.status()).isEqualTo(PreviewStatus.FAILED);
        assertThat(preview.diagnostics()).singleElement().satisfies(this::isInterruptedAndEchoesNothing);
    }

    @Test
    void SC4_aCompilationWithoutTermsIsAFailedPreview() {
        world.start();
        world.superset.terms(null);

        world.step(RequestPreview::new);

        var preview = world.session().execution().preview().orElseThrow();
        assertThat(preview.status()).isEqualTo(PreviewStatus.FAILED);
        assertThat(preview.diagnostics()).singleElement().satisfies(this::isInterruptedAndEchoesNothing);
    }

    @Test
    void OR10_aLaunchThatBreaksHasAnUnknownOutcome() {
        World ready = World.readyToLaunch();
        ready.superset.launch(sql -> {
            throw broken();
        });

        ready.launch();

        var attempt = ready.session().execution().lastLaunch().orElseThrow();
        assertThat(attempt.outcome()).isInstanceOfSatisfying(LaunchOutcome.Unknown.class, unknown -> {
            assertThat(unknown.problem().code()).isEqualTo("LAUNCH_INTERRUPTED");
            assertThat(unknown.problem().arguments())
                    .containsOnlyKeys("clientId")
                    .containsEntry("clientId", attempt.intent().clientId());
        });
        assertThat(Results.codes(ready.attemptLaunch(World.ANN))).containsExactly("ALREADY_LAUNCHED");
        assertThat(ready.superset.launched()).hasSize(1);
    }

    @Test
    void SE4_aResolverThatBreaksIsASourceThatCannotBeRead() {
        world.start();
        ReviewCore core = core(
                world,
                world.superset,
                (source, fields, actor) -> {
                    throw broken();
                },
                AnchorSink.noop());

        world.keep(core.execute(new ApplySemanticSource(world.context(World.ANN), World.csv("a.csv", "field"))));

        assertThat(world.session().semantics().rejectedSource()).satisfies(this::isInterruptedAndEchoesNothing);
        assertThat(world.session().semantics().sources()).isEmpty();
    }

    @Test
    void SC6_aRevisionThatBreaksKeepsTheGateClosed() {
        World ready = World.readyToLaunch();
        ReviewCore core =
                core(ready, new BreakingAdapter(ready.superset, false), new SemanticSources(), AnchorSink.noop());

        var launch = core.execute(ready.launching(ready.context(World.ANN)));

        assertThat(Results.rejected(launch).problems()).singleElement().satisfies(this::isInterruptedAndEchoesNothing);
        assertThat(ready.superset.launched()).isEmpty();
    }

    @Test
    void OR13_aLinkThatBreaksRefusesTheHandOff() {
        World ready = World.readyToLaunch();
        ready.superset.launch(sql -> new LaunchOutcome.Refused(Results.problem("EXECUTION_REFUSED")));
        ready.launch();
        ReviewCore core =
                core(ready, new BreakingAdapter(ready.superset, true), new SemanticSources(), AnchorSink.noop());

        var handOff = core.execute(new HandOffLaunch(ready.context(World.ANN)));

        assertThat(Results.rejected(handOff).problems()).singleElement().satisfies(this::isInterruptedAndEchoesNothing);
        assertThat(ready.reload().session().execution().launches()).hasSize(1);
    }

    @Test
    void OR12_anAnchorThatBreaksChangesNothing() {
        world.start();
        ReviewCore core = core(world, world.superset, new SemanticSources(), head -> {
            throw broken();
        });

        world.keep(core.execute(new RequestPreview(world.context(World.ANN))));

        assertThat(world.session().execution().readyPreview()).isPresent();
    }

    @Test
    void AR2_everyStoredHeadIsAnchored() {
        world.start();
        var heads = new ArrayList<LedgerHead>();
        ReviewCore core = core(world, world.superset, new SemanticSources(), heads::add);

        world.keep(core.execute(new RequestPreview(world.context(World.ANN))));

        assertThat(heads).hasSize(2);
        assertThat(heads.get(1))
                .isEqualTo(core.ledgerHead(World.ANN, world.id()).orElseThrow());
    }

    private void isInterruptedAndEchoesNothing(Problem problem) {
        assertThat(problem.code()).isEqualTo("INTERRUPTED");
        assertThat(problem.toString()).doesNotContain("secret-of-the-port");
    }

    private static ReviewCore core(
            World world, SupersetCompilationAdapter adapter, SemanticSourceResolver resolver, AnchorSink anchors) {
        return new ReviewCore(new Ports(
                world.store,
                world.superset,
                adapter,
                resolver,
                AccessPolicy.byRole(),
                tenant -> FeatureFlags.ALL_ON,
                SessionEventListener.noop(),
                anchors,
                new Seams(world.clock, new Random(7))));
    }

    /** An adapter that makes no links and, if told so, reads no revisions; what it is asked to do works. */
    private record BreakingAdapter(SupersetCompilationAdapter working, boolean readsRevisions)
            implements SupersetCompilationAdapter {

        @Override
        public RevisionReading readRevision(
                EnvironmentId environment, DatasetReference dataset, ExecutionTarget target, Actor actor) {
            if (readsRevisions) {
                return working.readRevision(environment, dataset, target, actor);
            }
            throw broken();
        }

        @Override
        public Compilation compile(EffectiveInputs inputs, Actor actor) {
            return working.compile(inputs, actor);
        }

        @Override
        public LaunchTerms terms(EffectiveInputs inputs, String sql, Actor actor) {
            return working.terms(inputs, sql, actor);
        }

        @Override
        public LaunchOutcome launch(SentLaunch launch, Actor actor) {
            return working.launch(launch, actor);
        }

        @Override
        public LaunchOutcome lookUp(SentLaunch launch, Actor actor) {
            return working.lookUp(launch, actor);
        }

        @Override
        public LaunchOutcome stop(SentLaunch launch, Actor actor) {
            return working.stop(launch, actor);
        }

        @Override
        public HandOffLink handOffLink(EffectiveInputs inputs, String sql, Actor actor) {
            throw broken();
        }
    }
}
