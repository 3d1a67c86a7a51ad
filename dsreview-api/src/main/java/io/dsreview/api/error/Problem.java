package io.dsreview.api.error;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, as data: a stable code and the arguments of its message. Words are made at the edge, by
 * {@link ProblemText}, in the reader's language.
 *
 * <p>Arguments are ids, numbers and enum values. Text that a user, a model or a server wrote is data of theirs and never
 * becomes an argument, with one exception that is named for it: {@code serverSays}, which holds a bounded piece of what
 * Superset answered and is shown as a quotation.
 *
 * @param code the stable code, see {@link ErrorCode#code()}
 * @param retry what repeating the request can change
 * @param bundle base name of the resource bundle with the words
 * @param arguments the values for the message, by name; copied, iterated in the order of the names
 * @param target what the problem is about, such as {@code variable url_param:region}, or null for the whole request
 */
public record Problem(
        String code,
        RetryClass retry,
        String bundle,
        Map<String, String> arguments,
        @Nullable String target) {

    /** Copies the arguments. */
    public Problem {
        arguments = Collections.unmodifiableMap(new TreeMap<>(arguments));
    }

    /**
     * Makes a problem about the whole request.
     *
     * @param code the code
     * @param arguments names and values alternating, for the message
     * @return the problem
     * @throws IllegalArgumentException if a name comes without its value
     */
    public static Problem of(ErrorCode code, String... arguments) {
        if (arguments.length % 2 != 0) {
            throw new IllegalArgumentException("the arguments of " + code.code()
                    + " must alternate names and values, there are " + arguments.length);
        }
        Map<String, String> named = new TreeMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            named.put(arguments[i], arguments[i + 1]);
        }
        return new Problem(code.code(), code.retry(), code.bundle(), named, null);
    }

    /**
     * Returns this problem, said about the given target.
     *
     * @param about what the problem is about
     * @return a copy with that target
     */
    public Problem about(String about) {
        return new Problem(code, retry, bundle, arguments, about);
    }

    /**
     * Tells whether this problem has the given code.
     *
     * @param other the code to compare with
     * @return true if the codes are equal
     */
    public boolean is(ErrorCode other) {
        return code.equals(other.code());
    }
}
