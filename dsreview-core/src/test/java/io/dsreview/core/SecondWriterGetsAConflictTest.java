package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.access.AccessPolicy;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.CommandResult.Accepted;
import io.dsreview.api.command.CommandResult.Conflict;
import io.dsreview.api.command.CommandResult.Duplicate;
import io.dsreview.api.command.MappingCommand.SetTemplateValue;
import io.dsreview.api.id.IdempotencyKey;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionEventListener;
import io.dsreview.core.store.InMemoryReviewStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class SecondWriterGetsAConflictTest {

    private static final int WRITERS = 16;
    private static final VariableId REGION = new VariableId("url_param:region");

    private final World world = new World(World.twoVariables().build(), new InMemoryReviewStore(), true).start();
    private final ReviewCore core = world.core(AccessPolicy.byRole(), true, SessionEventListener.noop());

    @Test
    void RE8_aCommandOnAnOldVersionGetsBothVersions() {
        CommandContext old = world.context(World.ANN);
        world.step(context -> new SetTemplateValue(context, REGION, "EMEA"));

        var late = world.execute(new SetTemplateValue(old, REGION, "APAC"));

        assertThat(late).isEqualTo(new Conflict(old.expectedVersion(), old.expectedVersion() + 1));
        assertThat(world.reload().session().values())
                .extracting(value -> value.value())
                .containsExactly("EMEA");
    }

    @Test
    void RE8_aCommandOnAVersionThatDoesNotExistYetIsAConflictToo() {
        CommandContext ahead = new CommandContext(World.ANN, world.id(), 99, null);

        assertThat(world.execute(new SetTemplateValue(ahead, REGION, "EMEA")))
                .isEqualTo(new Conflict(99, world.session().header().version()));
    }

    @RepeatedTest(5)
    void RE8_ofSixteenWritersOnOneVersionExactlyOneIsAcceptedAndNoUpdateIsLost() throws Exception {
        CommandContext context = world.context(World.ANN);

        List<CommandResult> results = race(writer -> new SetTemplateValue(context, REGION, "writer " + writer));

        List<CommandResult> accepted =
                results.stream().filter(Accepted.class::isInstance).toList();
        assertThat(accepted).hasSize(1);
        assertThat(results)
                .filteredOn(result -> !accepted.contains(result))
                .hasSize(WRITERS - 1)
                .containsOnly(new Conflict(context.expectedVersion(), context.expectedVersion() + 1));
        ReviewSession stored = core.find(World.ANN, world.id()).orElseThrow().session();
        assertThat(stored).isEqualTo(accepted.get(0).orElseThrow().session());
        assertThat(stored.values())
                .extracting(value -> value.value())
                .containsExactly("writer " + results.indexOf(accepted.get(0)));
        assertThat(core.verifyLedger(World.ANN, world.id()).orElseThrow().isVerified())
                .isTrue();
    }

    @RepeatedTest(5)
    void RE8_ofSixteenRepetitionsUnderOneKeyExactlyOneIsAcceptedAndAllOthersGetItsOutcome() throws Exception {
        CommandContext context = new CommandContext(
                World.ANN, world.id(), world.session().header().version(), new IdempotencyKey("k"));

        List<CommandResult> results = race(writer -> new SetTemplateValue(context, REGION, "EMEA"));

        assertThat(results).filteredOn(Accepted.class::isInstance).hasSize(1);
        assertThat(results)
                .filteredOn(Duplicate.class::isInstance)
                .hasSize(WRITERS - 1)
                .allSatisfy(
                        result -> assertThat(((Duplicate) result).version()).isEqualTo(context.expectedVersion() + 1));
    }

    private List<CommandResult> race(IntFunction<SetTemplateValue> command) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        CyclicBarrier start = new CyclicBarrier(WRITERS);
        try {
            List<Future<CommandResult>> running = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                SetTemplateValue mine = command.apply(i);
                running.add(threads.submit(() -> {
                    start.await();
                    return core.execute(mine);
                }));
            }
            List<CommandResult> results = new ArrayList<>();
            for (Future<CommandResult> each : running) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
