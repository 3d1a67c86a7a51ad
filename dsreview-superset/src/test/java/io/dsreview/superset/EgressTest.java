package io.dsreview.superset;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.error.Problem;
import io.dsreview.api.superset.LinkReading;
import io.dsreview.api.superset.SupersetLink;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is sent to anywhere but the configured environment. */
class EgressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example/superset/dashboard/1/",
                "https://127.0.0.1:PORT/superset/dashboard/1/",
                "http://127.0.0.1:1/superset/dashboard/1/",
                "http://127.0.0.1/superset/dashboard/1/",
                "http://ann:secret@127.0.0.1:PORT/superset/dashboard/1/",
                "http://127.0.0.1:PORT@evil.example/superset/dashboard/1/",
                "http://127.1:PORT/superset/dashboard/1/",
                "http://0x7f.1:PORT/superset/dashboard/1/",
                "http://0177.0.0.1:PORT/superset/dashboard/1/",
                "http://2130706433:PORT/superset/dashboard/1/",
                "http://localhost:PORT/superset/dashboard/1/",
                "http://[::1]:PORT/superset/dashboard/1/",
                "http://[::ffff:127.0.0.1]:PORT/superset/dashboard/1/",
                "http://127.0.0.1.:PORT/superset/dashboard/1/",
                "http://127.0.0.1%2e:PORT/superset/dashboard/1/",
                "http://１２７.0.0.1:PORT/superset/dashboard/1/",
                "http://127.0.0.1:PORT/superset/dashboard/../../admin/",
                "javascript:fetch('http://127.0.0.1:PORT')",
                "file:///etc/passwd"
            })
    void refusesTheLinkAndSendsNothing(String link) {
        try (FakeSuperset server = Operation.server();
                Superset superset = server.connect()) {
            String port = server.base().replaceFirst(".*:", "");

            LinkReading reading = superset.contextExtractor().read(link.replace("PORT", port));

            assertThat(reading).isInstanceOf(LinkReading.Refused.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void readingAGoodLinkSendsNothingEither() {
        try (FakeSuperset server = Operation.server();
                Superset superset = server.connect()) {
            LinkReading reading = superset.contextExtractor().read(server.base() + Shop.DASHBOARD);

            assertThat(reading).isInstanceOf(LinkReading.Supported.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"../../admin", "a/b", "a?b", "a%2Fb", "..", "''"})
    void aForgedLinkCannotChangeThePath(String forged) {
        try (FakeSuperset server = Operation.server();
                Superset superset = server.connect()) {
            for (SupersetLink link : List.of(
                    new SupersetLink.Dashboard(FakeSuperset.PROD, forged, null, null, null, null, null, Map.of()),
                    new SupersetLink.Dashboard(FakeSuperset.PROD, null, forged, null, null, null, null, Map.of()),
                    new SupersetLink.Dashboard(FakeSuperset.PROD, "1", null, forged, null, null, null, Map.of()))) {
                Object result = superset.contextExtractor().recover(link, FakeSuperset.ANN);

                assertThat(Operation.problems(result)).extracting(Problem::code).containsExactly("LINK_KEY_ILLEGAL");
            }
            assertThat(server.requested())
                    .allMatch(request -> request.startsWith("GET /api/v1/dashboard/1")
                            || request.equals("GET /login/")
                            || request.equals("POST /api/v1/security/login"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void redirectsAreNotFollowed(Operation operation) {
        for (int status : new int[] {301, 302, 303, 307, 308}) {
            for (String request : operation.requests()) {
                try (FakeSuperset other = new FakeSuperset();
                        FakeSuperset server = Operation.server();
                        Superset superset = server.connect()) {
                    server.answer(request, any -> new MockResponse.Builder()
                            .code(status)
                            .addHeader("Location", other.base() + "/elsewhere")
                            .build());

                    List<Problem> problems = Operation.problems(operation.run(superset));

                    assertThat(problems).as(request).extracting(Problem::code).containsExactly("SUPERSET_REDIRECTED");
                    assertThat(other.requests()).isEmpty();
                    assertThat(server.requested()).doesNotHaveDuplicates();
                }
            }
        }
    }

    @Test
    void aRedirectToTheLoginPageIsAProblemOfIdentity() {
        try (FakeSuperset server = Operation.server();
                Superset superset = server.connect()) {
            server.answer("GET /api/v1/dashboard/1", any -> new MockResponse.Builder()
                    .code(302)
                    .addHeader("Location", "/login/?next=x")
                    .build());

            assertThat(Operation.problems(Operation.RECOVER.run(superset)))
                    .extracting(Problem::code)
                    .containsExactly("SUPERSET_LOGIN_DEMANDED");
        }
    }
}
