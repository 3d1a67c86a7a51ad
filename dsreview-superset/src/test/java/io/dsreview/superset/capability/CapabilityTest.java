package io.dsreview.superset.capability;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.access.Actor;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.superset.SupersetCredential;
import io.dsreview.api.superset.SupersetCredentials;
import io.dsreview.superset.FakeSuperset;
import io.dsreview.superset.Superset;
import io.dsreview.superset.SupersetConfig;
import io.dsreview.superset.observation.SupersetCall;
import io.dsreview.superset.seam.ManualTime;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapabilityTest {

    private static final String LOGIN_PAGE = "GET /login/";
    private static final String OPENAPI = "GET /api/v1/_openapi";

    private final ManualTime time = new ManualTime();
    private final List<SupersetCall> calls = new CopyOnWriteArrayList<>();

    private Superset connect(FakeSuperset server) {
        SupersetCredentials byActor = (environment, actor) -> SupersetCredential.bearer(
                actor.user().value(), "token-of-" + actor.user().value());
        return Superset.connect(
                SupersetConfig.builder()
                        .environment("prod", URI.create(server.base()), byActor)
                        .callListener(calls::add)
                        .build(),
                time);
    }

    private SupersetCapabilities detect(FakeSuperset server) {
        try (Superset superset = connect(server)) {
            return superset.capabilities(FakeSuperset.PROD, FakeSuperset.ANN);
        }
    }

    private static MockResponse page(String common) {
        String data = "{\"common\":" + common + "}";
        return FakeSuperset.response(
                        200,
                        "<!doctype html><div id=\"app\" data-bootstrap=\"" + data.replace("\"", "&#34;") + "\"></div>")
                .newBuilder()
                .setHeader("Content-Type", "text/html; charset=utf-8")
                .build();
    }

    private static MockResponse page(String version, String templates) {
        return page("{\"menu_data\":{\"navbar_right\":{\"version_string\":" + version
                + "}},\"feature_flags\":{\"ENABLE_TEMPLATE_PROCESSING\":" + templates + ",\"DASHBOARD_RBAC\":true}"
                + ",\"application_root\":\"/analytics\"}");
    }

    @Nested
    class Detection {

        @Test
        void needsTheLoginPageOnlyAndShowsItNoIdentity() {
            try (FakeSuperset server = new FakeSuperset().answer(LOGIN_PAGE, any -> page("\"6.1.0\"", "true"))) {
                SupersetCapabilities found = detect(server);

                assertThat(found.version()).contains(new SupersetVersion(6, 1, 0));
                assertThat(found.behavesLike()).contains(new SupersetVersion(6, 1, 0));
                assertThat(found.templateProcessing()).isEqualTo(Support.YES);
                assertThat(found.featureFlags())
                        .containsExactlyInAnyOrder("ENABLE_TEMPLATE_PROCESSING", "DASHBOARD_RBAC");
                assertThat(found.applicationRoot()).contains("/analytics");
                assertThat(server.requested()).containsExactly(LOGIN_PAGE);
                RecordedRequest sent = server.requests().get(0);
                assertThat(sent.getHeaders().get("Accept")).isEqualTo("text/html");
                assertThat(sent.getHeaders().get("Authorization")).isNull();
                assertThat(sent.getHeaders().get("Cookie")).isNull();
            }
        }

        @Test
        void goesOnWhereTheLoginPageIsHidden() {
            MockResponse singleSignOn = new MockResponse.Builder()
                    .code(302)
                    .addHeader("Location", "https://sso.example/")
                    .build();
            try (FakeSuperset server = new FakeSuperset()
                    .answer(LOGIN_PAGE, any -> singleSignOn)
                    .json("GET /version", 200, "{\"version_string\":\"6.1.0\",\"version_sha\":\"\"}")) {
                SupersetCapabilities found = detect(server);

                assertThat(found.version()).contains(new SupersetVersion(6, 1, 0));
                assertThat(found.templateProcessing()).isEqualTo(Support.UNKNOWN);
                assertThat(found.featureFlags()).isEmpty();
                assertThat(found.applicationRoot()).isEmpty();
            }
            try (FakeSuperset server = new FakeSuperset()
                    .answer(LOGIN_PAGE, any -> singleSignOn)
                    .json("GET /static/version_info.json", 200, "{\"GIT_SHA\":\"\",\"version\":\"4.1.4\"}")) {
                assertThat(detect(server).version()).contains(new SupersetVersion(4, 1, 4));
                assertThat(server.requested())
                        .containsExactly(LOGIN_PAGE, "GET /version", "GET /static/version_info.json");
            }
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "{\"/api/v1/sqllab/format_sql/\":{}}; {}; 3.1.0",
                    "{\"/api/v1/sqllab/format_sql/\":{}}; {\"ExecutePayloadSchema\":{\"properties\":{\"json\":{},\"catalog\":{}}}}; 4.1.0",
                    "{\"/api/v1/sqllab/permalink\":{}}; {\"ExecutePayloadSchema\":{\"properties\":{\"json\":{},\"catalog\":{}}}}; 5.0.0",
                    "{\"/api/v1/sqllab/permalink\":{},\"/api/v1/theme/\":{}}; {\"FormatQueryPayloadSchema\":{\"properties\":{\"engine\":{}}}}; 6.0.0",
                    "{\"/api/v1/sqllab/permalink\":{},\"/api/v1/theme/\":{}}; {\"FormatQueryPayloadSchema\":{\"properties\":{\"template_params\":{}}}}; 6.1.0"
                })
        void asksTheDescriptionOfTheApiForADevelopmentBuild(String paths, String schemas, String release) {
            try (FakeSuperset server = new FakeSuperset()
                    .answer(LOGIN_PAGE, any -> page("\"0.0.0-dev\"", "false"))
                    .json(OPENAPI, 200, "{\"paths\":" + paths + ",\"components\":{\"schemas\":" + schemas + "}}")) {
                SupersetCapabilities found = detect(server);

                assertThat(found.version()).isEmpty();
                assertThat(found.behavesLike().map(SupersetVersion::toString)).contains(release);
                assertThat(found.templateProcessing()).isEqualTo(Support.NO);
                assertThat(server.requestsOf("/api/v1/_openapi")
                                .get(0)
                                .getHeaders()
                                .get("Authorization"))
                        .isEqualTo("Bearer token-of-ann");
            }
        }

        @Test
        void thatFindsNothingIsUnknownAndTriesEverything() {
            for (MockResponse nothing : List.of(
                    FakeSuperset.response(404, "{}"),
                    FakeSuperset.response(500, "<html>"),
                    FakeSuperset.response(200, "[]"),
                    page("null", "\"maybe\""))) {
                try (FakeSuperset server = new FakeSuperset()
                        .answer(LOGIN_PAGE, any -> nothing)
                        .answer("GET /version", any -> nothing)
                        .answer("GET /static/version_info.json", any -> nothing)
                        .answer(OPENAPI, any -> nothing)) {
                    SupersetCapabilities found = detect(server);

                    assertThat(found.version()).isEmpty();
                    assertThat(found.templateProcessing()).isEqualTo(Support.UNKNOWN);
                    assertThat(Capability.values()).allSatisfy(capability -> {
                        assertThat(found.support(capability)).isEqualTo(Support.UNKNOWN);
                        assertThat(found.mayHave(capability)).isTrue();
                    });
                }
            }
        }

        @Test
        void ofAServerThatIsGoneOrUnknownIsUnknown() {
            FakeSuperset gone = new FakeSuperset();
            gone.close();

            assertThat(detect(gone)).isEqualTo(SupersetCapabilities.UNKNOWN);
            try (FakeSuperset server = new FakeSuperset();
                    Superset superset = connect(server)) {
                assertThat(superset.capabilities(new EnvironmentId("other"), FakeSuperset.ANN))
                        .isEqualTo(SupersetCapabilities.UNKNOWN);
            }
        }
    }

    @Nested
    class Memory {

        private static final Actor BOB = Actor.of("acme", "bob");

        @Test
        void lastsAnHourPerEnvironmentAndIdentity() {
            try (FakeSuperset server = new FakeSuperset().answer(LOGIN_PAGE, any -> page("\"6.1.0\"", "true"));
                    Superset superset = connect(server)) {
                superset.capabilities(FakeSuperset.PROD, FakeSuperset.ANN);
                time.pass(Duration.ofMinutes(59));
                superset.capabilities(FakeSuperset.PROD, FakeSuperset.ANN);
                assertThat(server.requests()).hasSize(1);

                superset.capabilities(FakeSuperset.PROD, BOB);
                assertThat(server.requests()).hasSize(2);

                time.pass(Duration.ofMinutes(2));
                superset.capabilities(FakeSuperset.PROD, FakeSuperset.ANN);
                assertThat(server.requests()).hasSize(3);

                assertThat(calls)
                        .extracting(SupersetCall::request, SupersetCall::fromCache)
                        .containsExactly(
                                Assertions.tuple("login page", false),
                                Assertions.tuple("capabilities", true),
                                Assertions.tuple("login page", false),
                                Assertions.tuple("login page", false));
            }
        }

        @Test
        void ofWhatCouldNotBeFoundOutIsShort() {
            try (FakeSuperset server = new FakeSuperset();
                    Superset superset = connect(server)) {
                superset.capabilities(FakeSuperset.PROD, FakeSuperset.ANN);
                int asked = server.requests().size();
                superset.capabilities(FakeSuperset.PROD, FakeSuperset.ANN);
                assertThat(server.requests()).hasSize(asked);

                server.answer(LOGIN_PAGE, any -> page("\"6.1.0\"", "true"));
                time.pass(Duration.ofSeconds(61));

                assertThat(superset.capabilities(FakeSuperset.PROD, FakeSuperset.ANN)
                                .version())
                        .isPresent();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"3.1.3, 0", "4.0.2, 0", "4.1.4, 5", "5.0.0, 8", "6.0.0, 12", "6.1.0, 14", "7.2.0, 14"})
    void aReleaseHasWhatCameUpToIt(String text, int known) {
        Optional<SupersetVersion> release = SupersetVersion.parse(text);
        SupersetCapabilities capabilities =
                new SupersetCapabilities(release, release, Support.YES, Set.of(), Optional.empty());

        assertThat(Capability.values())
                .filteredOn(capability -> capabilities.support(capability) == Support.YES)
                .hasSize(known)
                .allMatch(capability -> capability.since().compareTo(release.orElseThrow()) <= 0);
        assertThat(Capability.values())
                .filteredOn(capability -> !capabilities.mayHave(capability))
                .hasSize(Capability.values().length - known);
    }
}
