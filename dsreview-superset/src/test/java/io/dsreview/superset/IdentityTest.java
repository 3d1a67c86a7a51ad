package io.dsreview.superset;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.access.Actor;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.superset.SupersetCredential;
import io.dsreview.api.superset.SupersetCredentials;
import io.dsreview.api.superset.SupersetLink;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

/** Who asks: logins, tokens, CSRF and cookies, and that none of their secrets shows anywhere. */
class IdentityTest {

    private static final String LOGIN = "POST /api/v1/security/login";
    private static final String DATASET = "GET /api/v1/dataset/7";
    private static final String EXPIRED = "{\"msg\":\"Token has expired\"}";
    private static final String CSRF_MISSING =
            "{\"errors\":[{\"message\":\"400 Bad Request: The CSRF token is missing.\",\"error_type\":\"GENERIC_BACKEND_ERROR\"}]}";

    @Test
    void logsInOnceForManyThreads() {
        try (FakeSuperset server = Operation.server();
                Superset superset = server.connect()) {
            CompletableFuture.allOf(IntStream.range(0, 16)
                            .mapToObj(i -> CompletableFuture.runAsync(() -> Operation.READ_REVISION.run(superset)))
                            .toArray(CompletableFuture[]::new))
                    .join();

            assertThat(server.requestsOf("/api/v1/security/login")).hasSize(1);
            assertThat(server.requestsOf("/api/v1/dataset/7")).hasSize(16);
        }
    }

    @Test
    void logsInAgainOnceWhenTheTokenHasExpired() {
        AtomicInteger asked = new AtomicInteger();
        try (FakeSuperset server = Operation.server();
                Superset superset = server.connect()) {
            server.answer(
                    DATASET,
                    any -> asked.incrementAndGet() == 1
                            ? FakeSuperset.response(401, EXPIRED)
                            : FakeSuperset.response(200, Shop.datasetBody("SELECT 1", "x")));

            assertThat(Operation.problems(Operation.READ_REVISION.run(superset)))
                    .isEmpty();
            assertThat(server.requestsOf("/api/v1/security/login")).hasSize(2);

            server.json(DATASET, 401, EXPIRED);

            assertThat(Operation.problems(Operation.READ_REVISION.run(superset)))
                    .extracting(Problem::code)
                    .containsExactly("SUPERSET_TOKEN_REFUSED");
            assertThat(server.requestsOf("/api/v1/security/login")).hasSize(3);
        }
    }

    @Test
    void aReadyTokenIsUsedAsItIsAndNotRenewed() {
        try (FakeSuperset server = Operation.server();
                Superset superset = Superset.connect(server.config(SupersetCredential.bearer("ann", "ready-token"))
                        .build())) {
            assertThat(Operation.PROBE.run(superset).toString()).isEqualTo("Optional.empty");
            server.json(DATASET, 401, EXPIRED);

            assertThat(Operation.problems(Operation.READ_REVISION.run(superset)))
                    .extracting(Problem::code)
                    .containsExactly("SUPERSET_TOKEN_REFUSED");
            assertThat(server.requests())
                    .extracting(request -> request.getHeaders().get("Authorization"))
                    .containsOnly("Bearer ready-token");
            assertThat(server.requestsOf("/api/v1/security/login")).isEmpty();
        }
    }

    @Test
    void fetchesACsrfTokenAgainOnceWhenItIsRefused() {
        AtomicInteger asked = new AtomicInteger();
        try (FakeSuperset server = Operation.server();
                Superset superset = server.connect()) {
            server.answer(
                    "POST /api/v1/sqllab/execute/",
                    any -> asked.incrementAndGet() == 1
                            ? FakeSuperset.response(400, CSRF_MISSING)
                            : FakeSuperset.response(200, "{\"query\":{\"queryId\":1,\"state\":\"success\"}}"));

            assertThat(Operation.LAUNCH.run(superset)).isInstanceOf(LaunchOutcome.Succeeded.class);
            assertThat(server.requestsOf("/api/v1/security/csrf_token/")).hasSize(2);

            server.json("POST /api/v1/sqllab/execute/", 400, CSRF_MISSING);

            assertThat(Operation.LAUNCH.run(superset)).isInstanceOf(LaunchOutcome.Failed.class);
            assertThat(server.requestsOf("/api/v1/sqllab/execute/")).hasSize(4);
        }
    }

    @Test
    void aWrongPasswordIsSaidSo() {
        try (FakeSuperset server = Operation.server().json(LOGIN, 401, "{\"message\":\"Not authorized\"}");
                Superset superset = server.connect()) {
            for (Operation operation : Operation.values()) {
                assertThat(Operation.problems(operation.run(superset)))
                        .extracting(Problem::code)
                        .containsExactly("SUPERSET_LOGIN_REFUSED");
            }
            assertThat(Operation.LAUNCH.run(superset)).isInstanceOf(LaunchOutcome.Refused.class);
        }
    }

    @Test
    void eachActorKeepsTheirOwnTokenAndEachEnvironmentToo() {
        Actor bob = Actor.of("acme", "bob");
        try (FakeSuperset one = Operation.server();
                FakeSuperset other = Operation.server();
                Superset superset = Superset.connect(SupersetConfig.builder()
                        .environment("prod", URI.create(one.base()), byActor("one-"))
                        .environment("test", URI.create(other.base()), byActor("other-"))
                        .build())) {
            for (Actor actor : List.of(FakeSuperset.ANN, bob)) {
                superset.contextExtractor()
                        .recover(
                                new SupersetLink.Dashboard(
                                        FakeSuperset.PROD, "1", null, null, null, null, null, Map.of()),
                                actor);
            }

            assertThat(one.requests().stream()
                            .filter(request -> request.getTarget().startsWith("/api/"))
                            .map(request -> request.getHeaders().get("Authorization"))
                            .distinct())
                    .containsExactly("Bearer one-ann", "Bearer one-bob");
            assertThat(other.requests()).isEmpty();
        }
    }

    private static SupersetCredentials byActor(String prefix) {
        return (environment, actor) -> SupersetCredential.bearer(
                actor.user().value(), prefix + actor.user().value());
    }

    @Test
    void aHostThatFailsToNameACredentialIsAProblem() {
        for (SupersetCredentials broken : List.<SupersetCredentials>of(
                (environment, actor) -> {
                    throw new IllegalStateException("secret-of-the-host");
                },
                (environment, actor) -> null,
                SupersetCredentials.fixed(SupersetCredential.bearer("ann", "line\nbreak")),
                SupersetCredentials.fixed(SupersetCredential.password(" ", "x")))) {
            try (FakeSuperset server = Operation.server();
                    Superset superset = Superset.connect(SupersetConfig.builder()
                            .environment("prod", URI.create(server.base()), broken)
                            .trustedDatasets("prod", 12)
                            .build())) {
                for (Operation operation : Operation.values()) {
                    assertThat(Operation.problems(operation.run(superset)))
                            .extracting(Problem::code)
                            .containsExactly("SUPERSET_CREDENTIAL_UNUSABLE");
                }
                assertThat(server.requests()).isEmpty();
            }
        }
    }

    /** Echoes every secret it has been sent or has given out, in every shape of error. */
    private static mockwebserver3.MockResponse echo(RecordedRequest request, int status) {
        String all = "leak " + request.getHeaders() + " "
                + (request.getBody() == null ? "" : request.getBody().utf8()) + " " + FakeSuperset.TOKEN + " "
                + FakeSuperset.CSRF + " " + FakeSuperset.COOKIE + " " + FakeSuperset.PASSWORD;
        String quoted = Shop.quoted(all);
        return FakeSuperset.response(
                status,
                "{\"message\":" + quoted + ",\"msg\":" + quoted + ",\"error\":" + quoted + ",\"errors\":[{\"message\":"
                        + quoted + "}],\"result\":[{\"error\":" + quoted + "}],\"status\":\"failed\"}");
    }

    private static String resultOf(Operation operation, FakeSuperset server, String request, int status) {
        Operation.prepare(server);
        try (Superset superset = server.connect()) {
            Operation.LAUNCH.run(superset);
            server.answer(request, each -> echo(each, status));
            Object result = operation.run(superset);
            return result + " " + Operation.problems(result) + "\n";
        }
    }

    @Test
    void noSecretOfAnyKindOfCredentialShows() {
        String secret = "s3cret-of-any-kind";
        StringBuilder seen = new StringBuilder();
        for (SupersetCredential credential : List.of(
                SupersetCredential.ldap("ann", secret),
                SupersetCredential.bearer("ann", secret),
                SupersetCredential.tokens("ann", () -> secret),
                SupersetCredential.sessionCookie("ann", secret),
                SupersetCredential.apiKey("ann", secret))) {
            for (int status : new int[] {400, 401, 422, 500}) {
                try (FakeSuperset server = Operation.server();
                        Superset superset = Superset.connect(server.config(credential)
                                .callListener(seen::append)
                                .build())) {
                    Operation.LAUNCH.run(superset);
                    for (String path : List.of(LOGIN, DATASET, "POST /api/v1/sqllab/execute/")) {
                        server.answer(
                                path,
                                request -> FakeSuperset.response(
                                        status,
                                        "{\"message\":" + Shop.quoted("leak " + secret + " " + request.getHeaders())
                                                + "}"));
                    }
                    for (Operation operation : Operation.values()) {
                        Object result = operation.run(superset);
                        seen.append(result).append(Operation.problems(result));
                    }
                }
            }
        }

        assertThat(seen.toString()).contains("leak", "SupersetCall[");
        assertThat(seen + CapturedLog.text()).doesNotContain(secret);
    }

    @Test
    void noSecretShowsInProblemsLogsOrTexts() {
        StringBuilder seen = new StringBuilder();
        for (Operation operation : Operation.values()) {
            for (String request : operation.requests()) {
                try (FakeSuperset server = Operation.server()) {
                    for (int status : new int[] {200, 401, 422, 500}) {
                        seen.append(resultOf(operation, server, request, status));
                    }
                }
            }
        }
        SupersetCredential password = SupersetCredential.password("svc", FakeSuperset.PASSWORD);
        try (FakeSuperset server = new FakeSuperset()) {
            SupersetConfig config = server.config(password).build();
            seen.append(config).append(config.environments()).append(password);
        }

        assertThat(seen.toString()).contains("leak");
        assertThat(seen + CapturedLog.text())
                .contains("prod: login answered")
                .doesNotContain(
                        FakeSuperset.PASSWORD, FakeSuperset.TOKEN, FakeSuperset.CSRF, FakeSuperset.COOKIE, "refresh-1");
    }
}
