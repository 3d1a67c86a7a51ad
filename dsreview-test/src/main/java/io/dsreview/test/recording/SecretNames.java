package io.dsreview.test.recording;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides by its name whether a field, parameter or header holds a secret. */
final class SecretNames {

    private final Set<String> fields;
    private final Set<String> headers;

    SecretNames(RecordingRules rules) {
        this.fields = rules.secretFields().stream().map(SecretNames::plain).collect(Collectors.toUnmodifiableSet());
        this.headers = rules.secretHeaders().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
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
