package io.dsreview.benchmarks.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.benchmarks.pairing.Pair;
import io.dsreview.benchmarks.pairing.Sample;
import io.dsreview.benchmarks.recovery.Rehearsal.Client;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;

class RowTest {

    private static final Board BOARD = new Board(5, 2, "http://superset.test/superset/dashboard/sales/");

    private static Row row(int requests, long... recoveryNanos) {
        NotedRequest request = NotedRequest.of("GET", "/login/", new Headers.Builder().build());
        List<NotedRequest> first = Collections.nCopies(requests, request);
        Rehearsal rehearsal = new Rehearsal(BOARD, URI.create("http://superset.test"), first, first);
        List<Pair> pairs = LongStream.of(recoveryNanos)
                .mapToObj(nanos -> new Pair(nanos, 100))
                .toList();
        return new Row(rehearsal, Client.KEPT, new Sample(List.of(pairs)));
    }

    @Test
    void allThatIsAllowedIsNoMiss() {
        assertThat(row(7, 115).misses()).isEmpty();
    }

    @Test
    void saysEachMiss() {
        assertThat(row(8, 116).misses())
                .containsExactly(
                        "5 charts, kept client: 8 requests, 7 are allowed",
                        "5 charts, kept client: 1.160 times the bare requests, 1.15 are allowed");
    }

    @Test
    void isUndecidedWhereTheMiddleHalfBeginsBelowTheLimit() {
        assertThat(row(7, 114, 116, 118).isUndecided()).isTrue();
        assertThat(row(7, 116, 117, 118).isUndecided()).isFalse();
        assertThat(row(7, 113, 114, 118).isUndecided()).isFalse();
    }

    @Test
    void whatWasUndecidedIsDecidedByAllPairs() {
        assertThat(row(7, 114, 116, 118).with(row(7, 113, 114, 115)).misses()).isEmpty();
        assertThat(row(7, 114, 116, 118).with(row(7, 115, 117, 118)).misses()).hasSize(1);
    }

    @Test
    void growthIsAgainstTheSmallest() {
        assertThat(row(7, 300).cells(row(7, 100))).endsWith("x3.0").contains("7", "3.000");
    }
}
