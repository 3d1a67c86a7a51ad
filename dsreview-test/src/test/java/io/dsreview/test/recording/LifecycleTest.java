package io.dsreview.test.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class LifecycleTest {

    @TempDir
    private Path directory;

    @Test
    void closingTwiceIsHarmlessAndFreesThePort() throws IOException {
        try (SmallSuperset superset = new SmallSuperset()) {
            RecordingProxy proxy = RecordingProxy.record(directory, superset.uri());
            URI uri = proxy.uri();
            new Browser(uri).get("/echo");

            proxy.close();
            proxy.close();

            assertThatThrownBy(() -> new Browser(uri).get("/echo")).isInstanceOf(UncheckedIOException.class);
            assertThat(proxy.requests()).hasSize(1);
            RecordingRules samePort = RecordingRules.defaults().withPort(uri.getPort());
            try (RecordingProxy again = RecordingProxy.replay(directory, samePort)) {
                assertThat(again.uri()).isEqualTo(uri);
            }
        }
    }

    @Test
    void closingCutsOffAnExchangeUnderWay() throws Exception {
        try (SmallSuperset superset = new SmallSuperset()) {
            RecordingProxy proxy = RecordingProxy.record(directory, superset.uri());
            CompletableFuture<HttpResponse<String>> slow =
                    CompletableFuture.supplyAsync(() -> new Browser(proxy.uri()).get("/slow"));
            while (proxy.requests().isEmpty()) {
                Thread.onSpinWait();
            }

            proxy.close();

            assertThat(slow).failsWithin(Duration.ofSeconds(10));
            for (Thread ending : threads("recording-proxy")) {
                ending.join(10_000);
            }
            assertThat(threads("recording-proxy")).isEmpty();
            try (Stream<Path> files = Files.list(directory)) {
                assertThat(files).containsExactly(directory.resolve("index.json"));
            }
        }
    }

    @Test
    void allThreadsAreDaemons() throws IOException {
        try (SmallSuperset superset = new SmallSuperset()) {
            Set<Thread> before = Thread.getAllStackTraces().keySet();
            try (RecordingProxy proxy = RecordingProxy.record(directory, superset.uri())) {
                new Browser(proxy.uri()).get("/echo");

                assertThat(Thread.getAllStackTraces().keySet())
                        .filteredOn(thread -> !before.contains(thread))
                        .filteredOn(
                                thread -> thread.getName().matches("(recording-proxy|HTTP-Dispatcher|HttpClient-).*"))
                        .isNotEmpty()
                        .allMatch(Thread::isDaemon);
            }
        }
    }

    private static Set<Thread> threads(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .filter(thread -> thread.getName().startsWith(prefix))
                .collect(Collectors.toSet());
    }
}
