package io.dsreview.core.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.core.invariant.Playing.Played;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exhaustive")
@Tag("invariants")
class PlayingTest {

    @AutoClose
    final Quiet quiet = new Quiet();

    @Test
    void aSeedMakesTheSameSequenceWhateverIsPlayedBesideIt() {
        List<Played> beside = seeds().parallel().mapToObj(PlayingTest::play).toList();

        List<Played> alone = seeds().mapToObj(PlayingTest::play).toList();

        assertThat(beside)
                .extracting(Played::steps)
                .isEqualTo(alone.stream().map(Played::steps).toList());
    }

    @Test
    void itsStepsPlayedAgainMeetTheSame() {
        Played first = play(3);

        assertThat(Playing.of(first.steps(), UnaryOperator.identity()).depth().met())
                .isEqualTo(first.depth().met());
    }

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, 8);
    }

    private static Played play(long seed) {
        return Playing.ofSeed(seed, UnaryOperator.identity());
    }
}
