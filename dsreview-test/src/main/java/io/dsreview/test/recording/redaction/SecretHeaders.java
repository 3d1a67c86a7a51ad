package io.dsreview.test.recording.redaction;

import io.dsreview.test.recording.exchange.RawRequest;
import io.dsreview.test.recording.exchange.RawResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The headers that a recording keeps, with the values of secret ones replaced and learned. */
final class SecretHeaders {

    private static final Set<String> KEPT_AS_THEY_ARE = Set.of("accept", "content-type");

    private final SecretNames names;
    private final Secrets secrets;
    private final SecretText text;

    SecretHeaders(SecretNames names, Secrets secrets, SecretText text) {
        this.names = names;
        this.secrets = secrets;
        this.text = text;
    }

    Map<String, String> ofRequest(RawRequest request) {
        Map<String, String> kept = new TreeMap<>();
        for (String name : request.headers().keySet()) {
            String value = request.header(name);
            if (KEPT_AS_THEY_ARE.contains(name)) {
                kept.put(name, value);
            } else if (name.equals("cookie")) {
                kept.put(name, cookies(request.headers().getOrDefault(name, List.of())));
            } else if (name.endsWith("authorization")) {
                kept.put(name, credentials(name, value));
            } else if (names.isSecretHeader(name)) {
                kept.put(name, secrets.placeholder(name, value));
            }
        }
        return kept;
    }

    Map<String, List<String>> ofResponse(RawResponse response) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        response.headers().forEach((name, values) -> {
            values.forEach(text::learnFrom);
            kept.put(
                    name,
                    name.equals("set-cookie")
                            ? values.stream().map(this::cookie).toList()
                            : values);
        });
        return kept;
    }

    private String cookies(List<String> lines) {
        return lines.stream()
                .flatMap(line -> Stream.of(line.split(";")))
                .map(pair -> cookie(pair.strip()))
                .collect(Collectors.joining("; "));
    }

    /** {@code name=value}, and what follows after a semicolon; without an equals sign it is the value of a nameless cookie. */
    private String cookie(String header) {
        int semicolon = header.indexOf(';');
        int end = semicolon < 0 ? header.length() : semicolon;
        int equals = header.substring(0, end).indexOf('=');
        String name = equals < 0 ? "" : header.substring(0, equals);
        String value = header.substring(equals + 1, end).replace("\"", "");
        return name + "=" + secrets.placeholder(name, value) + header.substring(end);
    }

    /** Keeps the scheme. {@code Basic} credentials (RFC 7617) hold a password that may turn up elsewhere too. */
    private String credentials(String name, String value) {
        int space = value.indexOf(' ');
        String credential = value.substring(space + 1).strip();
        if (space > 0 && value.substring(0, space).equalsIgnoreCase("basic")) {
            learnBasic(credential);
        }
        return value.substring(0, space + 1) + secrets.placeholder(name, credential);
    }

    private void learnBasic(String credential) {
        try {
            String decoded = new String(Base64.getDecoder().decode(credential), StandardCharsets.UTF_8);
            secrets.placeholder("password", decoded.substring(decoded.indexOf(':') + 1));
        } catch (IllegalArgumentException noBase64) {
            // hidden as a whole by the caller
        }
    }
}
