package io.dsreview.core.dictionary;

/**
 * A place in a text, as an editor counts.
 *
 * @param line from 1
 * @param column from 1
 */
record Spot(long line, long column) {

    static Spot line(long line) {
        return new Spot(line, 1);
    }
}
