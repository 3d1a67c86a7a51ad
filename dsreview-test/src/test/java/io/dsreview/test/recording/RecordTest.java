package io.dsreview.test.recording;

import static io.dsreview.test.recording.SmallSuperset.PASSWORD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordTest {

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

    @Nested
    class TheDirectory {

        @Test
        void mustBeEmptyUnlessOverwritingIsAllowed() throws IOException {
            Files.writeString(directory.resolve("notes.txt"), "mine");

            assertThatThrownBy(() -> RecordingProxy.record(directory, superset.uri()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(directory + " holds 1 files already: name an empty directory, "
                            + "or allow it with RecordingRules.withOverwrite(true)");
        }

        @Test
        void losesOnlyTheEarlierRecordingWhenOverwritten() throws IOException {
            Files.writeString(directory.resolve("notes.txt"), "mine");
            Files.writeString(directory.resolve("0007-GET-old.json"), "{}");
            RecordingRules rules = RecordingRules.defaults().withOverwrite(true);

            try (RecordingProxy proxy = RecordingProxy.record(directory, superset.uri(), rules)) {
                new Browser(proxy.uri()).get("/new");
            }

            assertThat(names()).containsExactly("0001-GET-new.json", "index.json", "notes.txt");
        }

        @Test
        void isMadeIfAbsentAndRefusedIfAFile() throws IOException {
            Path deep = directory.resolve("a/b");
            Path file = Files.createFile(directory.resolve("file"));

            RecordingProxy.record(deep, superset.uri()).close();

            assertThat(deep.resolve("index.json")).exists();
            assertThatThrownBy(() -> RecordingProxy.record(file, superset.uri()))
                    .hasMessage(file + " is a file: name a directory to record into");
        }

        @Test
        void staysUntouchedIfThePortIsTaken() throws IOException {
            try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                RecordingRules rules = RecordingRules.defaults().withPort(taken.getLocalPort());

                assertThatThrownBy(() -> RecordingProxy.record(directory, superset.uri(), rules))
                        .isInstanceOf(UncheckedIOException.class)
                        .hasMessage("Port " + taken.getLocalPort()
                                + " on 127.0.0.1 cannot be used: choose another, or 0 for a free one");
                assertThat(names()).isEmpty();
            }
        }
    }

    @Nested
    class TheUpstream {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ftp://superset.example.com",
                    "superset.example.com",
                    "http://ann:pw@superset.example.com",
                    "http://superset.example.com?x=1",
                    "http://superset.example.com#x"
                })
        void mustBeABaseAddress(String address) {
            assertThatThrownBy(() -> RecordingProxy.record(directory, URI.create(address)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(
                            "An upstream is http or https, a host, perhaps a port and a path, and no more");
        }

        @Test
        void thatIsUnreachableGivesABadGatewayAndNoFile() throws IOException {
            int port = superset.port();
            superset.close();

            try (RecordingProxy proxy = RecordingProxy.record(directory, URI.create("http://127.0.0.1:" + port))) {
                HttpResponse<String> answer = new Browser(proxy.uri()).get("/api/v1/dashboard/4");

                assertThat(answer.statusCode()).isEqualTo(502);
                assertThat(Browser.field(answer, "message"))
                        .isEqualTo(
                                "The upstream could not be asked: ConnectException. Start the upstream at http://127.0.0.1:"
                                        + port + " and record again, or replay an earlier recording.");
                assertThat(Browser.field(answer, "code")).isEqualTo("upstream-unreachable");
            }
            assertThat(names()).containsExactly("index.json");
        }

        @Test
        void thatIsTooSlowGivesABadGateway() {
            RecordingRules rules =
                    RecordingRules.defaults().withTimeouts(Duration.ofSeconds(1), Duration.ofMillis(100));
            try (RecordingProxy proxy = RecordingProxy.record(directory, superset.uri(), rules)) {
                HttpResponse<String> answer = new Browser(proxy.uri()).get("/slow");

                assertThat(answer.statusCode()).isEqualTo(502);
                assertThat(answer.body()).contains("The upstream did not answer within PT0.1S.");
            }
        }

        @Test
        void mayHaveABasePath() throws IOException {
            URI base = superset.uri().resolve("/analytics/");
            try (RecordingProxy proxy = RecordingProxy.record(directory, base)) {
                assertThat(proxy.uri()).hasPath("/analytics");
                assertThat(new Browser(proxy.uri()).get("/x").body()).startsWith("GET /analytics/x");
            }
            try (RecordingProxy proxy = RecordingProxy.replay(directory)) {
                assertThat(new Browser(proxy.uri()).get("/x").body()).startsWith("GET /analytics/x");
            }
        }

        @Test
        void seesItsOwnAddressAndTheClientSeesTheProxy() {
            try (RecordingProxy proxy = RecordingProxy.record(directory, superset.uri())) {
                HttpResponse<String> redirect = new Browser(proxy.uri()).get("/superset/dashboard/4/");
                HttpResponse<String> dashboard = new Browser(proxy.uri()).get("/api/v1/dashboard/4");
                String echo = new Browser(proxy.uri())
                        .get("/echo", "Referer", proxy.uri() + "/")
                        .body();

                assertThat(redirect.statusCode()).isEqualTo(302);
                assertThat(redirect.headers().firstValue("location"))
                        .hasValue(proxy.uri() + "/login/?next=" + proxy.uri() + "/superset/dashboard/4/");
                assertThat(Browser.field(dashboard, "url")).isEqualTo(proxy.uri() + "/superset/dashboard/4/");
                assertThat(echo)
                        .contains("Host: [" + proxy.uri().getAuthority() + "]", "Referer: [" + proxy.uri() + "/]");
                assertThat(dashboard.headers().firstValue("server")).isEmpty();
            }
        }
    }

    @Nested
    class TheBodies {

        @Test
        void thatAreBinaryAreRefused() throws IOException {
            try (RecordingProxy proxy = RecordingProxy.record(directory, superset.uri())) {
                HttpResponse<String> answer = new Browser(proxy.uri()).get("/image");

                assertThat(answer.statusCode()).isEqualTo(502);
                assertThat(Browser.field(answer, "message"))
                        .isEqualTo("The response body is binary; a recording holds JSON and UTF-8 text. "
                                + "Leave this exchange out of the recording.");
            }
            assertThat(names()).containsExactly("index.json");
        }

        @Test
        void thatAreTooLargeAreRefused() throws IOException {
            RecordingRules rules = RecordingRules.defaults().withMaxBodyBytes(4_000);
            try (RecordingProxy proxy = RecordingProxy.record(directory, superset.uri(), rules)) {
                Browser browser = new Browser(proxy.uri());
                HttpResponse<String> response = browser.get("/large");
                HttpResponse<String> request = browser.postText("/echo", "x".repeat(4_001));

                assertThat(response.statusCode()).isEqualTo(502);
                assertThat(response.body()).contains("A response body has at most 4000 bytes, this one has more.");
                assertThat(request.statusCode()).isEqualTo(413);
                assertThat(request.body()).contains("A request body has at most 4000 bytes, this one has more.");
            }
            assertThat(names()).containsExactly("index.json");
        }

        @Test
        void ofBrokenJsonAreKeptAsText() throws IOException {
            try (RecordingProxy proxy = RecordingProxy.record(directory, superset.uri())) {
                new Browser(proxy.uri()).postText("/echo", "{\"a\": NaN, \"token\": \"hidden-token\"");
            }
            try (RecordingProxy proxy = RecordingProxy.replay(directory)) {
                int status = new Browser(proxy.uri())
                        .postText("/echo", "{\"a\": NaN, \"token\": \"other-token\"")
                        .statusCode();
                assertThat(status).isEqualTo(404);
            }
            assertThat(allText()).contains("{\\\"a\\\": NaN, \\\"token\\\": \\\"redacted-token-1\\\"");
        }

        @Test
        void ofFormsLoseTheirSecretFields() throws IOException {
            try (RecordingProxy proxy = RecordingProxy.record(directory, superset.uri())) {
                Browser browser = new Browser(proxy.uri());
                browser.send(browser.request("/login/")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "username=ann&password=" + URLEncoder.encode(PASSWORD, UTF_8) + "&csrf_token=x1"))
                        .build());
            }

            assertThat(allText())
                    .contains(
                            "\"text\": \"username=ann&password=redacted-password-1&csrf_token=redacted-csrf_token-1\"");
        }
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
}
