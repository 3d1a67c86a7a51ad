package io.dsreview.samples.quickstart;

import java.io.PrintStream;
import java.util.List;
import java.util.regex.Pattern;

/** Prints progress for a person. Text that came from a server or a user is cleaned of control characters first. */
final class Screen {

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\u202a-\\u202e\\u2066-\\u2069]");
    private static final String RESET = "\u001b[0m";

    private final PrintStream out;
    private final boolean colors;
    private int steps;

    Screen(PrintStream out, boolean colors) {
        this.out = out;
        this.colors = colors;
    }

    void title(String text) {
        out.println();
        out.println(paint("1", text));
    }

    void step(String heading) {
        steps++;
        out.println();
        out.println(paint("1;36", String.format("%2d  %s", steps, heading)));
    }

    void say(String text) {
        out.println("    " + clean(text));
    }

    void done(String text) {
        out.println("    " + paint("32", "✓") + " " + clean(text));
    }

    void refused(String text) {
        out.println("    " + paint("31", "✗") + " " + clean(text));
    }

    void cure(String text) {
        out.println("        " + paint("33", "→ " + clean(text)));
    }

    /** Prints text of several lines as it is, line by line. */
    void block(String text) {
        text.lines().forEach(line -> out.println("    " + paint("2", "│ " + clean(line))));
    }

    void table(List<String> header, List<List<String>> rows) {
        Table.lines(
                        header,
                        rows.stream()
                                .map(row -> row.stream().map(Screen::clean).toList())
                                .toList())
                .forEach(line -> out.println("    " + line));
    }

    static String clean(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ");
    }

    private String paint(String code, String text) {
        return colors ? "\u001b[" + code + "m" + text + RESET : text;
    }
}
