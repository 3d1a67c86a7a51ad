package io.dsreview.benchmarks.recovery;

import io.dsreview.api.superset.SupersetCredential;
import io.dsreview.benchmarks.pairing.Forks;
import io.dsreview.benchmarks.pairing.Pair;
import io.dsreview.benchmarks.pairing.Pairing;
import io.dsreview.benchmarks.pairing.Sample;
import io.dsreview.benchmarks.pairing.Table;
import io.dsreview.benchmarks.recovery.Rehearsal.Client;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How much longer it takes to recover a dashboard than to make the same requests bare, and how many requests it takes.
 * Prints a table, and ends with status 1 where more is needed than allowed: {@value Row#ALLOWED_RATIO} times the floor, 5
 * requests and one for each dataset. {@code benchmarks/README.md} says how it measures and how it is started.
 */
@Command(
        name = "recovery",
        mixinStandardHelpOptions = true,
        description = "Times the recovery of dashboards against the same requests made bare.")
public final class RecoveryBenchmark implements Callable<Integer> {

    /** Of each row, when the code is warm, but the server may not be. */
    private static final int FIRST_THROWN_AWAY = 3;

    private static final String PASSWORD_VARIABLE = "DSREVIEW_SUPERSET_PASSWORD";

    @Option(
            names = "--boards",
            paramLabel = "FILE",
            description = "Dashboards on a running Superset, as it/superset/sized_boards.py prints them."
                    + " Without it, recorded answers are replayed.")
    private @Nullable Path boards;

    @Option(
            names = "--user",
            defaultValue = "admin",
            description =
                    "Superset user (default: ${DEFAULT-VALUE}). The password comes from " + PASSWORD_VARIABLE + ".")
    private String user = "";

    @Option(
            names = "--delay",
            paramLabel = "MS",
            defaultValue = "10",
            description = "How long a recorded answer takes, in milliseconds (default: ${DEFAULT-VALUE}).")
    private int delay;

    @Option(names = "--jvms", paramLabel = "N", defaultValue = "3", description = "JVMs (default: ${DEFAULT-VALUE}).")
    private int jvms;

    @Option(
            names = "--pairs",
            paramLabel = "N",
            defaultValue = "25",
            description = "Pairs in each JVM and row (default: ${DEFAULT-VALUE}).")
    private int pairs;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "200",
            description =
                    "Pairs before those in each JVM and row, on recorded answers without delay, which are thrown away"
                            + " (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--record",
            paramLabel = "FOLDER",
            description = "Records the answers of the running Superset, and measures nothing.")
    private @Nullable Path recordings;

    @Option(names = "--fork", hidden = true, description = "Measures in this JVM and prints the pairs.")
    private boolean fork;

    private RecoveryBenchmark() {}

    /**
     * Runs it.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new RecoveryBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Scene scene = scene();
        if (recordings != null) {
            record(scene, recordings);
            return 0;
        }
        if (fork) {
            measure(scene);
            return 0;
        }
        List<Row> rows = rows(scene);
        System.out.print(table(rows));
        int measured = jvms;
        if (rows.stream().anyMatch(Row::isUndecided)) {
            System.out.printf(
                    Locale.ROOT,
                    "%nUndecided: more than %.2f times the bare requests, but the middle half begins below. %d JVMs more, and then"
                            + " the median of all:%n%n",
                    Row.ALLOWED_RATIO,
                    jvms);
            List<Row> more = rows(scene);
            List<Row> first = rows;
            rows = IntStream.range(0, first.size())
                    .mapToObj(row -> first.get(row).with(more.get(row)))
                    .toList();
            measured += jvms;
            System.out.print(table(rows));
        }
        List<String> misses =
                rows.stream().flatMap(row -> row.misses().stream()).distinct().toList();
        misses.forEach(miss -> System.out.println("MISSED: " + miss));
        System.out.printf(
                "%n%s: %d JVMs, %d pairs in each and row after %d to warm up, at most %d requests at once, %d cores, Java %s.%n",
                scene.description(),
                measured,
                pairs,
                warmUp,
                Recovering.parallel(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature());
        return misses.isEmpty() ? 0 : 1;
    }

    private Scene scene() throws IOException {
        if (boards == null) {
            return Scene.Recorded.of(Duration.ofMillis(delay));
        }
        String password = Objects.requireNonNullElse(System.getenv(PASSWORD_VARIABLE), "");
        return new Scene.Live(Scene.boards(boards), SupersetCredential.password(user, password));
    }

    private static void record(Scene scene, Path folder) throws IOException {
        if (!(scene instanceof Scene.Live live)) {
            throw new IllegalArgumentException("--record wants a running Superset; name its dashboards with --boards");
        }
        live.record(folder);
    }

    /** All rows are warmed up before the first is measured, or the last would be the fastest. */
    private void measure(Scene scene) {
        measured(Scene.Recorded.of(Duration.ZERO), new Pairing(warmUp, 1));
        measured(scene, new Pairing(FIRST_THROWN_AWAY, pairs)).forEach(row -> System.out.println(Forks.line(row)));
    }

    private static List<List<Pair>> measured(Scene scene, Pairing pairing) {
        List<List<Pair>> rows = new ArrayList<>();
        for (Client client : Client.values()) {
            for (Board board : scene.boards()) {
                rows.add(scene.rehearsed(board, rehearsal -> rehearsal.measure(client, pairing)));
            }
        }
        return rows;
    }

    private List<Row> rows(Scene scene) throws IOException, InterruptedException {
        List<Sample> samples = Forks.run(RecoveryBenchmark.class, forkArguments(), jvms);
        List<Row> rows = new ArrayList<>();
        for (Client client : Client.values()) {
            for (Board board : scene.boards()) {
                Sample sample = samples.get(rows.size());
                rows.add(scene.rehearsed(board, rehearsal -> new Row(rehearsal, client, sample)));
            }
        }
        return rows;
    }

    private List<String> forkArguments() {
        Stream<String> where = boards == null
                ? Stream.of("--delay", String.valueOf(delay))
                : Stream.of("--boards", boards.toString(), "--user", user);
        Stream<String> howMany =
                Stream.of("--pairs", String.valueOf(pairs), "--warm-up", String.valueOf(warmUp), "--fork");
        return Stream.concat(where, howMany).toList();
    }

    private static String table(List<Row> rows) {
        List<List<String>> cells = new ArrayList<>();
        Row smallest = rows.get(0);
        for (Row row : rows) {
            smallest = row.client() == smallest.client() ? smallest : row;
            cells.add(row.cells(smallest));
        }
        return Table.of(Row.HEADER, cells);
    }
}
