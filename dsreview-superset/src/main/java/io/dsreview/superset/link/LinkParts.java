package io.dsreview.superset.link;

import io.dsreview.superset.error.SupersetErrorCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A link, taken apart by the letter of RFC 3986, without any of the repairs that browsers make.
 *
 * @param scheme {@code http} or {@code https}
 * @param host the host as it is written, in lower case
 * @param port the port, the scheme's own if none is written
 * @param path the decoded segments of the path; a last slash is ignored
 * @param query the decoded parameters; of several with one name the first, as Superset's server reads them
 * @param anchor the part of the page that the fragment names, such as {@code CHART-12}; empty if it names none
 */
record LinkParts(String scheme, String host, int port, List<String> path, Map<String, String> query, String anchor) {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);
    private static final Pattern ANCHOR = Pattern.compile("#[A-Za-z0-9_-]{1,255}");
    private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");

    static LinkParts of(String text) throws LinkRefusal {
        String scheme = text.regionMatches(true, 0, "https://", 0, 8) ? "https" : "http";
        if (!text.regionMatches(true, 0, scheme + "://", 0, scheme.length() + 3)) {
            throw new LinkRefusal(
                    SCHEME.matcher(text).matches() || !text.contains("/")
                            ? SupersetErrorCode.LINK_NOT_HTTP
                            : SupersetErrorCode.LINK_UNREADABLE);
        }
        String afterScheme = text.substring(scheme.length() + 3);
        String rest = before('#', afterScheme);
        String beforeQuery = before('?', rest);
        String authority = before('/', beforeQuery);
        if (authority.contains("@")) {
            throw new LinkRefusal(SupersetErrorCode.LINK_HAS_USER_INFO);
        }
        int colon = authority.lastIndexOf(':');
        boolean hasPort = colon > authority.lastIndexOf(']');
        String host = hasPort ? authority.substring(0, colon) : authority;
        int port = hasPort ? port(authority.substring(colon + 1)) : defaultPort(scheme);
        return new LinkParts(
                scheme,
                lowerCase(host),
                port,
                segments(beforeQuery.substring(authority.length())),
                parameters(rest.substring(beforeQuery.length())),
                anchor(afterScheme.substring(rest.length())));
    }

    /** Only what names a part of Superset's pages; nothing else in a fragment means anything here. */
    private static String anchor(String fragment) {
        return ANCHOR.matcher(fragment).matches() ? fragment.substring(1) : "";
    }

    static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    /** Lower case for ASCII only: some other letters, such as the Kelvin sign, have an ASCII lower case. */
    private static String lowerCase(String host) {
        return host.chars().allMatch(character -> character < 128) ? host.toLowerCase(Locale.ROOT) : host;
    }

    private static String before(char end, String text) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }

    private static int port(String digits) throws LinkRefusal {
        if (!PORT.matcher(digits).matches()) {
            throw new LinkRefusal(SupersetErrorCode.LINK_UNREADABLE);
        }
        return Integer.parseInt(digits);
    }

    private static List<String> segments(String path) throws LinkRefusal {
        List<String> segments = new ArrayList<>();
        if (path.isEmpty() || path.equals("/")) {
            return segments;
        }
        String trimmed = path.endsWith("/") ? path.substring(1, path.length() - 1) : path.substring(1);
        for (String raw : trimmed.split("/", -1)) {
            String segment = PercentText.decode(raw);
            boolean ambiguous = segment.isEmpty()
                    || segment.equals(".")
                    || segment.equals("..")
                    || segment.contains("/")
                    || segment.contains("\\")
                    || segment.contains("%");
            if (ambiguous) {
                throw new LinkRefusal(SupersetErrorCode.LINK_UNREADABLE);
            }
            segments.add(segment);
        }
        return segments;
    }

    private static Map<String, String> parameters(String query) throws LinkRefusal {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.substring(1).split("&", -1)) {
            String encodedName = before('=', pair);
            String name = PercentText.decode(encodedName.replace('+', ' '));
            String rest = pair.substring(encodedName.length());
            String value = PercentText.decodeValue((rest.isEmpty() ? "" : rest.substring(1)).replace('+', ' '));
            if (!name.isEmpty()) {
                parameters.putIfAbsent(name, value);
            }
        }
        return parameters;
    }
}
