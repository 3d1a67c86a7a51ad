package io.dsreview.test.recording.redaction;

import io.dsreview.api.canonical.JsonText;
import io.dsreview.test.recording.exchange.Body;
import io.dsreview.test.recording.exchange.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Replaces the values of secret fields in one body by placeholders, and learns them on the way. */
final class SecretBody {

    private static final int MAX_JSON_WITHIN_JSON = 3;

    private final SecretNames names;
    private final Secrets secrets;
    private final SecretText text;

    SecretBody(SecretNames names, Secrets secrets, SecretText text) {
        this.names = names;
        this.secrets = secrets;
        this.text = text;
    }

    Body hide(Body body, String contentType) {
        if (body instanceof Body.Json json) {
            return new Body.Json(json(json.value(), 0));
        }
        if (body instanceof Body.Text plain) {
            text.learnFrom(plain.text());
            return contentType.contains("x-www-form-urlencoded") ? new Body.Text(form(plain.text())) : plain;
        }
        return body;
    }

    List<Parameter> hide(List<Parameter> query) {
        return query.stream()
                .map(pair -> new Parameter(pair.name(), named(pair.name(), pair.value())))
                .toList();
    }

    private String form(String encoded) {
        return Arrays.stream(encoded.split("&", -1))
                .map(pair -> Parameter.parse(pair).stream()
                        .filter(field -> names.isSecretField(field.name()))
                        .map(field -> field.name() + "=" + secrets.placeholder(field.name(), field.value()))
                        .findFirst()
                        .orElse(pair))
                .collect(Collectors.joining("&"));
    }

    private String named(String name, String value) {
        if (names.isSecretField(name)) {
            return secrets.placeholder(name, value);
        }
        learnFrom(value, 0);
        return value;
    }

    private @Nullable Object json(@Nullable Object value, int within) {
        if (value instanceof Map<?, ?> object) {
            return JsonTree.mapMembers(object, (key, member) -> member(key, member, within));
        }
        if (value instanceof List<?> array) {
            return JsonTree.mapElements(array, element -> json(element, within));
        }
        if (value instanceof String string) {
            learnFrom(string, within);
        }
        return value;
    }

    /**
     * Booleans and null say nothing; an object under a secret name is searched, not hidden, for it may be a schema of
     * the field; all else under a secret name is secret.
     */
    private @Nullable Object member(String name, @Nullable Object value, int within) {
        if (!names.isSecretField(name) || value instanceof Map<?, ?>) {
            return json(value, within);
        }
        if (value instanceof List<?> array) {
            return JsonTree.mapElements(array, element -> member(name, element, within));
        }
        return value instanceof String || value instanceof Number ? secrets.placeholder(name, value.toString()) : value;
    }

    /**
     * Superset sends JSON as text inside JSON (templateParams, form_data); its secrets are learned, its text is kept.
     */
    private void learnFrom(String string, int within) {
        text.learnFrom(string);
        boolean likeJson = string.startsWith("{") || string.startsWith("[");
        if (likeJson && within < MAX_JSON_WITHIN_JSON) {
            try {
                json(JsonText.parse(string), within + 1);
            } catch (IllegalArgumentException noJson) {
                // plain text that begins with a bracket
            }
        }
    }
}
