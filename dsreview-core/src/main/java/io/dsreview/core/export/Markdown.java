package io.dsreview.core.export;

import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * Writes Markdown (CommonMark with GitHub's tables) in which data stays data: no character of a text begins a heading, a
 * link, a piece of HTML or anything else, whatever renders it. Data only ever goes through {@link #text} and {@link #code},
 * and never begins a line. Not thread-safe.
 */
final class Markdown {

    /** What some renderers make links of even without any markup: addresses, mentions, numbers of issues. */
    private static final Pattern LINKISH =
            Pattern.compile("(?i)[a-z0-9]:/|www\\.|@|#\\d|\\b(mailto|xmpp|javascript|data|tel):|[a-z0-9]\\.[a-z]{2,}");

    private static final String ESCAPED = "\\`*_{}[]<>#!~&$^=";
    private static final Pattern LEADING = Pattern.compile("^(\\s*\\d*)([-+.)])");
    private static final String BAR = "&#124;";

    private final StringBuilder out = new StringBuilder();

    /** Words of our own only. */
    Markdown heading(int level, String words) {
        blankLine();
        out.append("#".repeat(level)).append(' ').append(words).append("\n\n");
        return this;
    }

    /** Words of our own only. */
    Markdown paragraph(String words) {
        blankLine();
        out.append(words).append("\n\n");
        return this;
    }

    /** An item whose label is ours, and whose content went through {@link #text} or {@link #code}; none without content. */
    Markdown item(String label, String content) {
        if (!content.isEmpty()) {
            out.append("- **").append(label).append(":** ").append(content).append('\n');
        }
        return this;
    }

    /** A sentence, whatever it quotes. */
    Markdown sentence(String sentence) {
        out.append("- ").append(text(sentence)).append('\n');
        return this;
    }

    /** A table; its cells went through {@link #text} or {@link #code}. */
    Markdown table(List<String> heads, List<List<String>> rows) {
        row(heads);
        row(heads.stream().map(head -> "---").toList());
        rows.forEach(this::row);
        return this;
    }

    /** A block of code. */
    Markdown block(String language, String code) {
        String fence = "`".repeat(Math.max(3, longestRun(code) + 1));
        blankLine();
        out.append(fence).append(language).append('\n');
        code.lines().forEach(line -> out.append(visible(line.replace("\t", "    "), true))
                .append('\n'));
        out.append(fence).append('\n');
        return this;
    }

    private void blankLine() {
        if (!out.isEmpty() && (out.length() < 2 || out.charAt(out.length() - 2) != '\n')) {
            out.append('\n');
        }
    }

    private void row(List<String> cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** Returns data as running text; a word that a renderer might make a link of is shown as code. */
    static String text(String data) {
        StringJoiner words = new StringJoiner(" ");
        String leading = LEADING.matcher(visible(data, false).strip()).replaceFirst("$1\u0000$2");
        for (String word : leading.split(" ", -1)) {
            String plain = word.replace("\u0000", "");
            words.add(LINKISH.matcher(plain).find() ? code(plain) : escaped(word));
        }
        return words.toString();
    }

    /** NUL, which is visible in no data, stands before what must not begin a block. */
    private static String escaped(String word) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '\u0000') {
                escaped.append('\\');
            } else if (c == '|') {
                escaped.append(BAR);
            } else {
                escaped.append(ESCAPED.indexOf(c) >= 0 ? "\\" : "").append(c);
            }
        }
        return escaped.toString();
    }

    /** Returns data character by character, such as an id or a value. A bar would end a table's cell even in code. */
    static String code(String data) {
        if (data.isEmpty()) {
            return "";
        }
        StringBuilder spans = new StringBuilder();
        String separator = "";
        for (String part : visible(data, true).split("\\|", -1)) {
            spans.append(separator).append(span(part));
            separator = BAR;
        }
        return spans.toString();
    }

    private static String span(String part) {
        if (part.isEmpty()) {
            return "";
        }
        String fence = "`".repeat(longestRun(part) + 1);
        boolean padded = part.startsWith("`")
                || part.endsWith("`")
                || (part.startsWith(" ") && part.endsWith(" ") && !part.isBlank());
        return padded ? fence + " " + part + " " + fence : fence + part + fence;
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /** Shows what would change the direction of the text, or not be seen at all, as its escape. */
    private static String visible(String data, boolean exact) {
        StringBuilder shown = new StringBuilder();
        data.codePoints().forEach(c -> {
            if (!exact && (c == '\n' || c == '\r' || c == '\t')) {
                shown.append(' ');
            } else if (isVisible(c)) {
                shown.appendCodePoint(c);
            } else {
                for (char half : Character.toChars(c)) {
                    shown.append(String.format("\\u%04x", (int) half));
                }
            }
        });
        return shown.toString();
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            // Within words of some scripts and within emoji, these two join and part letters.
            case Character.FORMAT -> c == 0x200c || c == 0x200d;
            default -> true;
        };
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
