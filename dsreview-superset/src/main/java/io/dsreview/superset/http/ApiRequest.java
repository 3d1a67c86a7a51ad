package io.dsreview.superset.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request to Superset, before anybody's identity is put to it.
 *
 * @param name what is asked, for logs and problems: a constant, such as {@code dashboard charts}
 * @param format where it goes, and what its answer looks like
 * @param path the segments of the path; a last empty one stands for a last slash; copied
 * @param query query parameters, in order; copied
 * @param body what is posted, of the types that JSON has; null for a GET
 * @param needsCsrf true if Superset wants a CSRF token with it
 * @param safe true if it has no effect (RFC 9110, section 9.2.1), so that it may be sent twice
 * @param optionalKeys keys of the body that are left out where the server does not know them; copied
 */
public record ApiRequest(
        String name,
        Format format,
        List<String> path,
        Map<String, String> query,
        @Nullable Map<String, Object> body,
        boolean needsCsrf,
        boolean safe,
        Set<String> optionalKeys) {

    private static final Pattern SEGMENT = Pattern.compile("[\\p{L}\\p{N}_-]{1,255}|kv:[0-9]{1,18}");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)?");

    /** Where a request goes, and what its answer looks like. */
    public enum Format {
        /** Below {@code /api/v1}; JSON. */
        API,
        /** Below the application root, without an identity; JSON. */
        FILE,
        /** Below the application root, without an identity; the JSON in the bootstrap data of an HTML page. */
        BOOTSTRAP
    }

    /**
     * Copies, and checks the path.
     *
     * @throws IllegalArgumentException if a segment could change which path is asked
     */
    public ApiRequest {
        path = List.copyOf(path);
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
        optionalKeys = Set.copyOf(optionalKeys);
        Pattern legal = format == Format.API ? SEGMENT : FILE;
        for (int i = 0; i < path.size(); i++) {
            boolean lastSlash = i == path.size() - 1 && path.get(i).isEmpty();
            if (!lastSlash && !legal.matcher(path.get(i)).matches()) {
                throw new IllegalArgumentException("segment " + i + " of the request '" + name
                        + "' is not made of 1 to 255 letters, digits, '_' and '-', nor 'kv:' and a number");
            }
        }
    }

    /**
     * Makes a GET, which is safe.
     *
     * @param name what is asked
     * @param path the segments after {@code /api/v1}
     * @return the request
     */
    public static ApiRequest get(String name, String... path) {
        return new ApiRequest(name, Format.API, List.of(path), Map.of(), null, false, true, Set.of());
    }

    /**
     * Makes a GET for something that Superset shows to everybody; nobody's identity is put to it.
     *
     * @param name what is asked
     * @param format {@link Format#FILE} or {@link Format#BOOTSTRAP}
     * @param path the segments after the application root
     * @return the request
     */
    public static ApiRequest open(String name, Format format, String... path) {
        return new ApiRequest(name, format, List.of(path), Map.of(), null, false, true, Set.of());
    }

    /**
     * Makes a POST that has an effect, without a CSRF token.
     *
     * @param name what is asked
     * @param body what is posted
     * @param path the segments after {@code /api/v1}
     * @return the request
     */
    public static ApiRequest post(String name, Map<String, Object> body, String... path) {
        return new ApiRequest(name, Format.API, List.of(path), Map.of(), body, false, false, Set.of());
    }

    /**
     * Returns this request with a query parameter.
     *
     * @param parameter the name
     * @param value the value, not yet encoded
     * @return the copy
     */
    public ApiRequest with(String parameter, String value) {
        Map<String, String> more = new LinkedHashMap<>(query);
        more.put(parameter, value);
        return new ApiRequest(name, format, path, more, body, needsCsrf, safe, optionalKeys);
    }

    /**
     * Returns this request with a CSRF token.
     *
     * @return the copy
     */
    public ApiRequest withCsrf() {
        return new ApiRequest(name, format, path, query, body, true, safe, optionalKeys);
    }

    /**
     * Returns this request as one that has no effect, so that it may be sent twice.
     *
     * @return the copy
     */
    public ApiRequest asSafe() {
        return new ApiRequest(name, format, path, query, body, needsCsrf, true, optionalKeys);
    }

    /**
     * Returns this request with some keys of its body declared dispensable: where Superset answers that it does not know
     * one of them, the request is sent once more without.
     *
     * @param keys keys of the body
     * @return the copy
     */
    public ApiRequest withOptional(String... keys) {
        return new ApiRequest(name, format, path, query, body, needsCsrf, safe, Set.of(keys));
    }

    /** Returns this request without some keys of its body. */
    ApiRequest without(Set<String> keys) {
        Map<String, Object> less = new LinkedHashMap<>(body == null ? Map.of() : body);
        less.keySet().removeAll(keys);
        Set<String> stillOptional = new LinkedHashSet<>(optionalKeys);
        stillOptional.removeAll(keys);
        return new ApiRequest(name, format, path, query, less, needsCsrf, safe, stillOptional);
    }

    /**
     * Tells whether a text can stand in a path as one segment that is nothing else: letters, digits, underscores and
     * hyphens, which is what Superset's ids, slugs and keys are made of; or {@code kv:} and a number, by which it names
     * entries of its key value store of old.
     *
     * @param text the text
     * @return true if it can
     */
    public static boolean isSegment(String text) {
        return SEGMENT.matcher(text).matches();
    }

    /** Returns the name only. */
    @Override
    public String toString() {
        return "ApiRequest[" + name + "]";
    }
}
