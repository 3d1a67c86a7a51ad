package io.dsreview.superset;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.canonical.JsonText;
import io.dsreview.api.execution.HandOffLink;
import java.util.List;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

class HandOffLinkTest {

    private static final String SQL = "SELECT 'a+b' & c -- ä\n";
    private static final String INLINE =
            "/sqllab/?dbid=3&schema=main&name=dsreview" + "&sql=SELECT%20%27a%2Bb%27%20%26%20c%20--%20%C3%A4%0A";
    private static final String PERMALINK = "POST /api/v1/sqllab/permalink";
    private static final String MADE = "{\"key\":\"Ab3-x_9\",\"url\":\"http://elsewhere.test/sqllab/p/Ab3-x_9/\"}";

    private static HandOffLink link(FakeSuperset server, String sql) {
        try (Superset superset = server.connect()) {
            return superset.compilationAdapter().handOffLink(Shop.inputs(Map.of()), sql, FakeSuperset.ANN);
        }
    }

    @Test
    void isAPermalinkBuiltFromTheConfiguredBaseWhereThereAreSome() {
        for (String version : List.of("5.0.0", "6.0.0", "6.1.0")) {
            try (FakeSuperset server = Shop.server().version(version).json(PERMALINK, 201, MADE)) {
                assertThat(link(server, SQL)).isEqualTo(new HandOffLink(server.base() + "/sqllab/p/Ab3-x_9/", true));
                RecordedRequest sent =
                        server.requestsOf("/api/v1/sqllab/permalink").get(0);
                assertThat(JsonText.parse(sent.getBody().utf8()))
                        .isEqualTo(Map.of("dbId", 3L, "name", "dsreview", "schema", "main", "sql", SQL));
                assertThat(sent.getHeaders().get("X-CSRFToken")).isEqualTo(FakeSuperset.CSRF);
            }
        }
    }

    @Test
    void carriesTheSqlInTheAddressBefore() {
        for (String version : List.of("3.1.3", "4.1.4")) {
            try (FakeSuperset server = Shop.server().version(version).json(PERMALINK, 201, MADE)) {
                assertThat(link(server, SQL)).isEqualTo(new HandOffLink(server.base() + INLINE, true));
                assertThat(server.requestsOf("/api/v1/sqllab")).isEmpty();
            }
        }
    }

    @Test
    void carriesTheSqlInTheAddressWhereThereIsNoPermalink() {
        for (String answer : List.of("{}", "{\"key\":\"../../logout\"}", "{\"key\":7}", "[]")) {
            try (FakeSuperset server = Shop.server().json(PERMALINK, 201, answer)) {
                assertThat(link(server, SQL)).as(answer).isEqualTo(new HandOffLink(server.base() + INLINE, true));
            }
        }
        for (int status : List.of(403, 404, 422, 500)) {
            try (FakeSuperset server = Shop.server().json(PERMALINK, status, "{\"message\":\"no\"}")) {
                assertThat(link(server, SQL)).isEqualTo(new HandOffLink(server.base() + INLINE, true));
            }
        }
    }

    @Test
    void saysThatAnAddressIsTooShortForALongSql() {
        try (FakeSuperset server = Shop.server().version("4.1.4")) {
            String fits =
                    "x".repeat(8_000 - (server.base() + "/sqllab/?dbid=3&schema=main&name=dsreview&sql=").length());

            assertThat(link(server, fits).carriesSql()).isTrue();
            assertThat(link(server, fits).link()).hasSize(8_000);
            assertThat(link(server, fits + "x"))
                    .isEqualTo(new HandOffLink(server.base() + "/sqllab/?dbid=3&schema=main&name=dsreview", false));
        }
    }

    @Test
    void aPermalinkCarriesALongSql() {
        try (FakeSuperset server = Shop.server().json(PERMALINK, 201, MADE)) {
            assertThat(link(server, "SELECT 1 -- " + "x".repeat(100_000)).carriesSql())
                    .isTrue();
        }
    }
}
