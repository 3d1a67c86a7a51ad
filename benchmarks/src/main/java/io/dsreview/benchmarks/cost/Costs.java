package io.dsreview.benchmarks.cost;

import io.dsreview.benchmarks.pairing.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    /**
     * What is told of each size, and should grow no faster than it.
     *
     * @param head what stands above it
     * @param value what was measured
     */
    record Column(String head, ToDoubleFunction<Costs> value) {

        double growth(Costs from, Costs to) {
            return value.applyAsDouble(to) / value.applyAsDouble(from);
        }
    }

    static final List<Column> COLUMNS = List.of(
            new Column("document kB", costs -> costs.sizes.document() / KILO),
            new Column("written kB", Costs::written),
            new Column("link to preview ms", costs -> costs.middle(Measure.Kind.READY)),
            new Column("decide ms", costs -> costs.middle(Measure.Kind.DECIDE)),
            new Column("decide p95", costs -> costs.most(Measure.Kind.DECIDE)),
            new Column("encode ms", costs -> costs.middle(Measure.Kind.ENCODE)),
            new Column("encode p95", costs -> costs.most(Measure.Kind.ENCODE)),
            new Column("documentation ms", costs -> costs.middle(Measure.Kind.DOCUMENTATION)),
            new Column("validation ms", costs -> costs.middle(Measure.Kind.VALIDATION)),
            new Column("command ms", Costs::command),
            new Column("floor ms", Costs::floor));

    static final List<String> STEP_HEADER = List.of(
            "command", "decide p95", "encode p95", "encode / floor", "command ms", "command / floor", "written kB");

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
                .mapToDouble(i -> samples.get(i).calmestMillis(share))
                .max()
                .orElseThrow();
    }

    static List<String> header() {
        return row("fields", "filters", "findings", COLUMNS.stream().map(Column::head));
    }

    List<String> cells() {
        return row(
                String.valueOf(scale.fields()),
                String.valueOf(scale.filters()),
                String.valueOf(sizes.findings()),
                COLUMNS.stream().map(column -> number(column.value().applyAsDouble(this))));
    }

    /** How much more everything is than at a smaller size. */
    List<String> growthCells(Costs smaller) {
        return row(
                growth(scale.fields(), smaller.scale.fields()),
                growth(scale.filters(), smaller.scale.filters()),
                growth(sizes.findings(), smaller.sizes.findings()),
                COLUMNS.stream().map(column -> "x" + number(column.growth(smaller, this))));
    }

    private static String growth(int larger, int smaller) {
        return "x" + number((double) larger / smaller);
    }

    private static List<String> row(String fields, String filters, String findings, Stream<String> rest) {
        return Stream.concat(Stream.of(fields, filters, findings), rest).toList();
    }

    List<List<String>> stepCells() {
        int[] decide = indexes(Measure.Kind.DECIDE).toArray();
        int[] encode = indexes(Measure.Kind.ENCODE).toArray();
        int[] whole = indexes(Measure.Kind.WHOLE).toArray();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < decide.length; i++) {
            rows.add(List.of(
                    Measure.all().get(decide[i]).name(),
                    number(samples.get(decide[i]).calmestMillis(MOST)),
                    number(samples.get(encode[i]).calmestMillis(MOST)),
                    number(samples.get(encode[i]).ratio(0.5)),
                    number(samples.get(whole[i]).calmestMillis(0.5)),
                    number(samples.get(whole[i]).ratio(0.5)),
                    number(sizes.written().get(i) / KILO)));
        }
        return rows;
    }

    /** The most that one command wrote. */
    private double written() {
        return sizes.written().stream().mapToLong(each -> each).max().orElseThrow() / KILO;
    }

    /** The mean of the commands' medians. */
    private double command() {
        return indexes(Measure.Kind.WHOLE)
                .mapToDouble(i -> samples.get(i).calmestMillis(0.5))
                .average()
                .orElseThrow();
    }

    /** All documents as plain JSON. */
    private double floor() {
        return indexes(Measure.Kind.WHOLE)
                .mapToDouble(i -> samples.get(i).floorMillis())
                .min()
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
