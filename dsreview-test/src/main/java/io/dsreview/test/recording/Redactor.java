package io.dsreview.test.recording;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Turns a live exchange into one that may be shown: learns its secrets first, then removes them everywhere. */
final class Redactor {

    private final Secrets secrets = new Secrets();
    private final SecretText text;
    private final SecretBody bodies;
    private final SecretHeaders headers;
    private final RecordingRules rules;

    Redactor(RecordingRules rules) {
        SecretNames names = new SecretNames(rules);
        this.rules = rules;
        this.text = new SecretText(names, secrets, rules.emailsRemoved());
        this.bodies = new SecretBody(names, secrets, text);
        this.headers = new SecretHeaders(names, secrets, text);
    }

    /** @param addresses replaces the addresses of both sides by the placeholder */
    Exchange redact(
            WireRequest request, Body asked, WireResponse response, Body answered, UnaryOperator<String> addresses) {
        Volatiles volatiles = new Volatiles(rules.volatileFields());
        Asked hiddenAsked = hideNamed(request, volatiles.mask(asked));
        Answered hiddenAnswered = hideNamed(request.path(), response, answered).map(volatiles::mask);
        return new Exchange(hiddenAsked, hiddenAnswered).map(this::hide).map(addresses);
    }

    /** The request with the values of secret fields replaced; what was learned may still stand elsewhere in it. */
    Asked hideNamed(WireRequest request, Body body) {
        text.learnFrom(Parameter.decode(request.path()));
        return new Asked(
                request.method(),
                request.path(),
                bodies.hide(Parameter.parse(request.query())),
                headers.ofRequest(request),
                bodies.hide(body, request.header("content-type")));
    }

    private Answered hideNamed(String path, WireResponse response, Body body) {
        Map<String, List<String>> kept = headers.ofResponse(response);
        return new Answered(
                response.status(), kept, bodies.hide(csrfHidden(path, body), response.header("content-type")));
    }

    /** Superset answers {@code GET /api/v1/security/csrf_token/} with {@code {"result": "<the token>"}}. */
    private Body csrfHidden(String path, Body body) {
        boolean tokenPath = path.endsWith("/security/csrf_token/") || path.endsWith("/security/csrf_token");
        if (tokenPath && body instanceof Body.Json json && json.value() instanceof Map<?, ?> object) {
            return new Body.Json(JsonTree.mapMembers(
                    object,
                    (key, value) -> key.equals("result") && value instanceof String token
                            ? secrets.placeholder("csrf_token", token)
                            : value));
        }
        return body;
    }

    String hide(String string) {
        return secrets.hide(string);
    }

    int secretCount() {
        return secrets.count();
    }

    UnaryOperator<String> hidingSince(int count) {
        return secrets.hidingSince(count);
    }
}
