package io.dsreview.superset;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What needs nothing of each other is asked at once: the server answers a round when all of its requests have arrived. */
class RecoveryRoundsTest {

    private static final String UUID = "9fdeec93-23cc-4d57-b9d7-ff3b84908e12";
    private static final String LOGIN_PAGE = "GET /login/";
    private static final String DATASET = "GET /api/v1/dataset/7";

    private static void assertAsksInRounds(String path, List<List<String>> rounds) {
        try (FakeSuperset server = Shop.server();
                Superset superset = server.connect()) {
            Shop.savedState(server, "{}");
            Shop.permalink(server, "{}");
            rounds.forEach(server::together);

            Recovery recovery = FakeSuperset.recover(superset, server, path);

            assertThat(recovery).isInstanceOf(Recovery.Recovered.class);
            List<String> requested = server.requested();
            assertThat(requested).startsWith("POST /api/v1/security/login");
            int begin = 1;
            for (List<String> round : rounds) {
                assertThat(requested.subList(begin, begin + round.size())).containsExactlyInAnyOrderElementsOf(round);
                begin += round.size();
            }
            assertThat(requested).hasSize(begin);
        }
    }

    @Test
    void ofADashboardTwo() {
        assertAsksInRounds(
                "/superset/dashboard/sales/?native_filters_key=key-1",
                List.of(
                        List.of(LOGIN_PAGE, "GET /api/v1/dashboard/sales", "GET /api/v1/dashboard/sales/charts"),
                        List.of("GET /api/v1/dashboard/1/filter_state/key-1", DATASET)));
    }

    /** A permalink names its dashboard by UUID. */
    @Test
    void ofAPermalinkFour() {
        assertAsksInRounds(
                "/superset/dashboard/p/perma1/",
                List.of(
                        List.of(LOGIN_PAGE, "GET /api/v1/dashboard/permalink/perma1"),
                        List.of("GET /api/v1/dashboard/" + UUID),
                        List.of("GET /api/v1/dashboard/1/charts"),
                        List.of(DATASET)));
    }

    /** By UUID Superset shows what it hides by number. */
    @ParameterizedTest
    @ValueSource(strings = {UUID, "9fdeec9323cc4d57b9d7ff3b84908e12"})
    void whatSupersetShowsByUuidOnlyStaysHidden(String uuid) {
        try (FakeSuperset server = Shop.server();
                Superset superset = server.connect()) {
            String named = "GET /api/v1/dashboard/" + uuid;
            server.json(named, 200, "{\"result\":{\"id\":1,\"dashboard_title\":\"Draft\",\"json_metadata\":\"{}\"}}");
            server.json(named + "/charts", 200, "{\"result\":[]}");
            server.json("GET /api/v1/dashboard/1/charts", 404, "{\"message\":\"Not found\"}");

            Recovery recovery = FakeSuperset.recover(superset, server, "/superset/dashboard/" + uuid + "/");

            assertThat(((Recovery.Failed) recovery).problem().code()).isEqualTo("SUPERSET_NOT_FOUND");
        }
    }
}
