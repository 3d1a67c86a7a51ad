package io.dsreview.core.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.core.invariant.Playing.Played;
import io.dsreview.core.invariant.Sequences.Sequence;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/**
 * Sequences of all commands, by several actors of two tenants, with everything going wrong that can: after each command each
 * invariant holds. Maven says how many sequences there are, by {@code invariants.sequences}. Every sequence has a seed of its own;
 * the first is {@code invariants.seed} or chosen by chance and printed, and each next is one more. To see one again, name its seed
 * and ask for one sequence.
 */
@Tag("exhaustive")
@Tag("invariants")
class ReviewInvariantsTest {

    private static final int ENOUGH_TO_MEASURE = 5_000;
    private static final int SO_MANY_AT_A_TIME = 50_000;

    private final Quiet quiet = new Quiet();
    private final Sequences sequences = Sequences.fromProperty();
    private final Depth depth = new Depth();
    private long began;

    @BeforeProperty
    void begin() {
        began = System.nanoTime();
    }

    @Property(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.FULL)
    void everyInvariantHoldsAfterEveryCommand(@ForAll("sequences") Sequence sequence) {
        Played played = sequence.play();
        depth.add(played.depth());
        if (depth.sequences() % SO_MANY_AT_A_TIME == 0) {
            System.out.printf(
                    Locale.ROOT, "Invariants: %d sequences so far, %.0f per second%n", depth.sequences(), perSecond());
        }

        assertThat(played.violated()).as("%s", sequence).isEmpty();
    }

    @Provide
    Arbitrary<Sequence> sequences() {
        return Arbitraries.fromGenerator(sequences);
    }

    @AfterProperty
    void sequencesGoDeep() {
        sequences.close();
        quiet.close();
        System.out.printf(
                Locale.ROOT,
                "Invariants: seed %d, %d sequences on %d threads in %.0f s, %.0f per second, median of %d commands%n",
                sequences.first(),
                depth.sequences(),
                sequences.threads(),
                seconds(),
                perSecond(),
                depth.median());
        if (depth.sequences() >= ENOUGH_TO_MEASURE) {
            assertThat(depth.shallow()).as("what too few sequences met").isEmpty();
        }
    }

    private double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }

    private double perSecond() {
        return depth.sequences() / seconds();
    }
}
