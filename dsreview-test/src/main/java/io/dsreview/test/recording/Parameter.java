package io.dsreview.test.recording;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A query parameter or form field, decoded. */
record Parameter(String name, String value) {

    /** Reads {@code a=1&b=2}, in order; {@code a} alone counts as {@code a=}. */
    static List<Parameter> parse(String encoded) {
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

    /** Percent-decoded, or as it is if that is not possible. */
    static String decode(String encoded) {
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
