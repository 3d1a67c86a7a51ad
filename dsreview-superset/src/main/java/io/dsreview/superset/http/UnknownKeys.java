package io.dsreview.superset.http;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which optional keys of a body an older or newer Superset does not know. Superset checks a body before it does anything,
 * so that such a refusal means that nothing has happened. A request that has an effect is taken for refused only where the
 * answer has exactly the shape of that check; what a database says can look like anything else. Stateless.
 */
final class UnknownKeys {

    private static final String UNKNOWN = "Unknown field.";

    private UnknownKeys() {}

    static Set<String> of(ApiRequest request, Answer answer) {
        if (request.optionalKeys().isEmpty()
                || !(answer instanceof Answer.Received received)
                || (received.status() != 400 && received.status() != 422)) {
            return Set.of();
        }
        return request.optionalKeys().stream()
                .filter(key -> isRefused(key, request, received))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isRefused(String key, ApiRequest request, Answer.Received received) {
        Json message = received.body().at("message");
        boolean exactly = message.at(key).elements().stream()
                .anyMatch(word -> word.text("").equals(UNKNOWN));
        boolean inWords = message.text() != null
                && received.words().contain(UNKNOWN)
                && received.words().mention(key);
        return exactly || (request.safe() && inWords);
    }
}
