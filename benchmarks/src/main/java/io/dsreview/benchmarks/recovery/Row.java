package io.dsreview.benchmarks.recovery;

import io.dsreview.benchmarks.pairing.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A row of the table: one dashboard, recovered by one kind of client.
 *
 * @param rehearsal the dashboard, and the requests
 * @param client what was there before
 * @param sample the times
 */
record Row(Rehearsal rehearsal, Rehearsal.Client client, Sample sample) {

    /** The most that a recovery may take, in times of its floor. */
    static final double ALLOWED_RATIO = 1.15;

    static final List<String> HEADER = List.of(
            "client",
            "charts",
            "datasets",
            "requests",
            "allowed",
            "timed in stages",
            "recovery ms",
            "bare ms",
            "ratio",
            "middle half",
            "by JVM",
            "growth");

    /** Returns the cells. Growth is how much longer it took than the smallest dashboard of the same kind of client. */
    List<String> cells(Row smallest) {
        Board board = rehearsal.board();
        return List.of(
                client.name().toLowerCase(Locale.ROOT),
                String.valueOf(board.charts()),
                String.valueOf(board.datasets()),
                String.valueOf(rehearsal.first().size()),
                String.valueOf(rehearsal.allowedRequests()),
                rehearsal.stages(client).stream()
                        .map(stage -> String.valueOf(stage.size()))
                        .collect(Collectors.joining("+")),
                number(sample.subjectMillis(), 1),
                number(sample.floorMillis(), 1),
                number(sample.ratio(0.5), 3),
                number(sample.ratio(0.25), 2) + "-" + number(sample.ratio(0.75), 2),
                sample.forkRatios().stream().map(ratio -> number(ratio, 2)).collect(Collectors.joining(" ")),
                "x" + number(sample.subjectMillis() / smallest.sample.subjectMillis(), 1));
    }

    /** Returns whether it took more than allowed, but so little that a quarter of the pairs did not. */
    boolean isUndecided() {
        return sample.ratio(0.5) > ALLOWED_RATIO && sample.ratio(0.25) <= ALLOWED_RATIO;
    }

    /** Returns the row with the pairs of more JVMs. */
    Row with(Row more) {
        return new Row(rehearsal, client, sample.with(more.sample));
    }

    /** Returns what is not as it should be; empty if all is. */
    List<String> misses() {
        String which = rehearsal.board().charts() + " charts, " + client.name().toLowerCase(Locale.ROOT) + " client";
        List<String> misses = new ArrayList<>();
        if (rehearsal.first().size() > rehearsal.allowedRequests()) {
            misses.add(which + ": " + rehearsal.first().size() + " requests, " + rehearsal.allowedRequests()
                    + " are allowed");
        }
        if (sample.ratio(0.5) > ALLOWED_RATIO) {
            misses.add(which + ": " + number(sample.ratio(0.5), 3) + " times the bare requests, " + ALLOWED_RATIO
                    + " are allowed");
        }
        return misses;
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
