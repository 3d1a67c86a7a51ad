package io.dsreview.core.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes a sequence smaller while it still shows what it is to show. */
final class Shrinking {

    private Shrinking() {}

    /** Sequences smaller than this one, the much smaller first. */
    static Stream<List<Step>> smaller(List<Step> steps) {
        List<Integer> sizes = new ArrayList<>();
        for (int size = steps.size() / 2; size > 0; size /= 2) {
            sizes.add(size);
        }
        Stream<List<Step>> without = sizes.stream()
                .flatMap(size -> IntStream.iterate(0, from -> from + size <= steps.size(), from -> from + size)
                        .mapToObj(from -> without(steps, from, size)));
        Stream<List<Step>> simpler = IntStream.range(0, steps.size())
                .boxed()
                .flatMap(index -> steps.get(index).simpler().map(step -> with(steps, index, step)));
        return Stream.concat(without, simpler);
    }

    /** Goes on until nothing smaller shows it. */
    static List<Step> shrink(List<Step> steps, Predicate<List<Step>> shows) {
        List<Step> smallest = steps;
        Optional<List<Step>> next = Optional.of(steps);
        while (next.isPresent()) {
            smallest = next.get();
            next = smaller(smallest).filter(shows).findFirst();
        }
        return smallest;
    }

    private static List<Step> without(List<Step> steps, int from, int size) {
        return Stream.concat(steps.stream().limit(from), steps.stream().skip((long) from + size))
                .toList();
    }

    private static List<Step> with(List<Step> steps, int index, Step step) {
        List<Step> result = new ArrayList<>(steps);
        result.set(index, step);
        return List.copyOf(result);
    }
}
