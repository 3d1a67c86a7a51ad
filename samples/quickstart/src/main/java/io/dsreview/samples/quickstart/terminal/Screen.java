package io.dsreview.samples.quickstart.terminal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Prints progress for a person, in lines of at most 100 columns. Text that came from a server or a user is cleaned of control
 * characters first.
 */
public final class Screen {

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\u202a-\\u202e\\u2066-\\u2069]");
    private static final String RESET = "\u001b[0m";
    private static final int WIDTH = 100;

    private final PrintStream out;
    private final boolean colors;
    private int steps;
    private int grown;

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
        lines(text, 4, "", "");
    }

    /**
     * Prints what was done.
     *
     * @param text the line
     */
    public void done(String text) {
        lines(text, 6, "32", "✓ ");
    }

    /**
     * Prints what was refused or is missing.
     *
     * @param text the line
     */
    public void refused(String text) {
        lines(text, 6, "31", "✗ ");
    }

    /**
     * Prints what was refused or is missing, and what to do about it, in one line if they fit.
     *
     * @param text the line
     * @param cure what to do
     */
    public void refused(String text, String cure) {
        String both = text + "  → " + cure;
        if (both.length() <= WIDTH - 6) {
            refused(both);
        } else {
            refused(text);
            cure(cure);
        }
    }

    /**
     * Prints what to do about the line before.
     *
     * @param text the line
     */
    public void cure(String text) {
        lines(text, 10, "33", "→ ");
    }

    /**
     * Prints text of several lines as it is, line by line.
     *
     * @param text the text
     */
    public void block(String text) {
        text.lines()
                .flatMap(line -> wrapped(clean(line), WIDTH - 6).stream())
                .forEach(line -> out.println("    " + paint("2", "│ " + line)));
    }

    /**
     * Prints a piece of a line that grows.
     *
     * @param piece the piece
     */
    public void append(String piece) {
        String text = clean(piece);
        if (grown == 0 || grown + text.length() > WIDTH) {
            endLine();
            text = "    " + text.strip();
        }
        out.print(text);
        out.flush();
        grown += text.length();
    }

    /** Ends the line that grew, if there is one. */
    public void endLine() {
        if (grown > 0) {
            out.println();
        }
        grown = 0;
    }

    /**
     * Prints a table.
     *
     * @param header the heads of the columns
     * @param rows the rows, each with as many cells
     */
    public void table(List<String> header, List<List<String>> rows) {
        Table.lines(header, cleaned(rows)).forEach(line -> out.println("    " + line));
    }

    /**
     * Prints rows in columns, without a head.
     *
     * @param rows the rows, each with as many cells
     */
    public void rows(List<List<String>> rows) {
        if (!rows.isEmpty()) {
            List<String> lines = Table.lines(Collections.nCopies(rows.get(0).size(), ""), cleaned(rows));
            lines.subList(2, lines.size()).forEach(line -> out.println("    " + line));
        }
    }

    private static List<List<String>> cleaned(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(Screen::clean).toList())
                .toList();
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

    /** Prints text behind a sign; what does not fit goes on below the text. */
    private void lines(String text, int indent, String color, String sign) {
        List<String> lines = wrapped(clean(text), WIDTH - indent);
        out.println(" ".repeat(indent - sign.length()) + (sign.isEmpty() ? "" : paint(color, sign)) + lines.get(0));
        lines.subList(1, lines.size()).forEach(line -> out.println(" ".repeat(indent) + line));
    }

    /** Cuts text at blanks into lines; a word that is longer than a line stays whole. */
    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > width && rest.strip().indexOf(' ') > 0) {
            int blank = rest.lastIndexOf(' ', width);
            int cut = blank > 0 ? blank : rest.indexOf(' ', width);
            if (cut < 0) {
                break;
            }
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut + 1);
        }
        lines.add(rest);
        return lines;
    }

    private String paint(String code, String text) {
        return colors ? "\u001b[" + code + "m" + text + RESET : text;
    }
}
