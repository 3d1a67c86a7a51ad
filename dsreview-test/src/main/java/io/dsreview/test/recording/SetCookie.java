package io.dsreview.test.recording;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A {@code Set-Cookie} header whose attributes suit a cookie jar that talks to the proxy over plain HTTP, at any
 * time.
 */
record SetCookie(String name, String value, List<String> attributes) {

    /**
     * Drops {@code Domain}, {@code Secure} and an expiry in the future; one in the past deletes the cookie and stays.
     */
    static SetCookie parse(String header) {
        List<String> parts = new ArrayList<>(
                Arrays.stream(header.split(";")).map(String::strip).toList());
        String pair = parts.isEmpty() ? "" : parts.remove(0);
        int equals = pair.indexOf('=');
        String name = equals < 0 ? "" : pair.substring(0, equals);
        String value = pair.substring(equals + 1).replace("\"", "");
        return new SetCookie(
                name, value, parts.stream().filter(SetCookie::isKept).toList());
    }

    String header() {
        return Stream.concat(Stream.of(name + "=" + value), attributes.stream()).collect(Collectors.joining("; "));
    }

    private static boolean isKept(String attribute) {
        String lower = attribute.toLowerCase(Locale.ROOT);
        return !lower.isEmpty()
                && !lower.equals("secure")
                && !lower.startsWith("domain=")
                && (!lower.startsWith("expires=") || isPast(attribute.substring("expires=".length())));
    }

    private static boolean isPast(String date) {
        try {
            return ZonedDateTime.parse(date.replace('-', ' '), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()
                    .isBefore(Instant.now());
        } catch (DateTimeException otherFormat) {
            return false;
        }
    }

    /** The value is a secret. */
    @Override
    public String toString() {
        return "SetCookie[" + name + "]";
    }
}
