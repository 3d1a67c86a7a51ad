package io.dsreview.test.recording.redaction;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides by its name whether a field, parameter or header holds a secret. */
final class SecretNames {

    private final Set<String> fields;
    private final Set<String> headers;

    SecretNames(Set<String> fields, Set<String> headers) {
        this.fields = fields.stream().map(SecretNames::plain).collect(Collectors.toUnmodifiableSet());
        this.headers =
                headers.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    boolean isSecretField(String name) {
        String plain = plain(name);
        return fields.stream().anyMatch(plain::endsWith);
    }

    boolean isSecretHeader(String lowerCaseName) {
        return headers.contains(lowerCaseName);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }
}
