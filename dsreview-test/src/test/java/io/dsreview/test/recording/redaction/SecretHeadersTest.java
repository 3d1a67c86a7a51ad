package io.dsreview.test.recording.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.test.recording.exchange.RawRequest;
import io.dsreview.test.recording.exchange.RawResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretHeadersTest {

    private final SecretNames names = new SecretNames(Set.of(), Set.of());
    private final Secrets secrets = new Secrets();
    private final SecretHeaders headers = new SecretHeaders(names, secrets, new SecretText(names, secrets, false));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "session=abc | session=redacted-session-1",
                "session=\"a=b\" | session=redacted-session-1",
                "session=abc; HttpOnly; Path=/ | session=redacted-session-1; HttpOnly; Path=/",
                "session=; Expires=Thu, 01 Jan 1970 00:00:00 GMT | session=; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
                "odd; Path=/a=b | =redacted-value-1; Path=/a=b"
            })
    void hideTheValueOfASetCookieAndKeepItsAttributes(String header, String hidden) {
        RawResponse response = new RawResponse(200, Map.of("set-cookie", List.of(header)), new byte[0]);

        assertThat(headers.ofResponse(response)).isEqualTo(Map.of("set-cookie", List.of(hidden)));
    }

    @Test
    void hideTheValueOfEveryCookieInEveryLine() {
        Map<String, List<String>> lines = Map.of("cookie", List.of("session=abc; theme=\"d=1\"", "session=abc;odd"));

        Map<String, String> hidden = headers.ofRequest(new RawRequest("GET", "/", "", lines, new byte[0]));

        assertThat(hidden)
                .containsEntry(
                        "cookie",
                        "session=redacted-session-1; theme=redacted-theme-1; session=redacted-session-1; =redacted-value-1");
    }
}
