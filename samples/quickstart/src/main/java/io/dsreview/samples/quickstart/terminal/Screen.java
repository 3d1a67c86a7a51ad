package io.dsreview.samples.quickstart.terminal;

import java.io.PrintStream;
import java.util.List;
import java.util.regex.Pattern;

/** Prints progress for a person. Text that came from a server or a user is cleaned of control characters first. */
public final class Screen {

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\u202a-\\u202e\\u2066-\\u2069]");
    private static final String RESET = "\u001b[0m";

    private final PrintStream out;
    private final boolean colors;
    private int steps;

    /**
     * Makes a screen.
     *
     * @param out where it prints
     * @param colors true for colours
     */
    public Screen(PrintStream out, boolean colors) {
        this.out = out;
        this.colors = colors;
    }

    /**
     * Prints a title.
     *
     * @param text the title
     */
    public void title(String text) {
        out.println();
        out.println(paint("1", text));
    }

    /**
     * Prints the heading of the next step, with its number.
     *
     * @param heading the heading
     */
    public void step(String heading) {
        steps++;
        out.println();
        out.println(paint("1;36", String.format("%2d  %s", steps, heading)));
    }

    /**
     * Prints a line.
     *
     * @param text the line
     */
    public void say(String text) {
        out.println("    " + clean(text));
    }

    /**
     * Prints what was done.
     *
     * @param text the line
     */
    public void done(String text) {
        out.println("    " + paint("32", "✓") + " " + clean(text));
    }

    /**
     * Prints what was refused or is missing.
     *
     * @param text the line
     */
    public void refused(String text) {
        out.println("    " + paint("31", "✗") + " " + clean(text));
    }

    /**
     * Prints what to do about the line before.
     *
     * @param text the line
     */
    public void cure(String text) {
        out.println("        " + paint("33", "→ " + clean(text)));
    }

    /**
     * Prints text of several lines as it is, line by line.
     *
     * @param text the text
     */
    public void block(String text) {
        text.lines().forEach(line -> out.println("    " + paint("2", "│ " + clean(line))));
    }

    /**
     * Prints a table.
     *
     * @param header the heads of the columns
     * @param rows the rows, each with as many cells
     */
    public void table(List<String> header, List<List<String>> rows) {
        Table.lines(
                        header,
                        rows.stream()
                                .map(row -> row.stream().map(Screen::clean).toList())
                                .toList())
                .forEach(line -> out.println("    " + line));
    }

    /**
     * Takes out what a terminal would obey instead of showing it.
     *
     * @param text text of anybody
     * @return the text in one line
     */
    public static String clean(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ");
    }

    private String paint(String code, String text) {
        return colors ? "\u001b[" + code + "m" + text + RESET : text;
    }
}
