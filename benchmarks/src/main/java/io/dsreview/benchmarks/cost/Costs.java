package io.dsreview.benchmarks.cost;

import io.dsreview.benchmarks.pairing.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What was measured at one size.
 *
 * @param scale the size
 * @param sizes the bytes
 * @param samples the times, one for each of {@link Measure#all()}
 */
record Costs(Scale scale, Sizes sizes, List<Sample> samples) {

    private static final double MOST = 0.95;
    private static final double KILO = 1_000;

    static final List<String> HEADER = List.of(
            "fields",
            "filters",
            "findings",
            "document kB",
            "link to preview ms",
            "decide p95 ms",
            "encode p95 ms",
            "command ms",
            "command / floor",
            "written kB",
            "export ms",
            "growth of a command");

    static final List<String> STEP_HEADER =
            List.of("command", "decide p95 ms", "encode p95 ms", "whole ms", "whole / floor", "written kB");

    /** Returns what was measured at a size. */
    static Costs at(List<Costs> all, Scale scale) {
        return all.stream().filter(each -> each.scale() == scale).findFirst().orElseThrow();
    }

    /** Returns the median of the slowest measure of a kind. */
    double middle(Measure.Kind kind) {
        return slowest(kind, 0.5);
    }

    /** Returns the 95th percentile of the slowest measure of a kind. */
    double most(Measure.Kind kind) {
        return slowest(kind, MOST);
    }

    private double slowest(Measure.Kind kind, double share) {
        return indexes(kind)
                .mapToDouble(i -> samples.get(i).subjectMillis(share))
                .max()
                .orElseThrow();
    }

    List<String> cells(Costs smallest) {
        return List.of(
                String.valueOf(scale.fields()),
                String.valueOf(scale.filters()),
                String.valueOf(sizes.findings()),
                number(sizes.document() / KILO),
                number(middle(Measure.Kind.READY)),
                number(most(Measure.Kind.DECIDE)),
                number(most(Measure.Kind.ENCODE)),
                number(middle(Measure.Kind.WHOLE)),
                number(slowestRatio()),
                number(sizes.written().stream().mapToLong(each -> each).max().orElseThrow() / KILO),
                number(middle(Measure.Kind.EXPORT)),
                "x" + number(middle(Measure.Kind.WHOLE) / smallest.middle(Measure.Kind.WHOLE)));
    }

    List<List<String>> stepCells() {
        int[] decide = indexes(Measure.Kind.DECIDE).toArray();
        int[] encode = indexes(Measure.Kind.ENCODE).toArray();
        int[] whole = indexes(Measure.Kind.WHOLE).toArray();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < decide.length; i++) {
            rows.add(List.of(
                    Measure.all().get(decide[i]).name(),
                    number(samples.get(decide[i]).subjectMillis(MOST)),
                    number(samples.get(encode[i]).subjectMillis(MOST)),
                    number(samples.get(whole[i]).subjectMillis()),
                    number(samples.get(whole[i]).ratio(0.5)),
                    number(sizes.written().get(i) / KILO)));
        }
        return rows;
    }

    private double slowestRatio() {
        return indexes(Measure.Kind.WHOLE)
                .mapToDouble(i -> samples.get(i).ratio(0.5))
                .max()
                .orElseThrow();
    }

    private static IntStream indexes(Measure.Kind kind) {
        List<Measure> all = Measure.all();
        return IntStream.range(0, all.size()).filter(i -> all.get(i).kind() == kind);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }
}
