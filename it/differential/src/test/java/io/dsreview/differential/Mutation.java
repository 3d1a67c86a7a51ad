package io.dsreview.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Breaks templates a little: pieces are dropped, doubled, swapped or replaced, or the end is cut off. */
final class Mutation {

    private static final Pattern BETWEEN_PIECES = Pattern.compile("(?<=\\W)|(?=\\W)");
    private static final String[] STRANGERS = {
        "{{",
        "}}",
        "{%",
        "%}",
        "{#",
        "#}",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "'",
        "\"",
        "\\",
        ",",
        ":",
        ".",
        "|",
        "=",
        "==",
        "!",
        ";",
        "~",
        "*",
        "**",
        "-",
        "not",
        "and",
        "or",
        "is",
        "in",
        "if",
        "else",
        "elif",
        "for",
        "endfor",
        "endif",
        "set",
        "endset",
        "macro",
        "with",
        "block",
        "endblock",
        "raw",
        "endraw",
        "true",
        "none",
        "0x",
        "1__0",
        "1e",
        "$",
        "@",
        "²",
        "'\\x4'",
        "'\\N{DIGIT ONE}'",
        "'\\u12'",
        "\u00a0",
        "\n",
        "required",
        "scoped",
        "recursive",
        "loop",
        "caller",
        "import",
        "as",
        "without",
        "context",
        "_private"
    };

    private final Random random;

    Mutation(Random random) {
        this.random = random;
    }

    String of(String template) {
        List<String> pieces = new ArrayList<>(List.of(BETWEEN_PIECES.split(template)));
        for (int changes = 1 + random.nextInt(3); changes > 0 && !pieces.isEmpty(); changes--) {
            change(pieces);
        }
        return String.join("", pieces);
    }

    private void change(List<String> pieces) {
        int at = random.nextInt(pieces.size());
        int other = random.nextInt(pieces.size());
        switch (random.nextInt(6)) {
            case 0 -> pieces.remove(at);
            case 1 -> pieces.add(at, pieces.get(other));
            case 2 -> pieces.set(at, pieces.get(other));
            case 3 -> pieces.subList(at, pieces.size()).clear();
            case 4 -> pieces.set(at, STRANGERS[random.nextInt(STRANGERS.length)]);
            default -> pieces.add(at, " " + STRANGERS[random.nextInt(STRANGERS.length)] + " ");
        }
    }
}
