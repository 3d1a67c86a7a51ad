package io.dsreview.superset.http;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a server says about a failure, in its own words: free of secrets, and bounded where it is quoted. Immutable.
 *
 * <p>Superset has five shapes of error: {@code {"msg"}}, {@code {"message"}} with a text or an object,
 * {@code {"errors":[…]}}, {@code {"error"}}, and one with {@code error_type} and {@code message} side by side.
 */
public final class ServerWords {

    /** The longest quotation, in characters: 300. */
    public static final int MAX_LENGTH = 300;

    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cntrl}\\p{Z}\\p{Cs}\\p{Cf}\\u2028\\u2029]+", Pattern.UNICODE_CHARACTER_CLASS);

    private final String all;
    private final String errorType;

    private ServerWords(String all, String errorType) {
        this.all = all;
        this.errorType = errorType;
    }

    static ServerWords of(Json body, Secrets secrets) {
        StringBuilder words = new StringBuilder();
        StringBuilder type = new StringBuilder(body.at("error_type").text(""));
        append(words, body.at("msg"));
        append(words, body.at("message"));
        append(words, body.at("error"));
        for (Json error : body.at("errors").elements()) {
            append(words, error.at("message"));
            if (type.isEmpty()) {
                type.append(error.at("error_type").text(""));
            }
        }
        return new ServerWords(clean(words.toString(), secrets), type.toString());
    }

    static ServerWords of(String text, Secrets secrets) {
        return new ServerWords(clean(text, secrets), "");
    }

    /**
     * Returns the words as a quotation: one line of at most {@link #MAX_LENGTH} characters.
     *
     * @return the quotation; {@code -} if the server said nothing
     */
    public String says() {
        if (all.isEmpty()) {
            return "-";
        }
        if (all.length() <= MAX_LENGTH) {
            return all;
        }
        int end = MAX_LENGTH - 1;
        return all.substring(0, Character.isHighSurrogate(all.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /**
     * Returns Superset's own type of the error.
     *
     * @return such as {@code DATASOURCE_SECURITY_ACCESS_ERROR}; empty if it named none
     */
    public String errorType() {
        return errorType;
    }

    /**
     * Tells whether the words hold a text.
     *
     * @param text the text; case does not matter
     * @return true if they do
     */
    public boolean contain(String text) {
        return all.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    /**
     * Tells whether the words name something: hold it as a word of its own.
     *
     * @param name the name
     * @return true if they do
     */
    public boolean mention(String name) {
        for (int at = all.indexOf(name); at >= 0 && !name.isEmpty(); at = all.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean starts = at == 0 || !Character.isJavaIdentifierPart(all.charAt(at - 1));
            boolean ends = end == all.length() || !Character.isJavaIdentifierPart(all.charAt(end));
            if (starts && ends) {
                return true;
            }
        }
        return false;
    }

    private static void append(StringBuilder words, Json part) {
        if (part.isAbsent()) {
            return;
        }
        if (words.length() > 0) {
            words.append(' ');
        }
        String text = part.text();
        if (text != null) {
            words.append(text);
            return;
        }
        part.members().forEach((name, value) -> {
            words.append(name).append(':');
            append(words, value);
        });
        part.elements().forEach(element -> append(words, element));
    }

    private static String clean(String text, Secrets secrets) {
        String withoutSecrets = secrets.removeFrom(text);
        return secrets.removeFrom(UNPRINTABLE.matcher(withoutSecrets).replaceAll(" "))
                .strip();
    }

    /** Says nothing: use {@link #says()}. */
    @Override
    public String toString() {
        return "ServerWords[" + errorType + "]";
    }
}
