package io.dsreview.test.recording;

import java.net.URI;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scheme, host and port of one side, and how to find them in text. The live Superset's address never reaches a file:
 * there it is {@link #PLACEHOLDER}, which a replay turns into its own.
 */
final class Address {

    private static final String SEPARATOR = "(://|:\\\\/\\\\/|%3A%2F%2F)";
    private static final String OUTSIDE_A_NAME = "(?<![A-Za-z0-9.-])|(?<=%2F)|(?<=%40)";
    private static final Pattern LOOPBACK = Pattern.compile("127\\..*|localhost|\\[.*]");

    static final Address PLACEHOLDER = new Address("http", "superset.test", 80); // after the patterns it is made with

    private final String scheme;
    private final String host;
    private final int port;
    private final Pattern pattern;

    Address(String scheme, String host, int port) {
        this.scheme = scheme;
        this.host = host;
        this.port = port;
        this.pattern = pattern();
    }

    static Address of(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return new Address(scheme, uri.getHost(), port);
    }

    String origin() {
        return scheme + "://" + host + (hasDefaultPort() ? "" : ":" + port);
    }

    /** The text with this address replaced wherever it stands: alone, in an URL, in JSON text, percent-encoded. */
    String replaceIn(String text, Address other) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(other.like(found)));
    }

    private String like(MatchResult found) {
        String separator = found.group(1);
        boolean encoded = found.group().contains("%3A") || found.group().contains("%3a");
        return (separator == null ? "" : scheme + separator)
                + host
                + (hasDefaultPort() ? "" : (encoded ? "%3A" : ":") + port);
    }

    private boolean hasDefaultPort() {
        return port == (scheme.equals("https") ? 443 : 80);
    }

    /**
     * A name like {@code superset} alone is an ordinary word, and {@code 127.0.0.1} alone hides nothing: those need
     * their scheme or port beside them.
     */
    private Pattern pattern() {
        boolean telling = host.contains(".") && !LOOPBACK.matcher(host).matches();
        String name = Pattern.quote(host);
        String withPort = "(?::|%3A)" + port + "(?![0-9])";
        String end = "(?![A-Za-z0-9-]|\\.[A-Za-z0-9]|:[0-9]|%3A[0-9])";
        String inUrl =
                "https?" + SEPARATOR + name + "(?:" + withPort + (hasDefaultPort() || telling ? "|" + end : "") + ")";
        String alone = "(?:" + OUTSIDE_A_NAME + ")" + name + "(?:" + withPort + (telling ? "|" + end : "") + ")";
        return Pattern.compile(inUrl + "|" + alone, Pattern.CASE_INSENSITIVE);
    }
}
