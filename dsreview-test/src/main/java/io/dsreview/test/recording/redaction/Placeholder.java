package io.dsreview.test.recording.redaction;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in a file for a removed value, for example {@code redacted-access_token-1}. Made of characters that no
 * cookie, URL, header or JSON text needs to escape, so that a client can send it back unchanged. Keeps no state: any
 * thread may use it.
 */
public final class Placeholder {

    private static final Pattern PATTERN =
            Pattern.compile("(?:redacted|volatile)-[a-z0-9_]{1,30}-[0-9]{1,9}(?:@example\\.test)?");
    private static final int MAX_KIND = 30;

    private Placeholder() {}

    static String redacted(String kind, int number) {
        return "redacted-" + kind + "-" + number + (kind.equals("email") ? "@example.test" : "");
    }

    static String ofVolatile(String field, int number) {
        return "volatile-" + kind(field) + "-" + number;
    }

    /** The name of a field, header or cookie as part of a placeholder. */
    static String kind(String name) {
        String kind = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
        return kind.isEmpty() ? "value" : kind.substring(0, Math.min(kind.length(), MAX_KIND));
    }

    static boolean isOne(String text) {
        return PATTERN.matcher(text).matches();
    }

    /**
     * Whether it stands for a value that differs on every run.
     *
     * @param text a whole string of a recording
     * @return {@code true} for example for {@code volatile-client_id-1}, {@code false} for all other texts
     */
    public static boolean isVolatile(String text) {
        return text.startsWith("volatile-") && isOne(text);
    }

    /** Changes the text between placeholders, so that a secret called "password" cannot eat their names. */
    static String changeAround(String text, UnaryOperator<String> change) {
        Matcher placeholder = PATTERN.matcher(text);
        StringBuilder changed = new StringBuilder();
        int from = 0;
        while (placeholder.find()) {
            changed.append(change.apply(text.substring(from, placeholder.start())))
                    .append(placeholder.group());
            from = placeholder.end();
        }
        return changed.append(change.apply(text.substring(from))).toString();
    }

    /**
     * Whether the asked text is the recorded one with some text, at least one character, for each placeholder.
     *
     * @param recorded a text of a recording, with any number of placeholders
     * @param asked the text to compare it with
     * @return {@code true} if they match; without a placeholder, if they are equal
     */
    public static boolean matches(String recorded, String asked) {
        String[] parts = PATTERN.split(recorded, -1);
        if (parts.length == 1) {
            return recorded.equals(asked);
        }
        String last = parts[parts.length - 1];
        int end = asked.length() - last.length();
        if (!asked.startsWith(parts[0]) || !asked.endsWith(last)) {
            return false;
        }
        int from = parts[0].length();
        for (int i = 1; i < parts.length - 1; i++) {
            int found = asked.indexOf(parts[i], from + 1);
            if (found < 0) {
                return false;
            }
            from = found + parts[i].length();
        }
        return from < end;
    }
}
