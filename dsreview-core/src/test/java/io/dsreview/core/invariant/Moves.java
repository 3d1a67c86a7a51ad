package io.dsreview.core.invariant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that can be done in a step, one row each: a new command is one row in the list of its area. A row puts what makes most
 * sense first, and nonsense last.
 */
final class Moves {

    static final List<Move> ALL = Stream.of(
                    SessionMoves.ROWS,
                    MeaningMoves.ROWS,
                    ClarificationMoves.ROWS,
                    MappingMoves.ROWS,
                    ExecutionMoves.ROWS,
                    Happenings.ROWS)
            .flatMap(List::stream)
            .toList();

    private static final Map<String, Move> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Move::name, move -> move));

    private Moves() {}

    static Move named(String name) {
        return Optional.ofNullable(BY_NAME.get(name)).orElseThrow();
    }
}
