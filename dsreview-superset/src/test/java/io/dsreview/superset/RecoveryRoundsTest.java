package io.dsreview.superset;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What needs nothing of each other is asked at once: the server answers a round when all of its requests have arrived. */
class RecoveryRoundsTest {

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

    @Test
    void ofAPermalinkThree() {
        String uuid = "9fdeec93-23cc-4d57-b9d7-ff3b84908e12";
        assertAsksInRounds(
                "/superset/dashboard/p/perma1/",
                List.of(
                        List.of(LOGIN_PAGE, "GET /api/v1/dashboard/permalink/perma1"),
                        List.of("GET /api/v1/dashboard/" + uuid, "GET /api/v1/dashboard/" + uuid + "/charts"),
                        List.of(DATASET)));
    }
}
