package io.dsreview.core.invariant;

import java.util.List;

/** Turns one number into choices among a few: 0 takes the first of everything, so that smaller numbers read simpler. */
final class Choices {

    private int rest;

    Choices(int number) {
        this.rest = number;
    }

    <T> T of(List<T> options) {
        return options.get(below(options.size()));
    }

    <T> T of(T[] options) {
        return options[below(options.length)];
    }

    int below(int bound) {
        int chosen = rest % bound;
        rest /= bound;
        return chosen;
    }
}
