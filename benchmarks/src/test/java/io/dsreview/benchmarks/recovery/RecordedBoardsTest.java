package io.dsreview.benchmarks.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.benchmarks.pairing.Pair;
import io.dsreview.benchmarks.pairing.Pairing;
import io.dsreview.benchmarks.recovery.Rehearsal.Client;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds on any machine: how many requests there are, and which of them could be made at once. */
class RecordedBoardsTest {

    private final Scene scene = Scene.Recorded.of(Duration.ZERO);

    @ParameterizedTest
    @EnumSource
    void takesNoMoreRequestsThanAllowed(Client client) {
        assertThat(scene.boards()).extracting(Board::charts).containsExactly(5, 20, 100);
        for (Board board : scene.boards()) {
            scene.rehearsed(board, rehearsal -> {
                assertThat(rehearsal.first())
                        .as(board.name())
                        .hasSizeLessThanOrEqualTo(rehearsal.allowedRequests())
                        .hasSizeGreaterThan(rehearsal.again().size());
                assertThat(rehearsal.stages(client)).as(board.name()).hasSize(2);
                return rehearsal;
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void timesRecoveriesAndTheirFloor(Client client) {
        Board smallest = scene.boards().get(0);

        List<Pair> pairs = scene.rehearsed(smallest, rehearsal -> rehearsal.measure(client, new Pairing(1, 3)));

        assertThat(pairs).hasSize(3);
    }
}
