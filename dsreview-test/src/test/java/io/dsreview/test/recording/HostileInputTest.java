package io.dsreview.test.recording;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileInputTest {

    @TempDir
    private Path directory;

    private SmallSuperset superset;
    private RecordingProxy recording;

    @BeforeEach
    void start() throws IOException {
        superset = new SmallSuperset();
        recording = RecordingProxy.record(directory, superset.uri());
    }

    @AfterEach
    void stop() {
        recording.close();
        superset.close();
    }

    @Test
    void aVeryLongPathIsRecordedReplayedAndReportedShortened() {
        String path = "/echo/" + "x".repeat(100_000);

        assertThat(new Browser(recording.uri()).get(path).statusCode()).isEqualTo(404);
        assertThat(recording.requests().get(0).path()).hasSize(200);
        try (RecordingProxy replay = RecordingProxy.replay(directory)) {
            assertThat(new Browser(replay.uri()).get(path).statusCode()).isEqualTo(404);
            HttpResponse<String> unknown = new Browser(replay.uri()).get(path + "y");
            assertThat(unknown.statusCode()).isEqualTo(501);
            assertThat(unknown.body()).hasSizeLessThan(2_000);
        }
    }

    @Test
    void controlCharactersInABodyAreKept() {
        String text = "\u0001\u0007\r\n\u001b[31m\u2028 \ud83d\ude00";
        Browser live = new Browser(recording.uri());
        live.send(live.request("/echo").POST(BodyPublishers.ofString(text)).build());

        try (RecordingProxy replay = RecordingProxy.replay(directory)) {
            Browser browser = new Browser(replay.uri());
            HttpResponse<String> answer = browser.send(
                    browser.request("/echo").POST(BodyPublishers.ofString(text)).build());
            assertThat(answer.body()).contains(text);
        }
    }

    @Test
    void binaryRequestsAreRefused() {
        Browser browser = new Browser(recording.uri());
        HttpResponse<String> answer = browser.send(browser.request("/echo")
                .POST(BodyPublishers.ofByteArray(new byte[] {(byte) 0xff, 0}))
                .build());

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("The request body is binary; a recording holds JSON and UTF-8 text.");
    }

    @Test
    void aDepthBombIsKeptAsText() {
        String bomb = "[".repeat(100_000);

        assertThat(new Browser(recording.uri()).postText("/echo", bomb).statusCode())
                .isEqualTo(404);
        try (RecordingProxy replay = RecordingProxy.replay(directory)) {
            assertThat(new Browser(replay.uri()).postText("/echo", bomb).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void noRequestLineLeadsToAnotherHost() throws IOException {
        try (SmallSuperset other = new SmallSuperset()) {
            URI elsewhere = other.uri();

            assertThat(raw("GET " + elsewhere + "/echo/a HTTP/1.1")).startsWith("HTTP/1.1 404");
            assertThat(raw("GET //" + elsewhere.getAuthority() + "/echo/b HTTP/1.1"))
                    .startsWith("HTTP/1.1 404");
            assertThat(raw("GET @" + elsewhere.getAuthority() + "/echo/c HTTP/1.1"))
                    .startsWith("HTTP/1.1 4");
            assertThat(raw("CONNECT " + elsewhere.getAuthority() + " HTTP/1.1")).startsWith("HTTP/1.1 4");
            assertThat(raw("TRACE /echo HTTP/1.1")).startsWith("HTTP/1.1 405");
            assertThat(raw("../../x /echo HTTP/1.1")).startsWith("HTTP/1.1 405");
            assertThat(raw("OPTIONS * HTTP/1.1")).startsWith("HTTP/1.1 4");
        }

        assertThat(recording.requests()).extracting(ProxiedRequest::path).containsExactly("/echo/a", "/echo/b");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSize(3);
        }
    }

    private String raw(String requestLine) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), recording.uri().getPort())) {
            socket.setSoTimeout(10_000);
            String request = requestLine + "\r\nHost: x\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
