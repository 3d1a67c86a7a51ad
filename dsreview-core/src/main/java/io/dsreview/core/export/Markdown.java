package io.dsreview.core.export;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes Markdown (CommonMark with GitHub's tables) in which data stays data: no character of a text begins a heading, a
 * link, a piece of HTML or anything else, whatever renders it. Data only ever goes through {@link #text} and {@link #code},
 * and never begins a line. Not thread-safe.
 */
final class Markdown {

    /**
     * What some renderers make something of even without any markup, besides hosts: addresses, mentions, numbers of issues, and
     * shortcodes of emoji. Renderers look for the latter in what was unescaped, so that only code is safe from them; two digits
     * between colons are a time.
     */
    private static final Pattern LINKISH =
            Pattern.compile("(?i)[a-z0-9]:/|@|#\\d|\\b(mailto|xmpp|javascript|data|tel):|:(?!\\d\\d:)[a-z0-9_+-]+:");

    private static final String ESCAPED = "\\`*_{}[]<>#!~&$^=";

    /** What is escaped, what may be part of a link, and {@link #LEADING}'s mark. */
    private static final boolean[] TELLING = new boolean[128];

    static {
        (ESCAPED + "|.:@\u0000").chars().forEach(c -> TELLING[c] = true);
    }

    /** What begins an item of a list, and the characters that one can start with. */
    private static final Pattern LEADING = Pattern.compile("^(\\d*)([-+.)])");

    private static final String FIRST = "-+.)0123456789";
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
        head(heads);
        rows.forEach(this::row);
        return this;
    }

    /** The head of a table whose rows follow, one by one. */
    Markdown head(List<String> heads) {
        row(heads);
        row(heads.stream().map(head -> "---").toList());
        return this;
    }

    /** A row of a table; its cells went through {@link #text} or {@link #code}. */
    void row(List<String> cells) {
        for (String cell : cells) {
            out.append("| ").append(cell).append(' ');
        }
        out.append("|\n");
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

    /** Returns data as running text; a word that a renderer might make a link or an emoji of is shown as code. */
    static String text(String data) {
        StringBuilder text = new StringBuilder(data.length() + 16);
        text(data, text);
        return text.toString();
    }

    /** Writes data as running text. */
    static void text(String data, StringBuilder out) {
        String visible = visible(data, false).strip();
        String marked = visible.isEmpty() || FIRST.indexOf(visible.charAt(0)) < 0
                ? visible
                : LEADING.matcher(visible).replaceFirst("$1\u0000$2");
        int written = 0;
        for (int from = 0; from < marked.length(); ) {
            int space = marked.indexOf(' ', from);
            int to = space < 0 ? marked.length() : space;
            if (!isPlain(marked, from, to)) {
                out.append(marked.substring(written, from));
                word(marked.substring(from, to), out);
                written = to;
            }
            from = to + 1;
        }
        out.append(marked.substring(written));
    }

    private static void word(String word, StringBuilder out) {
        String plain = word.replace("\u0000", "");
        if (isLinkish(plain)) {
            out.append(code(plain));
        } else {
            escape(word, out);
        }
    }

    /** Most words are: they mean nothing to any renderer, and neither does the full stop after one. */
    private static boolean isPlain(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < TELLING.length && TELLING[c] && !isFullStop(text, from, i, to)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFullStop(String text, int from, int index, int to) {
        return text.charAt(index) == '.'
                && index == to - 1
                && (index - 3 < from || !text.regionMatches(true, index - 3, "www", 0, 3));
    }

    private static boolean isLinkish(String word) {
        boolean signed = word.indexOf(':') >= 0 || word.indexOf('@') >= 0 || word.indexOf('#') >= 0;
        return hasHost(word) || (signed && LINKISH.matcher(word).find());
    }

    /** A full stop after {@code www}, or between a letter or digit and two letters. */
    private static boolean hasHost(String word) {
        for (int dot = word.indexOf('.'); dot >= 0; dot = word.indexOf('.', dot + 1)) {
            boolean inside = dot > 0 && dot + 2 < word.length();
            if (word.regionMatches(true, dot - 3, "www", 0, 3)
                    || (inside
                            && isLetterOrDigit(word.charAt(dot - 1))
                            && isLetter(word.charAt(dot + 1))
                            && isLetter(word.charAt(dot + 2)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetterOrDigit(char c) {
        return isLetter(c) || (c >= '0' && c <= '9');
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** NUL, which is visible in no data, stands before what must not begin a block. */
    private static void escape(String word, StringBuilder out) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '\u0000') {
                out.append('\\');
            } else if (c == '|') {
                out.append(BAR);
            } else {
                if (ESCAPED.indexOf(c) >= 0) {
                    out.append('\\');
                }
                out.append(c);
            }
        }
    }

    /** Returns data character by character, such as an id or a value. A bar would end a table's cell even in code. */
    static String code(String data) {
        if (data.isEmpty()) {
            return "";
        }
        String visible = visible(data, true);
        if (visible.indexOf('|') < 0) {
            return span(visible);
        }
        StringBuilder spans = new StringBuilder();
        String separator = "";
        for (String part : visible.split("\\|", -1)) {
            spans.append(separator).append(span(part));
            separator = BAR;
        }
        return spans.toString();
    }

    private static String span(String part) {
        if (part.isEmpty()) {
            return "";
        }
        int run = part.indexOf('`') < 0 ? 0 : longestRun(part);
        String fence = "`".repeat(run + 1);
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
        return isVisible(data) ? data : withEscapes(data, exact);
    }

    /** Tells of most data that it is; what needs two chars is left to {@link #withEscapes}. */
    private static boolean isVisible(String data) {
        for (int i = 0; i < data.length(); i++) {
            char c = data.charAt(i);
            if (c < ' ' || (c > '~' && !isVisible(c))) {
                return false;
            }
        }
        return true;
    }

    private static String withEscapes(String data, boolean exact) {
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
