package io.dsreview.superset.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request below {@code /api/v1}, before anybody's identity is put to it.
 *
 * @param name what is asked, for logs and problems: a constant, such as {@code dashboard charts}
 * @param path the segments after {@code /api/v1}; a last empty one stands for a last slash; copied
 * @param query query parameters, in order; copied
 * @param body what is posted, of the types that JSON has; null for a GET
 * @param needsCsrf true if Superset wants a CSRF token with it
 */
public record ApiRequest(
        String name,
        List<String> path,
        Map<String, String> query,
        @Nullable Map<String, Object> body,
        boolean needsCsrf) {

    private static final Pattern SEGMENT = Pattern.compile("[\\p{L}\\p{N}_-]{1,255}");

    /**
     * Copies, and checks the path.
     *
     * @throws IllegalArgumentException if a segment could change which path is asked
     */
    public ApiRequest {
        path = List.copyOf(path);
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
        for (int i = 0; i < path.size(); i++) {
            boolean lastSlash = i == path.size() - 1 && path.get(i).isEmpty();
            if (!lastSlash && !isSegment(path.get(i))) {
                throw new IllegalArgumentException("segment " + i + " of the request '" + name
                        + "' is not made of 1 to 255 letters, digits, '_' and '-'");
            }
        }
    }

    /**
     * Makes a GET.
     *
     * @param name what is asked
     * @param path the segments after {@code /api/v1}
     * @return the request
     */
    public static ApiRequest get(String name, String... path) {
        return new ApiRequest(name, List.of(path), Map.of(), null, false);
    }

    /**
     * Makes a POST without a CSRF token.
     *
     * @param name what is asked
     * @param body what is posted
     * @param path the segments after {@code /api/v1}
     * @return the request
     */
    public static ApiRequest post(String name, Map<String, Object> body, String... path) {
        return new ApiRequest(name, List.of(path), Map.of(), body, false);
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
        return new ApiRequest(name, path, more, body, needsCsrf);
    }

    /**
     * Returns this request with a CSRF token.
     *
     * @return the copy
     */
    public ApiRequest withCsrf() {
        return new ApiRequest(name, path, query, body, true);
    }

    /**
     * Tells whether a text can stand in a path as one segment that is nothing else: letters, digits, underscores and
     * hyphens, which is what Superset's ids, slugs and keys are made of.
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
