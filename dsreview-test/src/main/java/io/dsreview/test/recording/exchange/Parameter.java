package io.dsreview.test.recording.exchange;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A query parameter or form field, decoded. Immutable: any thread may use it.
 *
 * @param name the name, may be empty
 * @param value the value, may be empty
 */
public record Parameter(String name, String value) {

    /**
     * Reads a query or an {@code application/x-www-form-urlencoded} body.
     *
     * @param encoded for example {@code a=1&b=2}; {@code a} alone counts as {@code a=}; empty for none
     * @return the parameters in their order; broken escapes stay as they are
     */
    public static List<Parameter> parse(String encoded) {
        return Arrays.stream(encoded.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(Parameter::parsePair)
                .toList();
    }

    private static Parameter parsePair(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0
                ? new Parameter(decode(pair), "")
                : new Parameter(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
    }

    /**
     * Decodes {@code %41} and {@code +} as forms have them, in UTF-8.
     *
     * @param encoded any text
     * @return the decoded text, or the same text if one of its escapes is broken
     */
    public static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return encoded;
        }
    }

    /** The value may be a secret. */
    @Override
    public String toString() {
        return "Parameter[" + name + "]";
    }
}
