package io.dsreview.core.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.LifecycleCommand;
import io.dsreview.api.command.SessionCommand;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Throws anything at reviews in any state: every outcome is typed, a refusal changes nothing, and what was accepted reads back as it
 * was given. A review is made of its seed alone; {@code -Dfuzz.seed=…} begins with that one, {@code -Dfuzz.seconds=…} goes on for so long.
 */
@Tag("exhaustive")
class FuzzTest {

    private static final int COMMANDS = 40;
    private static final int REVIEWS = 100;

    @Test
    void everyCommandEndsWithATypedOutcomeWhateverIsInIt() {
        Duration limit = Duration.ofSeconds(Long.getLong("fuzz.seconds", 0));
        long first = Long.getLong("fuzz.seed", limit.isZero() ? 1 : new Random().nextInt(1_000_000_000));
        long start = System.nanoTime();
        Outcomes outcomes = new Outcomes();

        long reviews = 0;
        BooleanSupplier goesOn = () -> System.nanoTime() - start < limit.toNanos();
        while (reviews < REVIEWS || goesOn.getAsBoolean()) {
            review(first + reviews++, outcomes);
        }

        System.out.printf("fuzz: seeds %d to %d, %d commands%n", first, first + reviews - 1, outcomes.commands());
        for (Class<?> command : oftenThrown()) {
            assertThat(outcomes.has(command, CommandResult.Rejected.class))
                    .as("%s rejected", command)
                    .isTrue();
        }
        assertThat(accepted(outcomes)).as("kinds of commands accepted").hasSizeGreaterThan(20);
    }

    /** All but those that end a review, which are thrown seldom. */
    private static List<Class<?>> oftenThrown() {
        return Reflected.leaves(SessionCommand.class)
                .filter(command -> !LifecycleCommand.class.isAssignableFrom(command))
                .toList();
    }

    private static void review(long seed, Outcomes outcomes) {
        try {
            new FuzzedReview(seed, outcomes).run(COMMANDS);
        } catch (RuntimeException | AssertionError broken) {
            throw new AssertionError("a review broke; -Dfuzz.seed=" + seed + " begins with it", broken);
        }
    }

    private static List<Class<?>> accepted(Outcomes outcomes) {
        return Reflected.leaves(SessionCommand.class)
                .filter(command -> outcomes.has(command, CommandResult.Accepted.class))
                .toList();
    }
}
