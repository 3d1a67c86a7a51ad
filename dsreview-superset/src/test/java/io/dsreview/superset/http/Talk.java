package io.dsreview.superset.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.superset.SupersetCredential;
import io.dsreview.api.superset.SupersetCredentials;
import io.dsreview.superset.FakeSuperset;
import io.dsreview.superset.http.SupersetClient.Opening;
import io.dsreview.superset.observation.SupersetCallListener;
import io.dsreview.superset.seam.Timekeeper;
import io.dsreview.superset.traffic.TrafficLimits;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A conversation with a {@link FakeSuperset}, and what a test may want to set. */
final class Talk implements AutoCloseable {

    static final String DATASET_PATH = "GET /api/v1/dataset/7";
    static final ApiRequest DATASET = ApiRequest.get("dataset", "dataset", "7");
    static final String EXECUTE_PATH = "POST /api/v1/sqllab/execute/";
    static final ApiRequest EXECUTE = ApiRequest.post(
                    "SQL Lab execute", Map.of("sql", "SELECT 1", "catalog", "main"), "sqllab", "execute", "")
            .withCsrf();
    static final String CHART_DATA_PATH = "POST /api/v1/chart/data";
    static final ApiRequest CHART_DATA = ApiRequest.post(
                    "chart data", Map.of("queries", List.of(), "force", false), "chart", "data")
            .asSafe();
    static final SupersetCredential PASSWORD = SupersetCredential.password("svc", FakeSuperset.PASSWORD);
    static final SupersetCredential BEARER = SupersetCredential.bearer("svc", "ready-token");

    private final SupersetClient client;

    private Talk(SupersetClient client) {
        this.client = client;
    }

    static Talk with(FakeSuperset server) {
        return with(server, BEARER);
    }

    static Talk with(FakeSuperset server, SupersetCredential credential) {
        return with(server.base(), credential, Timekeeper.system(), TrafficLimits.defaults(), call -> {});
    }

    static Talk with(FakeSuperset server, Timekeeper time) {
        return with(server.base(), BEARER, time, TrafficLimits.defaults(), call -> {});
    }

    static Talk with(
            String base,
            SupersetCredential credential,
            Timekeeper time,
            TrafficLimits traffic,
            SupersetCallListener listener) {
        Duration patience = Duration.ofSeconds(5);
        HttpLimits limits = new HttpLimits(patience, patience, patience, patience, 1_000_000, Proxy.NO_PROXY, traffic);
        SupersetHost host =
                new SupersetHost(FakeSuperset.PROD, URI.create(base), SupersetCredentials.fixed(credential));
        return new Talk(new SupersetClient(List.of(host), limits, listener, time));
    }

    Opening opening() {
        return client.open(FakeSuperset.PROD, FakeSuperset.ANN);
    }

    Conversation open() {
        return ((Opening.Open) opening()).conversation();
    }

    Conversation open(Duration budget) {
        return ((Opening.Open) client.open(FakeSuperset.PROD, FakeSuperset.ANN, budget)).conversation();
    }

    Answer send(ApiRequest request) {
        return open().send(request);
    }

    static int status(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Received.class);
        return ((Answer.Received) answer).status();
    }

    static String code(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Missing.class);
        return ((Answer.Missing) answer).problem().code();
    }

    /** Ends it before its end. */
    void shut() {
        client.close();
    }

    @Override
    public void close() {
        shut();
    }
}
