package io.dsreview.core.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.core.invariant.Invariant.Rule;
import io.dsreview.core.invariant.Playing.Played;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Invariants that are never broken may be invariants that are never checked: each of these faults must be found, by the checker
 * of its rule, and told in a few steps. With {@code -Ddocs.write=true} it writes {@code docs/quality/invariants.md}.
 */
@Tag("exhaustive")
@Tag("invariants")
class PlantedFaultsTest {

    private static final Path PAGE = Path.of("../docs/quality/invariants.md");
    private static final int MOST_SEQUENCES = 2_000;
    private static final int MOST_STEPS = 12;
    private static final int MEASURED = 2_000;
    private static final Map<PlantedFault, Found> FOUND = new EnumMap<>(PlantedFault.class);

    @AutoClose
    static final Quiet QUIET = new Quiet();

    /** A fault that was found. */
    record Found(int sequences, int steps, Played shrunk) {}

    @ParameterizedTest
    @EnumSource
    void isFoundAndShrunk(PlantedFault fault) {
        Found found = find(fault);

        FOUND.put(fault, found);
        assertThat(found.shrunk().violated()).containsKey(fault.rule());
        assertThat(found.shrunk().steps())
                .as(found.shrunk().story())
                .hasSizeLessThanOrEqualTo(Math.min(MOST_STEPS, found.steps()));
        assertThat(Playing.of(found.shrunk().steps(), UnaryOperator.identity()).violated())
                .isEmpty();
    }

    @Test
    void thereIsOneForEveryInvariant() {
        assertThat(Arrays.stream(PlantedFault.values()).map(PlantedFault::rule)).containsAll(EnumSet.allOf(Rule.class));
    }

    private static Found find(PlantedFault fault) {
        for (int seed = 1; seed <= MOST_SEQUENCES; seed++) {
            Played played = Playing.ofSeed(seed, fault.plant());
            if (played.violated().containsKey(fault.rule())) {
                List<Step> shrunk = Shrinking.shrink(
                        played.steps(),
                        steps -> Playing.of(steps, fault.plant()).violated().containsKey(fault.rule()));
                return new Found(seed, played.steps().size(), Playing.of(shrunk, fault.plant()));
            }
        }
        throw new AssertionError(MOST_SEQUENCES + " sequences did not find " + fault.words());
    }

    @AfterAll
    static void write() throws IOException {
        if (Boolean.getBoolean("docs.write") && FOUND.size() == PlantedFault.values().length) {
            Depth depth = new Depth();
            for (long seed = 1; seed <= MEASURED; seed++) {
                depth.add(Playing.ofSeed(seed, UnaryOperator.identity()).depth());
            }
            Files.writeString(PAGE, InvariantsPage.of(FOUND, depth));
        }
    }
}
