package io.dsreview.superset.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The data that a page of Superset gives to its own front end: JSON in the attribute {@code data-bootstrap}, escaped for
 * HTML. Stateless.
 */
final class BootstrapPage {

    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\sdata-bootstrap\\s*=\\s*(?:\"([^\"]*+)\"|'([^']*+)')", Pattern.CASE_INSENSITIVE);
    private static final Pattern REFERENCE = Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-z]{2,4});");
    private static final Map<String, String> NAMED =
            Map.of("quot", "\"", "amp", "&", "lt", "<", "gt", ">", "apos", "'");

    private BootstrapPage() {}

    /** Returns the data; absent if there is none. */
    static Json data(byte[] page) {
        Matcher attribute = ATTRIBUTE.matcher(new String(page, StandardCharsets.UTF_8));
        if (!attribute.find()) {
            return Json.ABSENT;
        }
        String escaped = attribute.group(1) == null ? attribute.group(2) : attribute.group(1);
        return Json.parse(REFERENCE
                .matcher(escaped)
                .replaceAll(hit -> Matcher.quoteReplacement(character(hit.group(1), hit.group()))));
    }

    private static String character(String reference, String otherwise) {
        if (!reference.startsWith("#")) {
            return NAMED.getOrDefault(reference, otherwise);
        }
        boolean hexadecimal = Character.toLowerCase(reference.charAt(1)) == 'x';
        int code =
                hexadecimal ? Integer.parseInt(reference.substring(2), 16) : Integer.parseInt(reference.substring(1));
        return Character.isValidCodePoint(code) ? Character.toString(code) : otherwise;
    }
}
