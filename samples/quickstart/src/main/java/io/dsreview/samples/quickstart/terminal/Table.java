package io.dsreview.samples.quickstart.terminal;

import java.util.ArrayList;
import java.util.List;

/** Lays rows out in columns. A cell that is too long is cut, and ends in an ellipsis. */
final class Table {

    private static final int WIDEST = 44;
    private static final String GAP = "  ";

    private Table() {}

    static List<String> lines(List<String> header, List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>();
        all.add(header);
        rows.forEach(row -> all.add(row.stream().map(Table::cut).toList()));
        int[] widths = new int[header.size()];
        for (List<String> row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(
                        widths[i], row.get(i).codePointCount(0, row.get(i).length()));
            }
        }
        List<String> lines =
                new ArrayList<>(all.stream().map(row -> line(row, widths)).toList());
        int total = 0;
        for (int width : widths) {
            total += width + GAP.length();
        }
        lines.add(1, "─".repeat(total - GAP.length()));
        return lines;
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            line.append(cell).append(" ".repeat(widths[i] - cell.codePointCount(0, cell.length())));
            line.append(GAP);
        }
        return line.toString().stripTrailing();
    }

    private static String cut(String cell) {
        return cell.codePointCount(0, cell.length()) <= WIDEST
                ? cell
                : cell.substring(0, cell.offsetByCodePoints(0, WIDEST - 1)) + "…";
    }
}
