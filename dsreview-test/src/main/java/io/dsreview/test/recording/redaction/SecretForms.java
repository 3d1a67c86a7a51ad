package io.dsreview.test.recording.redaction;

import io.dsreview.api.canonical.JsonText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** How one secret can look inside other text: as it is, escaped for JSON, HTML or a URL, or within a Base64 text. */
final class SecretForms {

    /** Shorter texts turn up everywhere, so they are removed where their field names them and nowhere else. */
    static final int MIN_LENGTH = 4;

    private static final int MIN_BASE64_LENGTH = 5;

    private SecretForms() {}

    static Set<String> of(String secret) {
        if (secret.length() < MIN_LENGTH) {
            return Set.of();
        }
        Set<String> forms = new LinkedHashSet<>();
        forms.add(secret);
        String json = json(secret);
        String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        forms.add(json);
        forms.add(json(json));
        forms.add(ascii(json));
        forms.add(html(secret, "&#34;", "&#39;"));
        forms.add(html(json, "&#34;", "&#39;"));
        forms.add(html(secret, "&quot;", "&#x27;"));
        forms.add(url);
        forms.add(url.replace("+", "%20"));
        forms.add(lowerEscapes(url));
        forms.add(lowerEscapes(url.replace("+", "%20")));
        for (int offset = 0; offset < 3; offset++) {
            addBase64(secret, offset, forms);
        }
        return forms;
    }

    private static String json(String text) {
        String quoted = JsonText.pretty(text);
        return quoted.substring(1, quoted.length() - 2);
    }

    /** As Python and Flask write JSON: ASCII only, and safe inside HTML. */
    private static String ascii(String json) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            escaped.append(c > '~' || "&<>'".indexOf(c) >= 0 ? String.format(Locale.ROOT, "\\u%04x", (int) c) : c);
        }
        return escaped.toString();
    }

    /** Quotes differ between libraries: numbers in Jinja, names and hexadecimal in Python's own. */
    private static String html(String text, String doubleQuote, String singleQuote) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", doubleQuote)
                .replace("'", singleQuote);
    }

    private static String lowerEscapes(String url) {
        StringBuilder lower = new StringBuilder(url);
        for (int at = url.indexOf('%'); at >= 0 && at + 3 <= url.length(); at = url.indexOf('%', at + 1)) {
            lower.replace(at, at + 3, url.substring(at, at + 3).toLowerCase(Locale.ROOT));
        }
        return lower.toString();
    }

    /** The Base64 digits that depend on the secret alone when it begins {@code offset} bytes into a group of three. */
    private static void addBase64(String secret, int offset, Set<String> forms) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        byte[] shifted = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int first = offset == 0 ? 0 : offset + 1;
        int last = encoded.length() - (shifted.length % 3 == 0 ? 0 : 1);
        if (last - first >= MIN_BASE64_LENGTH) {
            String own = encoded.substring(first, last);
            forms.add(own);
            forms.add(own.replace('+', '-').replace('/', '_'));
        }
    }
}
