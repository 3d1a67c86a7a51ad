package io.dsreview.test.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplaySourcesTest {

    @TempDir
    private Path directory;

    /** Recorded in front of Superset 6.1.0, not in front of the small one of these tests. */
    @Test
    void mayBeAFolderOfTheClassPath() {
        try (RecordingProxy proxy = RecordingProxy.replay(ReplaySourcesTest.class, "/recordings/superset-6.1.0/")) {
            Browser browser = new Browser(proxy.uri());
            HttpResponse<String> login = browser.post(
                    "/api/v1/security/login",
                    Map.of("username", "admin", "password", "any", "provider", "db", "refresh", true));
            browser.get("/api/v1/security/csrf_token/");
            HttpResponse<String> dashboard = browser.get("/api/v1/dashboard/4");
            HttpResponse<String> execute = browser.post(
                    "/api/v1/sqllab/execute/",
                    Map.of("database_id", 1, "sql", "SELECT 1 AS one", "client_id", "q1w2e3", "runAsync", false));

            assertThat(Browser.field(login, "access_token")).isEqualTo("redacted-access_token-1");
            assertThat(Browser.field(dashboard, "result")).contains("dashboard_title=");
            assertThat(Browser.field(execute, "query")).contains("id=q1w2e3");
            assertThat(proxy.unexpected()).isEmpty();
            assertThat(proxy.unused()).isEmpty();
        }
    }

    @Test
    void thatDoNotExistAreRefused() {
        assertThatThrownBy(() -> RecordingProxy.replay(ReplaySourcesTest.class, "recordings/none"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("class path folder recordings/none holds no index.json: "
                        + "name a recording's folder, or record it first");
        assertThatThrownBy(() -> RecordingProxy.replay(directory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(directory + " holds no index.json: name a recording's folder, or record it first");
    }

    @Test
    void thatWereDamagedAreRefusedByFileAndField() throws IOException {
        recorded(browser -> browser.get("/echo"));
        Path file = directory.resolve("0001-GET-echo.json");
        String good = Files.readString(file);

        refuses(file, good.replace("404", "4040"), "response status must be an integer from 100 to 599");
        refuses(file, good.replace("\"GET\"", "7"), "request method must be a string");
        refuses(
                file,
                good.replace("\"query\": []", "\"query\": [[\"a\"]]"),
                "request query must be a list of [name, value]");
        refuses(file, good.replace("\"query\": []", "\"query\": {}"), "request query must be a list");
        refuses(file, "[]", "0001-GET-echo.json: is not a JSON object");
        refuses(file, "{", "0001-GET-echo.json: Not a JSON document we read: at offset 1 expected");
    }

    @Test
    void whoseIndexPointsElsewhereAreRefused() throws IOException {
        recorded(browser -> browser.get("/echo"));
        Path index = directory.resolve("index.json");
        String good = Files.readString(index);

        refuses(index, good.replace("0001-GET-echo", "../secret"), "index.json: files holds a name unlike");
        refuses(index, good.replace("recording-1", "recording-9"), "index.json: format must be dsreview-recording-1");
        refuses(
                index,
                good.replace("\"basePath\": \"\"", "\"basePath\": \"//evil\""),
                "index.json: basePath must be empty");
        refuses(index, good.replace("0001", "0002"), "holds no 0002-GET-echo.json");
    }

    private void refuses(Path file, String text, String message) throws IOException {
        Files.writeString(file, text);

        assertThatThrownBy(() -> RecordingProxy.replay(directory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private void recorded(Consumer<Browser> session) throws IOException {
        try (SmallSuperset superset = new SmallSuperset();
                RecordingProxy proxy = RecordingProxy.record(directory, superset.uri())) {
            session.accept(new Browser(proxy.uri()));
        }
    }
}
