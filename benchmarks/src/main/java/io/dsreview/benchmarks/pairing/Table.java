package io.dsreview.benchmarks.pairing;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows in columns, as Markdown, so that what is printed can stand in a document. Stateless. */
public final class Table {

    private Table() {}

    /**
     * Lays out a table; all is put to the right.
     *
     * @param header the heads of the columns
     * @param rows a cell for each column
     * @return the table, with a line break after each row
     */
    public static String of(List<String> header, List<List<String>> rows) {
        int[] widths = IntStream.range(0, header.size())
                .map(column -> Stream.concat(Stream.of(header), rows.stream())
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        StringBuilder table = new StringBuilder(line(header, widths)).append('|');
        for (int width : widths) {
            table.append("-".repeat(width + 1)).append(":|");
        }
        table.append('\n');
        rows.forEach(row -> table.append(line(row, widths)));
        return table.toString();
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder("|");
        for (int i = 0; i < widths.length; i++) {
            line.append(' ').append(" ".repeat(widths[i] - cells.get(i).length()));
            line.append(cells.get(i)).append(" |");
        }
        return line.append('\n').toString();
    }
}
