package io.dsreview.live;

import io.dsreview.live.PageComparison.Result;
import io.dsreview.live.PageComparison.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Prints what came of comparing previews with pages.
 *
 * @param compared the results of each bed
 */
record PageTable(Map<Bed, List<Result>> compared) {

    private static final String ROWS_OF = "Rows of ";

    String text() {
        StringBuilder printed = new StringBuilder("\n### Datasets with templates\n\n");
        header(printed, "dataset | asks for");
        datasets()
                .forEach(name -> row(
                        printed,
                        "`" + name + "` | " + asks(name),
                        bed -> each -> PageComparison.ROWS.contains(each.of().link())
                                && bed.charts()
                                        .get(ROWS_OF + name)
                                        .equals(each.of().chart()),
                        this::whole));
        printed.append("\n### Dashboards with filters of every type\n\n");
        header(printed, "link");
        PageComparison.BOARDS.forEach(link ->
                row(printed, "`" + link + "`", bed -> each -> each.of().link().equals(link), this::counted));
        return printed.append('\n').toString();
    }

    private Set<String> datasets() {
        return compared.keySet().stream()
                .flatMap(bed -> bed.charts().keySet().stream())
                .map(String::valueOf)
                .filter(name -> name.startsWith(ROWS_OF))
                .map(name -> name.substring(ROWS_OF.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String asks(String name) {
        Set<String> kinds = new TreeSet<>();
        compared.keySet().forEach(bed -> {
            if (bed.links().contains("template_" + name)) {
                ((List<?>) bed.expected("template_" + name).get("variables"))
                        .forEach(each -> kinds.add(String.valueOf(((Map<?, ?>) each).get("kind"))));
            }
        });
        return kinds.isEmpty() ? "nothing" : String.join(", ", kinds);
    }

    private void header(StringBuilder printed, String first) {
        printed.append("| ").append(first).append(" |");
        compared.keySet()
                .forEach(bed -> printed.append(' ').append(bed.version()).append(" |"));
        int columns = compared.size() + first.split("\\|").length;
        printed.append("\n|").append("---|".repeat(columns)).append('\n');
    }

    private interface Cell {
        String of(List<Result> results);
    }

    private interface Which {
        Predicate<Result> on(Bed bed);
    }

    private void row(StringBuilder printed, String first, Which which, Cell cell) {
        printed.append("| ").append(first).append(" | ");
        printed.append(compared.entrySet().stream()
                .map(each -> cell.of(
                        each.getValue().stream().filter(which.on(each.getKey())).toList()))
                .collect(Collectors.joining(" | ")));
        printed.append(" |\n");
    }

    private String whole(List<Result> results) {
        return results.isEmpty()
                ? "not offered by this version"
                : results.stream().map(PageTable::words).collect(Collectors.toCollection(TreeSet::new)).stream()
                        .collect(Collectors.joining("; "));
    }

    private String counted(List<Result> results) {
        long same = results.stream()
                .filter(each -> each.verdict() == Verdict.SAME_ROWS)
                .count();
        Set<String> others = results.stream()
                .filter(each -> each.verdict() != Verdict.SAME_ROWS)
                .map(PageTable::words)
                .collect(Collectors.toCollection(TreeSet::new));
        return same + " of " + results.size() + " charts" + (others.isEmpty() ? "" : "; " + String.join("; ", others));
    }

    private static String words(Result result) {
        String by = result.preview().by();
        return switch (result.verdict()) {
            case SAME_ROWS -> by.equals("chart-data") ? "same rows" : "same rows (" + by + ")";
            case OTHER_ROWS, ONLY_PREVIEW -> "WRONG";
            case NEITHER, REFUSED ->
                switch (by) {
                    case "VARIABLE_WITHOUT_VALUE" -> "a value is asked for";
                    case "PREVIEW_INPUT_NOT_CARRIED" -> "value not carried";
                    case "PREVIEW_TEMPLATE_LEFT" -> "braces left, which SQL Lab would render";
                    case "PREVIEW_NOT_COMPILED" -> "Superset cannot compile it";
                    case "chart-data" -> "the database refuses it";
                    default -> by;
                };
        };
    }
}
