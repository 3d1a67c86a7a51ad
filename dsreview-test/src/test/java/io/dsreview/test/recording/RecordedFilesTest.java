package io.dsreview.test.recording;

import static io.dsreview.test.recording.SmallSuperset.ACCESS_TOKEN;
import static io.dsreview.test.recording.SmallSuperset.PASSWORD;
import static io.dsreview.test.recording.SmallSuperset.SECRETS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.canonical.JsonText;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedFilesTest {

    @TempDir
    private Path directory;

    private SmallSuperset superset;

    @BeforeEach
    void startSuperset() throws IOException {
        superset = new SmallSuperset();
    }

    @AfterEach
    void stopSuperset() {
        superset.close();
    }

    @Test
    void holdOneReadableExchangeEach() throws IOException {
        try (RecordingProxy proxy = RecordingProxy.record(directory, superset.uri())) {
            Browser browser = new Browser(proxy.uri());
            browser.get("/api/v1/security/csrf_token/?b=2&a=1&b=1", "Authorization", "Bearer " + ACCESS_TOKEN);
            browser.post("/api/v1/sqllab/execute/", Map.of("client_id", "k3x9"), "X-CSRFToken", "abc");
        }

        assertThat(names())
                .containsExactly(
                        "0001-GET-api-v1-security-csrf-token.json",
                        "0002-POST-api-v1-sqllab-execute.json",
                        "index.json");
        assertThat(Files.readString(directory.resolve("0001-GET-api-v1-security-csrf-token.json")))
                .isEqualTo("""
                        {
                          "request": {
                            "method": "GET",
                            "path": "/api/v1/security/csrf_token/",
                            "query": [
                              [
                                "b",
                                "2"
                              ],
                              [
                                "a",
                                "1"
                              ],
                              [
                                "b",
                                "1"
                              ]
                            ],
                            "headers": {
                              "authorization": "Bearer redacted-authorization-1"
                            }
                          },
                          "response": {
                            "status": 200,
                            "headers": {
                              "content-type": "application/json",
                              "set-cookie": "session=redacted-session-1; HttpOnly; Path=/"
                            },
                            "json": {
                              "result": "redacted-csrf_token-1"
                            }
                          }
                        }
                        """);
        assertThat(Files.readString(directory.resolve("0002-POST-api-v1-sqllab-execute.json")))
                .isEqualTo("""
                        {
                          "request": {
                            "method": "POST",
                            "path": "/api/v1/sqllab/execute/",
                            "query": [],
                            "headers": {
                              "content-type": "application/json",
                              "cookie": "session=redacted-session-1",
                              "x-csrftoken": "redacted-x_csrftoken-1"
                            },
                            "json": {
                              "client_id": "volatile-client_id-1"
                            }
                          },
                          "response": {
                            "status": 200,
                            "headers": {
                              "content-type": "application/json"
                            },
                            "json": {
                              "data": [
                                1,
                                2
                              ],
                              "query": {
                                "id": "volatile-client_id-1",
                                "key": "results-k3x9"
                              }
                            }
                          }
                        }
                        """);
    }

    @Test
    void holdNoSecretInAnyForm() throws IOException {
        try (RecordingProxy proxy = RecordingProxy.record(directory, superset.uri())) {
            new Browser(proxy.uri()).walk(PASSWORD, "k3x9aa01");
            new Browser(proxy.uri()).get("/echo", "Authorization", "Basic " + base64("ann:" + PASSWORD));

            assertThat(proxy.requests()).hasSize(10);
            SECRETS.forEach(
                    secret -> assertThat(proxy.requests() + proxy.toString()).doesNotContain(secret));
        }

        assertThat(names()).hasSize(11);
        for (String name : names()) {
            String text = name + Files.readString(directory.resolve(name));
            for (String secret : SECRETS) {
                assertThat(text)
                        .as(name)
                        .doesNotContain(
                                secret,
                                escaped(secret),
                                escaped(escaped(secret)),
                                URLEncoder.encode(secret, UTF_8),
                                URLEncoder.encode(secret, UTF_8).replace("+", "%20"),
                                base64(secret),
                                base64("ann:" + secret),
                                base64("a" + secret).substring(4),
                                base64("ab" + secret).substring(4));
            }
            assertThat(text).doesNotContain(String.valueOf(superset.port()), "127.0.0.1");
        }
    }

    @Test
    void loseASecretThatWasLearnedOnlyLater() throws IOException {
        try (RecordingProxy proxy = RecordingProxy.record(directory, superset.uri())) {
            Browser browser = new Browser(proxy.uri());
            browser.get("/echo/late-secret?q=late-secret");
            browser.post("/echo", Map.of("password", "late-secret"));

            assertThat(proxy.requests().get(0).path()).isEqualTo("/echo/redacted-password-1");
        }

        assertThat(names())
                .containsExactly("0001-GET-echo-redacted-password-1.json", "0002-POST-echo.json", "index.json");
        assertThat(allText())
                .doesNotContain("late-secret")
                .contains("GET /echo/redacted-password-1?q=redacted-password-1");
    }

    @Test
    void keepShortSecretsOnlyWhereNoNameTells() throws IOException {
        try (RecordingProxy proxy = RecordingProxy.record(directory, superset.uri())) {
            new Browser(proxy.uri()).post("/echo", Map.of("password", "abc", "pin", 12345678L, "sql", "abc"));
        }

        assertThat(allText()).contains("\"password\": \"redacted-password-1\"", "\"sql\": \"abc\"");
    }

    @Test
    void searchAnObjectUnderASecretNameInsteadOfRemovingIt() throws IOException {
        try (RecordingProxy proxy = RecordingProxy.record(directory, superset.uri())) {
            new Browser(proxy.uri())
                    .post("/x", Map.of("password", Map.of("type", "string"), "token", List.of("first", 23456)));
        }

        assertThat(allText())
                .contains("\"type\": \"string\"", "redacted-token-1", "redacted-token-2")
                .doesNotContain("first", "23456");
    }

    @Test
    void keepEmailAddressesIfTheRulesSaySo() throws IOException {
        RecordingRules rules = RecordingRules.defaults().withEmailsRemoved(false);
        try (RecordingProxy proxy = RecordingProxy.record(directory, superset.uri(), rules)) {
            new Browser(proxy.uri()).get("/api/v1/dashboard/4");
        }

        assertThat(allText()).contains(SmallSuperset.EMAIL);
    }

    @Test
    void haveNamesThatStayInTheDirectory() throws IOException {
        try (RecordingProxy proxy = RecordingProxy.record(directory, superset.uri())) {
            Browser browser = new Browser(proxy.uri());
            browser.get("/../../etc/passwd");
            browser.get("/a%2F..%2F..%5C%00%0A%E2%82%AC");
            browser.get("/" + "x".repeat(500));
        }

        assertThat(names())
                .hasSize(4)
                .startsWith("0001-GET-etc-passwd.json", "0002-GET-a-2F-2F-5C-00-0A-E2-82-AC.json");
        assertThat(names()).allMatch(name -> name.length() < 100);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String allText() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String name : names()) {
            text.append(name).append('\n').append(Files.readString(directory.resolve(name)));
        }
        return text.toString();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static String escaped(String text) {
        String quoted = JsonText.pretty(text);
        return quoted.substring(1, quoted.length() - 2);
    }
}
