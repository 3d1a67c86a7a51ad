package io.dsreview;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Role;
import io.dsreview.api.canonical.JsonText;
import io.dsreview.api.execution.DatasetReference;
import io.dsreview.api.execution.EffectiveInputs;
import io.dsreview.api.execution.ExecutionTarget;
import io.dsreview.api.execution.HandOffLink;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.LaunchTerms;
import io.dsreview.api.execution.SentLaunch;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.superset.SupersetCompilationAdapter;
import io.dsreview.api.superset.SupersetCredential;
import io.dsreview.api.superset.SupersetCredentials;
import io.dsreview.core.store.InMemoryReviewStore;
import io.dsreview.superset.LaunchMode;
import io.dsreview.superset.Superset;
import io.dsreview.superset.SupersetConfig;
import io.dsreview.test.superset.FakeSuperset;
import io.dsreview.test.superset.SampleContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Launches at a web server, and makes the request again from what was exported of the run. */
class RunContextRequestTest {

    private static final Actor ANN = Actor.of("acme", "ann", Role.MAINTAINER);
    private static final String SQL = "SELECT 'ä \"quoted\" \\ 😀' AS \"x\" -- </script>\tend\nLIMIT 20";

    private final MockWebServer server = new MockWebServer();
    private final List<RecordedRequest> launches = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws Exception {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private MockResponse answer(RecordedRequest request) {
        String path = request.getTarget().replaceFirst("\\?.*", "");
        return switch (path) {
            case "/api/v1/security/csrf_token/" -> json("{\"result\":\"csrf\"}");
            case "/api/v1/database/1" -> json("{\"result\":{\"allow_run_async\":true}}");
            case "/api/v1/sqllab/execute/" -> {
                launches.add(request);
                yield json("{\"query\":{\"queryId\":17,\"state\":\"success\",\"rows\":2,\"limit\":20}}");
            }
            default -> new MockResponse.Builder().code(404).body("{}").build();
        };
    }

    private static MockResponse json(String body) {
        return new MockResponse.Builder()
                .code(200)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    @ParameterizedTest
    @EnumSource(LaunchMode.class)
    void OR16_theExportAloneGivesTheRequestByteForByte(LaunchMode mode) {
        FakeSuperset context = new FakeSuperset(new SampleContext()
                .dataset(7)
                .filter("F-status", "status", "paid")
                .build());
        context.compile(inputs -> new SupersetCompilationAdapter.Compilation.Compiled(SQL, "fake"));
        SupersetConfig config = SupersetConfig.builder()
                .environment(
                        SampleContext.ENVIRONMENT.value(),
                        URI.create("http://127.0.0.1:" + server.getPort()),
                        SupersetCredentials.fixed(SupersetCredential.bearer("service", "token")))
                .launchMode(mode)
                .build();
        try (Superset superset = Superset.connect(config)) {
            DsReview reviews = DsReview.builder()
                    .superset(context, new LaunchingAt(context, superset.compilationAdapter()))
                    .store(new InMemoryReviewStore())
                    .build();
            Review review = reviews.start(ANN, "https://superset.test/superset/dashboard/1/")
                    .orElseThrow();
            review = review.mappings().approveAll().orElseThrow().preview().orElseThrow();
            review = review.launch(review.readiness().summary()).orElseThrow();
            String export = reviews.repository()
                    .runContextJson(
                            ANN,
                            review.id(),
                            review.session()
                                    .execution()
                                    .lastLaunch()
                                    .orElseThrow()
                                    .intent()
                                    .id())
                    .orElseThrow();

            assertThat(launches).singleElement().satisfies(sent -> {
                assertThat(sent.getMethod()).isEqualTo("POST");
                assertThat(Objects.requireNonNull(sent.getBody()).toByteArray())
                        .asString(StandardCharsets.UTF_8)
                        .isEqualTo(body(export));
            });
            assertThat(body(export)).contains("\"queryLimit\":20", "\"runAsync\":" + (mode == LaunchMode.ASYNC));
        }
    }

    /** Makes the body again, as the published schema of run contexts says. */
    private static String body(String export) {
        Map<?, ?> run = (Map<?, ?>) Objects.requireNonNull(JsonText.parse(export));
        Map<?, ?> request = (Map<?, ?>) Objects.requireNonNull(run.get("request"));
        Map<String, String> names = new LinkedHashMap<>();
        names.put("database_id", "databaseId");
        names.put("sql", "sql");
        names.put("client_id", "clientId");
        names.put("schema", "schema");
        names.put("queryLimit", "rowLimit");
        names.put("runAsync", "onWorker");
        names.put("tab", "tab");
        return names.entrySet().stream()
                .filter(name -> request.get(name.getValue()) != null)
                .map(name -> "\"" + name.getKey() + "\":"
                        + JsonText.pretty(request.get(name.getValue())).strip())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Knows the dataset from memory, and launches at the server. */
    private record LaunchingAt(SupersetCompilationAdapter memory, SupersetCompilationAdapter remote)
            implements SupersetCompilationAdapter {

        @Override
        public RevisionReading readRevision(
                EnvironmentId environment, DatasetReference dataset, ExecutionTarget target, Actor actor) {
            return memory.readRevision(environment, dataset, target, actor);
        }

        @Override
        public Compilation compile(EffectiveInputs inputs, Actor actor) {
            return memory.compile(inputs, actor);
        }

        @Override
        public LaunchTerms terms(EffectiveInputs inputs, String sql, Actor actor) {
            return remote.terms(inputs, sql, actor);
        }

        @Override
        public LaunchOutcome launch(SentLaunch launch, Actor actor) {
            return remote.launch(launch, actor);
        }

        @Override
        public LaunchOutcome lookUp(SentLaunch launch, Actor actor) {
            return remote.lookUp(launch, actor);
        }

        @Override
        public LaunchOutcome stop(SentLaunch launch, Actor actor) {
            return remote.stop(launch, actor);
        }

        @Override
        public HandOffLink handOffLink(EffectiveInputs inputs, String sql, Actor actor) {
            return remote.handOffLink(inputs, sql, actor);
        }
    }
}
