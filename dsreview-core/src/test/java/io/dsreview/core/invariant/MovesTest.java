package io.dsreview.core.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.command.ReviewCommand;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MovesTest {

    @Test
    void everyTypeOfCommandHasARow() {
        assertThat(Moves.ALL.stream().flatMap(move -> move.type().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        types(ReviewCommand.class).map(MovesTest::command).toList());
    }

    @Test
    void everyRowHasANameOfItsOwn() {
        assertThat(Moves.ALL).extracting(Move::name).doesNotHaveDuplicates();
    }

    private static Stream<Class<?>> types(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(MovesTest::types)
                : Stream.of(type);
    }

    private static Class<? extends ReviewCommand> command(Class<?> type) {
        return type.asSubclass(ReviewCommand.class);
    }
}
