package io.dsreview.superset.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.canonical.JsonText;
import io.dsreview.api.superset.SupersetCredential;
import io.dsreview.superset.FakeSuperset;
import io.dsreview.superset.seam.Timekeeper;
import io.dsreview.superset.traffic.TrafficLimits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import mockwebserver3.RecordedRequest;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CredentialTest {

    private static final String LOGIN = "/api/v1/security/login";
    private static final String REFRESH = "/api/v1/security/refresh";
    private static final String EXPIRED = "{\"msg\":\"Token has expired\"}";

    private static FakeSuperset server() {
        return new FakeSuperset()
                .json(Talk.DATASET_PATH, 200, "{}")
                .json(Talk.EXECUTE_PATH, 200, "{}")
                .json("POST " + REFRESH, 200, "{\"access_token\":\"token-2\"}");
    }

    /** Lets only one token in. */
    private static void onlyWith(FakeSuperset server, String token) {
        server.answer(
                Talk.DATASET_PATH,
                request -> ("Bearer " + token).equals(request.getHeaders().get("Authorization"))
                        ? FakeSuperset.response(200, "{}")
                        : FakeSuperset.response(401, EXPIRED));
    }

    private static List<String> authorizations(FakeSuperset server, String path) {
        return server.requestsOf(path).stream()
                .map(request -> String.valueOf(request.getHeaders().get("Authorization")))
                .toList();
    }

    @Nested
    class APassword {

        @Test
        void isSentWithTheProviderThatChecksIt() {
            Map<SupersetCredential, String> providers =
                    Map.of(Talk.PASSWORD, "db", SupersetCredential.ldap("svc", FakeSuperset.PASSWORD), "ldap");
            providers.forEach((credential, provider) -> {
                try (FakeSuperset server = server();
                        Talk talk = Talk.with(server, credential)) {
                    talk.send(Talk.DATASET);

                    RecordedRequest login = server.requestsOf(LOGIN).get(0);
                    assertThat(JsonText.parse(login.getBody().utf8()))
                            .isEqualTo(Map.of(
                                    "username",
                                    "svc",
                                    "password",
                                    FakeSuperset.PASSWORD,
                                    "provider",
                                    provider,
                                    "refresh",
                                    true));
                    assertThat(login.getHeaders().get("Authorization")).isNull();
                }
            });
        }

        @Test
        void thatTheServerDoesNotOfferToCheckIsSaidSo() {
            try (FakeSuperset server = server();
                    Talk talk = Talk.with(server, SupersetCredential.ldap("svc", FakeSuperset.PASSWORD))) {
                server.json(
                        "POST " + LOGIN,
                        400,
                        "{\"message\":{\"provider\":[\"Alternative authentication provider is not allowed\"]}}");

                assertThat(Talk.code(talk.send(Talk.DATASET))).isEqualTo("SUPERSET_LOGIN_NOT_OFFERED");
            }
        }

        @Test
        void refreshesAnExpiredTokenWithoutAnotherLogin() {
            try (FakeSuperset server = server();
                    Talk talk = Talk.with(server, Talk.PASSWORD)) {
                onlyWith(server, "token-2");

                assertThat(Talk.status(talk.send(Talk.DATASET))).isEqualTo(200);
                assertThat(server.requestsOf(LOGIN)).hasSize(1);
                assertThat(authorizations(server, REFRESH)).containsExactly("Bearer refresh-1");
                assertThat(authorizations(server, "/api/v1/dataset"))
                        .containsExactly("Bearer " + FakeSuperset.TOKEN, "Bearer token-2");
            }
        }

        @Test
        void logsInAgainWhenTheRefreshTokenIsRefused() {
            try (FakeSuperset server = server();
                    Talk talk = Talk.with(server, Talk.PASSWORD)) {
                server.json("POST " + REFRESH, 401, EXPIRED).json(Talk.DATASET_PATH, 401, EXPIRED);

                assertThat(Talk.status(talk.send(Talk.DATASET))).isEqualTo(401);
                assertThat(server.requested())
                        .containsExactly(
                                "POST " + LOGIN,
                                Talk.DATASET_PATH,
                                "POST " + REFRESH,
                                "POST " + LOGIN,
                                Talk.DATASET_PATH);
            }
        }

        @Test
        void isRefreshedOnceByManyThreads() {
            try (FakeSuperset server = server();
                    Talk talk = Talk.with(server, Talk.PASSWORD)) {
                talk.send(Talk.DATASET);
                onlyWith(server, "token-2");
                AtomicInteger good = new AtomicInteger();

                CompletableFuture.allOf(IntStream.range(0, 12)
                                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                                    if (Talk.status(talk.send(Talk.DATASET)) == 200) {
                                        good.incrementAndGet();
                                    }
                                }))
                                .toArray(CompletableFuture[]::new))
                        .join();

                assertThat(good).hasValue(12);
                assertThat(server.requestsOf(REFRESH)).hasSize(1);
                assertThat(server.requestsOf(LOGIN)).hasSize(1);
            }
        }

        @Test
        void saysThatTheServerCannotReadItsOwnTokens() {
            try (FakeSuperset server = server();
                    Talk talk = Talk.with(server, Talk.PASSWORD)) {
                server.json(Talk.DATASET_PATH, 422, "{\"msg\":\"Subject must be a string\"}");
                Answer.Received refused = (Answer.Received) talk.send(Talk.DATASET);

                assertThat(SupersetFailures.of(FakeSuperset.PROD, Talk.DATASET, refused)
                                .code())
                        .isEqualTo("SUPERSET_TOKEN_UNREADABLE");
            }
        }
    }

    @Nested
    class ASupplierOfTokens {

        @Test
        void isAskedOnceMoreWhenItsTokenIsRefused() {
            AtomicInteger asked = new AtomicInteger();
            SupersetCredential credential =
                    SupersetCredential.tokens("ann", () -> "host-token-" + asked.incrementAndGet());
            try (FakeSuperset server = server();
                    Talk talk = Talk.with(server, credential)) {
                onlyWith(server, "host-token-2");

                assertThat(Talk.status(talk.send(Talk.DATASET))).isEqualTo(200);
                assertThat(Talk.status(talk.send(Talk.DATASET))).isEqualTo(200);
                assertThat(asked).hasValue(2);

                server.json(Talk.DATASET_PATH, 401, EXPIRED);

                assertThat(Talk.status(talk.send(Talk.DATASET))).isEqualTo(401);
                assertThat(asked).hasValue(3);
                assertThat(server.requestsOf(LOGIN)).isEmpty();
            }
        }

        @Test
        void thatFailsIsAProblem() {
            for (Supplier<String> broken : List.<Supplier<String>>of(
                    () -> {
                        throw new IllegalStateException("secret-of-the-host");
                    },
                    () -> null,
                    () -> "",
                    () -> "two\nlines")) {
                try (FakeSuperset server = server();
                        Talk talk = Talk.with(server, SupersetCredential.tokens("ann", broken))) {
                    assertThat(Talk.code(talk.send(Talk.DATASET))).isEqualTo("SUPERSET_CREDENTIAL_UNUSABLE");
                    assertThat(server.requests()).isEmpty();
                }
            }
        }

        @Test
        void thatHangsEndsWithTheDeadline() {
            CountDownLatch never = new CountDownLatch(1);
            CountDownLatch interrupted = new CountDownLatch(1);
            SupersetCredential credential = SupersetCredential.tokens("ann", () -> {
                try {
                    never.await();
                } catch (InterruptedException expected) {
                    interrupted.countDown();
                }
                return "late";
            });
            try (FakeSuperset server = server();
                    Talk talk = Talk.with(server, credential)) {
                Answer answer = talk.open(Duration.ofMillis(200)).send(Talk.DATASET);

                assertThat(Talk.code(answer)).isEqualTo("SUPERSET_TIMEOUT");
                assertThat(interrupted).satisfies(latch -> assertThat(latch.await(5, TimeUnit.SECONDS))
                        .isTrue());
            }
        }
    }

    @Nested
    class ASessionCookie {

        @Test
        void isSentInPlaceOfAToken() {
            try (FakeSuperset server = server();
                    Talk talk = Talk.with(server, SupersetCredential.sessionCookie("ann", "sso", "opened-elsewhere"))) {
                talk.send(Talk.DATASET);

                assertThat(server.requests())
                        .extracting(
                                request -> request.getHeaders().get("Authorization"),
                                request -> request.getHeaders().get("Cookie"))
                        .containsExactly(Tuple.tuple(null, "sso=opened-elsewhere"));
            }
        }

        @Test
        void isReplacedByTheSessionOfTheCsrfTokenWhereOneIsNeeded() {
            try (FakeSuperset server = server();
                    Talk talk = Talk.with(server, SupersetCredential.sessionCookie("ann", "opened-elsewhere"))) {
                talk.send(Talk.EXECUTE);

                assertThat(server.requests())
                        .extracting(request -> request.getHeaders().get("Cookie"))
                        .containsExactly("session=opened-elsewhere", "session=" + FakeSuperset.COOKIE);
                RecordedRequest launch = server.requestsOf("/api/v1/sqllab").get(0);
                assertThat(launch.getHeaders().get("X-CSRFToken")).isEqualTo(FakeSuperset.CSRF);
                assertThat(launch.getHeaders().get("Authorization")).isNull();
            }
        }

        @Test
        void thatEndedIsNotRenewed() {
            try (FakeSuperset server = server();
                    Talk talk = Talk.with(server, SupersetCredential.sessionCookie("ann", "opened-elsewhere"))) {
                server.json(Talk.DATASET_PATH, 401, "{\"msg\":\"Missing Authorization Header\"}");

                assertThat(Talk.status(talk.send(Talk.DATASET))).isEqualTo(401);
                assertThat(server.requests()).hasSize(1);
            }
        }
    }

    @Test
    void anApiKeyIsSentAsItIsAndNeverRenewed() {
        try (FakeSuperset server = server();
                Talk talk = Talk.with(server, SupersetCredential.apiKey("robot", "sst_k1"))) {
            server.json(Talk.DATASET_PATH, 401, EXPIRED);

            assertThat(Talk.status(talk.send(Talk.DATASET))).isEqualTo(401);
            assertThat(authorizations(server, "/")).containsExactly("Bearer sst_k1");
        }
    }

    @Test
    void aCookieOfTheApplicationRootIsSent() {
        try (FakeSuperset server = new FakeSuperset()) {
            server.answer("GET /analytics/api/v1/security/csrf_token/", any -> FakeSuperset.response(
                                    200, "{\"result\":\"c\"}")
                            .newBuilder()
                            .addHeader("Set-Cookie", "session=rooted; HttpOnly; Path=/analytics; SameSite=Lax")
                            .addHeader("Set-Cookie", "other=1; Path=/reports")
                            .addHeader("Set-Cookie", "strange=1; Domain=evil.example")
                            .build())
                    .json("POST /analytics/api/v1/sqllab/execute/", 200, "{}");
            try (Talk talk = Talk.with(
                    server.base() + "/analytics",
                    Talk.BEARER,
                    Timekeeper.system(),
                    TrafficLimits.defaults(),
                    call -> {})) {
                assertThat(Talk.status(talk.send(Talk.EXECUTE))).isEqualTo(200);

                RecordedRequest sent =
                        server.requestsOf("/analytics/api/v1/sqllab").get(0);
                assertThat(sent.getHeaders().get("Cookie")).isEqualTo("session=rooted");
                assertThat(sent.getHeaders().get("Referer")).isEqualTo(server.base() + "/analytics/");
            }
        }
    }

    @Test
    void cookiesOfOtherAnswersDoNotDisturbTheCsrfTicket() {
        try (FakeSuperset server = server();
                Talk talk = Talk.with(server)) {
            server.answer(Talk.DATASET_PATH, any -> FakeSuperset.response(200, "{}")
                    .newBuilder()
                    .addHeader("Set-Cookie", "session=knows-no-csrf; Path=/")
                    .build());
            talk.send(Talk.EXECUTE);
            talk.send(Talk.DATASET);
            talk.send(Talk.EXECUTE);

            assertThat(server.requestsOf("/api/v1/sqllab"))
                    .extracting(request -> request.getHeaders().get("Cookie"))
                    .containsOnly("session=" + FakeSuperset.COOKIE)
                    .hasSize(2);
        }
    }

    @Test
    void noCredentialShowsItsSecret() {
        List<SupersetCredential> all = List.of(
                SupersetCredential.password("ann", "s3cret"),
                SupersetCredential.ldap("ann", "s3cret"),
                SupersetCredential.bearer("ann", "s3cret"),
                SupersetCredential.tokens("ann", () -> "s3cret"),
                SupersetCredential.sessionCookie("ann", "s3cret"),
                SupersetCredential.sessionCookie("ann", "session", "s3cret"),
                SupersetCredential.apiKey("ann", "s3cret"));

        assertThat(all)
                .extracting(Object::getClass)
                .containsAll(List.of(SupersetCredential.class.getPermittedSubclasses()));
        assertThat(all).allSatisfy(credential -> assertThat(credential.toString())
                .matches("[A-Za-z]+\\[ann]")
                .doesNotContain("s3cret"));
        assertThat(all).extracting(SupersetCredential::identity).containsOnly("ann");
    }

    @Test
    void aCookieThatIsNoneIsRefusedBeforeAnythingIsSent() {
        for (SupersetCredential bad : List.of(
                SupersetCredential.sessionCookie("ann", "a; b=c"),
                SupersetCredential.sessionCookie("ann", "na me", "v"),
                SupersetCredential.sessionCookie("ann", "line\nbreak"),
                SupersetCredential.sessionCookie("ann", ""),
                SupersetCredential.apiKey("ann", "ä"))) {
            try (FakeSuperset server = server();
                    Talk talk = Talk.with(server, bad)) {
                assertThat(talk.opening())
                        .isInstanceOfSatisfying(SupersetClient.Opening.Closed.class, closed -> assertThat(
                                        closed.problem().code())
                                .isEqualTo("SUPERSET_CREDENTIAL_UNUSABLE"));
                assertThat(server.requests()).isEmpty();
            }
        }
    }
}
