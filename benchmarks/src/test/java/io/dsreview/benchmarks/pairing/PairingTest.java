package io.dsreview.benchmarks.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PairingTest {

    private final List<String> story = new ArrayList<>();

    private Supplier<Attempt> way(String name) {
        return () -> {
            story.add("make " + name);
            return new Attempt() {
                @Override
                public void run() {
                    story.add(name);
                }

                @Override
                public void close() {
                    story.add("close " + name);
                }
            };
        };
    }

    @Test
    void beginsNowWithTheOneNowWithTheOther() {
        List<Pair> pairs = new Pairing(1, 2).kept(way("subject"), way("floor"));

        assertThat(pairs).hasSize(2);
        assertThat(story)
                .containsExactly(
                        "make subject",
                        "make floor",
                        "subject",
                        "floor",
                        "floor",
                        "subject",
                        "subject",
                        "floor",
                        "close floor",
                        "close subject");
    }

    @Test
    void timesByTheClockThatItIsGiven() {
        long[] now = {0};
        Supplier<Attempt> three = () -> () -> now[0] += 3;
        Supplier<Attempt> five = () -> () -> now[0] += 5;

        assertThat(new Pairing(0, 2, () -> now[0]).kept(three, five)).containsExactly(new Pair(3, 5), new Pair(3, 5));
    }

    @Test
    void makesAFreshWayForEachRun() {
        new Pairing(0, 1).fresh(way("subject"), way("floor"));

        assertThat(story)
                .containsExactly("make subject", "subject", "close subject", "make floor", "floor", "close floor");
    }

    @Test
    void aFailureIsNoTime() {
        Pairing pairing = new Pairing(0, 1);
        Supplier<Attempt> broken = () -> () -> {
            throw new IllegalStateException("not done");
        };

        assertThatThrownBy(() -> pairing.kept(way("subject"), broken)).hasMessage("not done");
    }

    @Test
    void wantsAtLeastOnePair() {
        assertThatThrownBy(() -> new Pairing(3, 0)).hasMessageContaining("3 pairs to warm up and 0 to keep");
    }
}
