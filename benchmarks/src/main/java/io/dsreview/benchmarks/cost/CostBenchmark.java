package io.dsreview.benchmarks.cost;

import io.dsreview.benchmarks.pairing.Attempt;
import io.dsreview.benchmarks.pairing.Forks;
import io.dsreview.benchmarks.pairing.Pairing;
import io.dsreview.benchmarks.pairing.Sample;
import io.dsreview.benchmarks.pairing.Table;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What a review costs in the core at three sizes. Prints tables, and ends with status 1 where a limit is missed.
 * {@code benchmarks/README.md} says what is measured and how it is started.
 */
@Command(name = "cost", mixinStandardHelpOptions = true, description = "Times the core alone, at three sizes.")
public final class CostBenchmark implements Callable<Integer> {

    /** So many parts of commands are timed for each command, or anything else, that is timed as a whole. */
    private static final int STEPS = 20;

    /** What runs a few times only is not warm by then. */
    private static final int REHEARSALS = 10;

    /** Memory is at hand: the time in which a system hands it out for the first time would be taken for ours. */
    private static final List<String> MEMORY = List.of("-Xms3g", "-Xmx3g", "-XX:+AlwaysPreTouch");

    @Option(
            names = "--jvms",
            paramLabel = "N",
            defaultValue = "2",
            description = "JVMs (default: ${DEFAULT-VALUE}), and as many for the largest size.")
    private int jvms;

    @Option(
            names = "--pairs",
            paramLabel = "N",
            defaultValue = "3",
            description = "Pairs in each JVM for each row, twenty times as many for decide and encode; a third at the"
                    + " largest size (default: ${DEFAULT-VALUE}).")
    private int pairs;

    @Option(names = "--fork", hidden = true, split = ",", description = "Measures in this JVM and prints the pairs.")
    private List<Scale> fork = List.of();

    private CostBenchmark() {}

    /**
     * Runs it.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new CostBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!fork.isEmpty()) {
            measure();
            return 0;
        }
        List<Sample> samples = new ArrayList<>(forked(jvms, Scale.SMALL, Scale.MIDDLE));
        samples.addAll(forked(jvms, Scale.LARGE));
        List<Costs> costs = new ArrayList<>();
        int row = 0;
        for (Scale scale : Scale.values()) {
            int from = row;
            row += Measure.all().size();
            costs.add(new Costs(scale, Sizes.of(scale), samples.subList(from, row)));
        }
        System.out.println(table(costs));
        System.out.println(
                Table.of(Costs.STEP_HEADER, Costs.at(costs, Scale.MIDDLE).stepCells()));
        List<String> misses = Limits.misses(costs);
        misses.forEach(miss -> System.out.println("MISSED: " + miss));
        System.out.printf(
                "%nThe core alone, Superset answering at once, store in memory. %d JVMs for each size, in each %d runs of each row,"
                        + " and %d of each command's decide and encode; at 20,000 fields %d and %d. Before it measures, each"
                        + " does all as often or more at 2,000. Time of the thread on one of %d cores; Java %s.%n",
                jvms,
                runs(Scale.MIDDLE, Measure.Kind.WHOLE),
                runs(Scale.MIDDLE, Measure.Kind.DECIDE),
                runs(Scale.LARGE, Measure.Kind.WHOLE),
                runs(Scale.LARGE, Measure.Kind.DECIDE),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature());
        return misses.isEmpty() ? 0 : 1;
    }

    private List<Sample> forked(int times, Scale... scales) throws IOException, InterruptedException {
        String names = Stream.of(scales).map(Scale::name).collect(Collectors.joining(","));
        List<String> arguments = List.of("--pairs", String.valueOf(pairs), "--fork", names);
        return Forks.run(MEMORY, CostBenchmark.class, arguments, times);
    }

    /** Nothing is measured before the code is warm. */
    private void measure() {
        try (Subject subject = new Subject(Scale.MIDDLE)) {
            for (Measure measure : Measure.all()) {
                try (Attempt attempt = measure.make().apply(subject)) {
                    IntStream.range(0, rehearsals(measure.kind())).forEach(i -> attempt.run());
                }
            }
        }
        for (Scale scale : fork) {
            measured(scale).forEach(System.out::println);
        }
    }

    private int rehearsals(Measure.Kind kind) {
        int runs = runs(Scale.MIDDLE, kind);
        return switch (kind) {
            case READY, DOCUMENTATION, VALIDATION -> Math.max(runs, REHEARSALS);
            case DECIDE, ENCODE, WHOLE -> runs;
        };
    }

    private int runs(Scale scale, Measure.Kind kind) {
        return scale.runs(kind.isStep() ? STEPS * pairs : pairs);
    }

    private List<String> measured(Scale scale) {
        List<String> lines = new ArrayList<>();
        try (Subject subject = new Subject(scale)) {
            for (Measure measure : Measure.all()) {
                lines.add(Forks.line(pairing(runs(scale, measure.kind()))
                        .kept(() -> measure.make().apply(subject), () -> measure.floor()
                                .apply(subject))));
            }
        }
        return lines;
    }

    /** All happens on one thread: its time on a processor is what it costs, whatever else the machine does. */
    private static Pairing pairing(int pairs) {
        return new Pairing(0, pairs, ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);
    }

    private static String table(List<Costs> costs) {
        List<List<String>> rows = new ArrayList<>();
        Costs smaller = null;
        for (Costs each : costs) {
            if (smaller != null) {
                rows.add(each.growthCells(smaller));
            }
            rows.add(each.cells());
            smaller = each;
        }
        return Table.of(Costs.header(), rows);
    }
}
