package io.dsreview.test.recording.redaction;

import io.dsreview.test.recording.exchange.Answered;
import io.dsreview.test.recording.exchange.Asked;
import io.dsreview.test.recording.exchange.Body;
import io.dsreview.test.recording.exchange.Exchange;
import io.dsreview.test.recording.exchange.Parameter;
import io.dsreview.test.recording.exchange.RawRequest;
import io.dsreview.test.recording.exchange.RawResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Turns a live exchange into one that may be shown: learns its secrets first, then removes them everywhere. What it has
 * learned it never forgets. Any thread may use it.
 */
public final class Redactor {

    private final Secrets secrets = new Secrets();
    private final SecretText text;
    private final SecretBody bodies;
    private final SecretHeaders headers;
    private final Set<String> volatileFields;

    /**
     * Knows no secret yet, only by which names to find them.
     *
     * @param secretFields names of JSON fields, form fields and query parameters whose values are secrets, without case,
     *     {@code _} and {@code -}; a name that ends with one of them counts
     * @param secretHeaders names of request headers whose values are secrets, without case; {@code Cookie}, {@code
     *     Set-Cookie} and {@code Authorization} always count
     * @param volatileFields names of JSON request fields that differ on every run, compared exactly
     * @param emailsRemoved whether e-mail addresses are secrets too
     */
    public Redactor(
            Set<String> secretFields, Set<String> secretHeaders, Set<String> volatileFields, boolean emailsRemoved) {
        SecretNames names = new SecretNames(secretFields, secretHeaders);
        this.volatileFields = Set.copyOf(volatileFields);
        this.text = new SecretText(names, secrets, emailsRemoved);
        this.bodies = new SecretBody(names, secrets, text);
        this.headers = new SecretHeaders(names, secrets, text);
    }

    /**
     * Learns the secrets of an exchange and makes what a file may hold of it.
     *
     * @param request the request as it came in
     * @param asked its body
     * @param response the response as the client sees it; all its headers are kept
     * @param answered its body
     * @param addresses replaces the addresses of both sides by a placeholder
     * @return the exchange without the secrets known by now
     */
    public Exchange redact(
            RawRequest request, Body asked, RawResponse response, Body answered, UnaryOperator<String> addresses) {
        Volatiles volatiles = new Volatiles(volatileFields);
        Asked hiddenAsked = hideNamed(request, volatiles.mask(asked));
        Answered hiddenAnswered = hideNamed(request.path(), response, answered).map(volatiles::mask);
        return new Exchange(hiddenAsked, hiddenAnswered).map(this::hide).map(addresses);
    }

    /**
     * Learns the secrets of a request that is not recorded, so that {@link #hide} knows them.
     *
     * @param request the request as it came in
     * @param asked its body
     */
    public void learnFrom(RawRequest request, Body asked) {
        hideNamed(request, asked);
    }

    /** The request with the values of secret fields replaced; what was learned may still stand elsewhere in it. */
    private Asked hideNamed(RawRequest request, Body body) {
        text.learnFrom(Parameter.decode(request.path()));
        return new Asked(
                request.method(),
                request.path(),
                bodies.hide(Parameter.parse(request.query())),
                headers.ofRequest(request),
                bodies.hide(body, request.header("content-type")));
    }

    private Answered hideNamed(String path, RawResponse response, Body body) {
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

    /**
     * Replaces the secrets known by now.
     *
     * @param string any text
     * @return the text with a placeholder wherever a secret stood, in any of its escaped forms
     */
    public String hide(String string) {
        return secrets.hide(string);
    }

    /**
     * How much there is to hide by now, for {@link #hidingSince}.
     *
     * @return a number that grows whenever a secret was learned that can stand anywhere
     */
    public int secretCount() {
        return secrets.count();
    }

    /**
     * What {@link #hide} does, for the newest secrets only.
     *
     * @param count what {@link #secretCount} said before they were learned
     * @return replaces the secrets learned from then up to this call
     */
    public UnaryOperator<String> hidingSince(int count) {
        return secrets.hidingSince(count);
    }
}
