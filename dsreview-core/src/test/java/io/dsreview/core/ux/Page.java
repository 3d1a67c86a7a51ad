package io.dsreview.core.ux;

import static java.util.stream.Collectors.joining;

import io.dsreview.api.command.ReviewCommand;
import io.dsreview.api.session.RecommendedAction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The stories as a page. */
final class Page {

    private static final String INTRODUCTION = """
            # What a person sees

            Written by a test that walks every path through the real core (`io.dsreview.core.ux`); change the stories, the code or the \
            messages, not this file.

            Three stories, each with its happy path and everything that can come between. The first row of a path is where it begins; every \
            other one is something that happens, by a command (named below it) or without one. Then come:

            - **Screen**: the state of every part of a screen, computed by `UiState`; what has just changed is bold. Fields and mappings \
            are listed once something is known of them, and after *launch* the clauses that keep the launch gate closed \
            ([gates](gates.md)).
            - **To read**: what is new, word for word. First what happened, then findings with their severity, then questions and \
            reasons. A refusal gives all its reasons, each with its cure, and changes nothing.
            - **Next**: the one recommended action, and the command that leads on where there is one.

            The same words in Russian are below each path. Names of people, values and what Superset says are examples; ids and hashes are left out (…). Who may do what is \
            in [permissions](permissions.md), every finding in [findings](findings.md), every promise by its id in [contracts](contracts.md).
            """;

    /** Ids and hashes, which would change with what they are made of. */
    private static final String ID = "\\b([0-9A-HJKMNP-TV-Z]{26}|(?=[a-f]*[0-9])[0-9a-f]{8}([0-9a-f]{3})?)\\b";

    private final StringBuilder text = new StringBuilder(INTRODUCTION);

    static String of(Map<Story, Map<Path, List<Row>>> walked) {
        Page page = new Page();
        walked.forEach(page::story);
        return page.text.toString();
    }

    private void story(Story story, Map<Path, List<Row>> paths) {
        text.append("\n## ")
                .append(story.title())
                .append("\n\n")
                .append(story.introduction())
                .append("\n\n");
        diagram(story, paths);
        paths.forEach(this::path);
    }

    /** Which command leads from which state to which, over all paths. */
    private void diagram(Story story, Map<Path, List<Row>> paths) {
        Map<List<String>, Set<String>> ways = new LinkedHashMap<>();
        Set<String> nodes = new LinkedHashSet<>();
        for (List<Row> rows : paths.values()) {
            String from = "";
            for (Row row : rows) {
                String to = story.node().apply(row);
                if (!to.isEmpty()) {
                    nodes.add(to);
                    if (!from.isEmpty() && !to.equals(from)) {
                        ways.computeIfAbsent(List.of(from, to), any -> new LinkedHashSet<>())
                                .add(way(row));
                    }
                }
                from = to;
            }
        }
        List<String> ids = List.copyOf(nodes);
        text.append("```mermaid\nstateDiagram-v2\n");
        ids.forEach(node -> text.append("    s%d: %s%n".formatted(ids.indexOf(node), node)));
        ways.forEach((way, commands) -> text.append("    s%d --> s%d: %s%n"
                .formatted(ids.indexOf(way.get(0)), ids.indexOf(way.get(1)), String.join(", ", commands))));
        text.append("```\n\nAn arrow without a command (…) is something that happens by itself.\n");
    }

    private static String way(Row row) {
        if (row.command().isEmpty()) {
            return "…";
        }
        return row.ending().startsWith("refused") ? row.command() + " (refused)" : row.command();
    }

    private void path(Path path, List<Row> rows) {
        text.append("\n### ")
                .append(path.title())
                .append("\n\n")
                .append("Promises: ")
                .append(String.join(", ", path.contracts()))
                .append("\n\n| | what happens | screen | to read | next |\n|---|---|---|---|---|\n");
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            cells(
                    i == 0 ? "" : Integer.toString(i),
                    happened(row),
                    i > 0 && sameScreen(rows.get(i - 1), row) ? "as before" : Screen.of(row),
                    words(row, Locale.ENGLISH),
                    next(row));
        }
        text.append("\n<details><summary>по-русски</summary>\n\n| | читать | дальше |\n|---|---|---|\n");
        for (int i = 1; i < rows.size(); i++) {
            Row row = rows.get(i);
            cells(
                    Integer.toString(i),
                    words(row, Row.RUSSIAN),
                    escaped(row.nextWords().getOrDefault(Row.RUSSIAN, "")));
        }
        text.append("\n</details>\n");
    }

    private static boolean sameScreen(Row before, Row row) {
        return row.screen() != null
                && row.screen().equals(before.screen())
                && row.clauses().equals(before.clauses());
    }

    private static String happened(Row row) {
        List<String> lines = new ArrayList<>(List.of(escaped(row.what())));
        if (!row.command().isEmpty()) {
            String ending = row.ending().isEmpty() || row.ending().equals("done") ? "" : " **" + row.ending() + "**";
            lines.add("`" + row.command() + "`" + ending);
        }
        return String.join("<br>", lines);
    }

    private static String words(Row row, Locale locale) {
        return row.words().getOrDefault(locale, List.of()).stream()
                .map(Page::escaped)
                .collect(joining("<br>"));
    }

    private static String next(Row row) {
        RecommendedAction next = row.next();
        String commands = next == null
                ? ""
                : Commands.of(next).stream()
                        .map(Class<? extends ReviewCommand>::getSimpleName)
                        .map(name -> "<br>`" + name + "`")
                        .collect(joining());
        return escaped(row.nextWords().getOrDefault(Locale.ENGLISH, "")) + commands;
    }

    private void cells(String... cells) {
        text.append(List.of(cells).stream().collect(joining(" | ", "| ", " |\n")));
    }

    private static String escaped(String words) {
        return words.replace("|", "\\|").replace("<", "&lt;").replaceAll(ID, "…");
    }
}
