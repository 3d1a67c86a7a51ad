package io.dsreview.benchmarks.cost;

import io.dsreview.benchmarks.pairing.Forks;
import io.dsreview.benchmarks.pairing.Pairing;
import io.dsreview.benchmarks.pairing.Sample;
import io.dsreview.benchmarks.pairing.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What a review costs in the core at three sizes. Prints tables, and ends with status 1 where a limit is missed.
 * {@code benchmarks/README.md} says what is measured and how it is started.
 */
@Command(name = "cost", mixinStandardHelpOptions = true, description = "Times the core alone, at three sizes.")
public final class CostBenchmark implements Callable<Integer> {

    @Option(names = "--jvms", paramLabel = "N", defaultValue = "3", description = "JVMs (default: ${DEFAULT-VALUE}).")
    private int jvms;

    @Option(
            names = "--pairs",
            paramLabel = "N",
            defaultValue = "40",
            description = "Pairs in each JVM and row at the middle size (default: ${DEFAULT-VALUE}).")
    private int pairs;

    @Option(names = "--fork", hidden = true, description = "Measures in this JVM and prints the pairs.")
    private boolean fork;

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
        if (fork) {
            measure();
            return 0;
        }
        List<Sample> samples =
                Forks.run(CostBenchmark.class, List.of("--pairs", String.valueOf(pairs), "--fork"), jvms);
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
                "%nThe core alone, Superset answering at once, store in memory: %d JVMs, %d pairs in each and row at the middle"
                        + " size, %d cores, Java %s.%n",
                jvms,
                pairs,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature());
        return misses.isEmpty() ? 0 : 1;
    }

    /** The middle size first, thrown away, so that no size is measured before the code is warm. */
    private void measure() {
        measured(Scale.MIDDLE, new Pairing(pairs, 1));
        for (Scale scale : Scale.values()) {
            measured(scale, pairing(scale)).forEach(System.out::println);
        }
    }

    private Pairing pairing(Scale scale) {
        return switch (scale) {
            case SMALL -> new Pairing(pairs, 2 * pairs);
            case MIDDLE -> new Pairing(pairs / 2, pairs);
            case LARGE -> new Pairing(2, Math.max(pairs / 5, 2));
        };
    }

    private static List<String> measured(Scale scale, Pairing pairing) {
        List<String> lines = new ArrayList<>();
        for (Measure measure : Measure.all()) {
            lines.add(Forks.line(pairing.kept(() -> measure.make().apply(scale), Measure.floor(scale))));
        }
        return lines;
    }

    private static String table(List<Costs> costs) {
        Costs smallest = costs.get(0);
        return Table.of(
                Costs.HEADER, costs.stream().map(each -> each.cells(smallest)).toList());
    }
}
