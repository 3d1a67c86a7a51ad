package io.dsreview.benchmarks.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;

class StagesTest {

    private static final String LINK = "http://superset.test/superset/dashboard/sales/?native_filters_key=k";

    private static List<List<String>> stages(String... paths) {
        List<NotedRequest> requests = Stream.of(paths)
                .map(path -> NotedRequest.of("GET", path, new Headers.Builder().build()))
                .toList();
        return Stages.of(requests, LINK).stream()
                .map(stage -> stage.stream().map(NotedRequest::target).toList())
                .toList();
    }

    @Test
    void whatTheLinkNamesNeedsNothing() {
        assertThat(stages(
                        "/login/",
                        "/api/v1/dashboard/sales",
                        "/api/v1/dashboard/sales/charts",
                        "/api/v1/dashboard/7/filter_state/k",
                        "/api/v1/dataset/3?q=x",
                        "/api/v1/dataset/4"))
                .containsExactly(
                        List.of("/login/", "/api/v1/dashboard/sales", "/api/v1/dashboard/sales/charts"),
                        List.of("/api/v1/dashboard/7/filter_state/k", "/api/v1/dataset/3?q=x", "/api/v1/dataset/4"));
    }

    @Test
    void datasetsNeedTheChartsHoweverTheseAreAskedFor() {
        assertThat(stages("/api/v1/dashboard/sales", "/api/v1/dashboard/7/charts", "/api/v1/dataset/3"))
                .containsExactly(
                        List.of("/api/v1/dashboard/sales"),
                        List.of("/api/v1/dashboard/7/charts"),
                        List.of("/api/v1/dataset/3"));
    }

    @Test
    void whatIsNotUnderstoodIsRefused() {
        assertThatThrownBy(() -> stages("/api/v1/query/3"))
                .hasMessage("it is not known what /api/v1/query/3 needs; say so in Stages");
    }
}
