package io.dsreview.superset;

import static io.dsreview.superset.Recoveries.item;
import static io.dsreview.superset.Recoveries.recovered;
import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveredQuery;
import io.dsreview.api.superset.RecoveryItem.State;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import java.util.Objects;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Links into SQL Lab, as its page reads them. */
class SqlLabRecoveryTest {

    private static RecoveredQuery query(RecoveredContext context) {
        return Objects.requireNonNull(context.query());
    }

    @Test
    void runsTheSqlOfALinkWhereItsDatasetIs() {
        try (FakeSuperset server = Shop.server()) {
            RecoveredContext context = recovered(server, "/sqllab/?datasourceKey=7__table&sql=SELECT%0A1");

            assertThat(query(context).sql()).isEqualTo("SELECT\n1");
            assertThat(query(context).databaseId()).isEqualTo(3);
            assertThat(query(context).schema()).isEqualTo("main");
            assertThat(context.datasets()).hasSize(1);
            assertThat(item(context, "query").state()).isEqualTo(State.RECOVERED);
        }
    }

    @Test
    void looksUpADatabaseThatIsNamed() {
        try (FakeSuperset server = Shop.server()) {
            server.json(
                    "GET /api/v1/database/", 200, "{\"count\":1,\"result\":[{\"id\":5,\"database_name\":\"a'b\"}]}");

            RecoveredContext context = recovered(server, "/sqllab/?dbname=a'b&sql=SELECT+1");

            assertThat(query(context).databaseId()).isEqualTo(5);
            assertThat(server.requestsOf("/api/v1/database/").get(0).getUrl().queryParameter("q"))
                    .contains("value:'a!'b'", "opr:eq");
        }
    }

    @Test
    void leavesADatabaseOpenThatNobodyKnows() {
        try (FakeSuperset server = Shop.server()) {
            server.json("GET /api/v1/database/", 200, "{\"count\":0,\"result\":[]}");

            RecoveredContext context = recovered(server, "/sqllab/?dbname=shop&sql=SELECT+1");

            assertThat(query(context).databaseId()).isNull();
            assertThat(item(context, "query").state()).isEqualTo(State.PARTIAL);
        }
    }

    @Nested
    class SharedOfOld {

        private static final String SHARED = """
                {"dbId":1,"title":"Mine","sql":"SELECT {{ a }}, {{ b }}, {{ c }}","templateParams":"{\\"a\\":[1,2],\\"b\\":true}"}""";

        private static FakeSuperset server(String version) {
            FakeSuperset server = new FakeSuperset();
            server.json("GET /api/v1/sqllab/permalink/kv:8", 200, SHARED);
            server.json("GET /api/v1/sqllab/permalink/kv:81", 200, SHARED);
            server.answer("GET /login/", any -> new MockResponse.Builder()
                    .addHeader("Content-Type", "text/html")
                    .body(
                            "<div id=\"app\" data-bootstrap=\"{&#34;common&#34;:{&#34;feature_flags&#34;:{},&#34;menu_data&#34;:"
                                    + "{&#34;navbar_right&#34;:{&#34;version_string&#34;:&#34;" + version
                                    + "&#34;}}}}\"></div>")
                    .build());
            return server;
        }

        private static String refusal(String version, String link) {
            try (FakeSuperset server = server(version);
                    Superset superset = server.connect()) {
                Recovery recovery = FakeSuperset.recover(superset, server, link);
                assertThat(server.requested()).noneMatch(request -> request.contains("permalink"));
                return ((Recovery.Failed) recovery).problem().code();
            }
        }

        @Test
        void hasItsTitleAndAllItsParameters() {
            try (FakeSuperset server = server("6.0.0")) {
                RecoveredContext context = recovered(server, "/sqllab/?id=81");

                assertThat(query(context).name()).isEqualTo("Mine");
                assertThat(query(context).parameters())
                        .containsEntry("a", "[1,2]")
                        .containsEntry("b", "true");
                assertThat(item(context, "variable:query:variable:b").state()).isEqualTo(State.RECOVERED);
                assertThat(item(context, "variable:query:variable:c").state()).isEqualTo(State.PARTIAL);
            }
        }

        @Test
        void isToldToNobodyButABrowserBefore5() {
            assertThat(refusal("4.1.4", "/sqllab/?id=8")).isEqualTo("RECOVERY_SHARED_QUERY_SESSION_ONLY");
        }

        @Test
        void isNotAskedForWhere5WouldShowAnotherOne() {
            assertThat(refusal("5.0.0", "/sqllab/?id=81")).isEqualTo("RECOVERY_SHARED_QUERY_MISTAKEN");
            try (FakeSuperset server = server("5.0.0")) {
                assertThat(query(recovered(server, "/sqllab/?id=8")).name()).isEqualTo("Mine");
            }
        }
    }
}
