package io.dsreview.superset.jinja.syntax;

/**
 * A place in a template.
 *
 * @param line the line, from 1; lines end with a line feed, a carriage return, or both
 * @param column the column in the line, from 1, in UTF-16 units
 */
public record Position(int line, int column) implements Comparable<Position> {

    @Override
    public int compareTo(Position other) {
        int lines = Integer.compare(line, other.line);
        return lines == 0 ? Integer.compare(column, other.column) : lines;
    }
}
