package io.dsreview.superset.jinja.syntax;

import io.dsreview.superset.jinja.tree.Span;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The text of a template, with line ends as Jinja sees them, and the way from an offset to its line. Immutable. */
public final class Source {

    private final String text;
    private final int[] lineStarts;

    /**
     * Takes a template. As in Jinja, all line ends become line feeds, and one at the very end is dropped.
     *
     * @param template the template
     */
    public Source(String template) {
        String lines = template.replace("\r\n", "\n").replace('\r', '\n');
        text = lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines;
        lineStarts = IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, text.length())
                                .filter(at -> text.charAt(at) == '\n')
                                .map(at -> at + 1))
                .toArray();
    }

    String text() {
        return text;
    }

    /**
     * Returns where an offset is.
     *
     * @param offset offset in the text, from 0 up to its length
     * @return line and column
     */
    public Position position(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, offset - lineStarts[line] + 1);
    }

    /**
     * Returns a part of the text.
     *
     * @param span which part
     * @param longest how many characters to return at most, at least 1; what is cut off is replaced by an ellipsis
     * @return the part
     */
    public String excerpt(Span span, int longest) {
        boolean fits = span.end() - span.start() <= longest;
        return fits
                ? text.substring(span.start(), span.end())
                : text.substring(span.start(), span.start() + longest - 1) + "…";
    }
}
