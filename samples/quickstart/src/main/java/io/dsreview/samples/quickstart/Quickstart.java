package io.dsreview.samples.quickstart;

import io.dsreview.CsvDictionary;
import io.dsreview.Review;
import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Role;
import io.dsreview.api.command.CommandRefusedException;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.semantic.SemanticSource.Dictionary;
import io.dsreview.api.superset.SupersetCredential;
import io.dsreview.samples.quickstart.store.FileReviewStore;
import io.dsreview.samples.quickstart.terminal.Complaint;
import io.dsreview.samples.quickstart.terminal.Screen;
import io.dsreview.samples.quickstart.terminal.Terminal;
import io.dsreview.samples.quickstart.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Plays a whole governed review in the terminal. Without arguments on recorded answers; with {@code --superset} on a live
 * server.
 */
@Command(
        name = "quickstart",
        mixinStandardHelpOptions = true,
        version = "dsreview quickstart 0.1.0",
        description = "Plays a whole governed dataset review, on recorded answers or on a live Superset.")
public final class Quickstart implements Callable<Integer> {

    /** Who reviews. */
    static final Actor ANN = Actor.of("acme", "ann", Role.MAINTAINER);

    /** Where a password is looked for before it is asked for. */
    static final String PASSWORD_VARIABLE = "DSREVIEW_SUPERSET_PASSWORD";

    private static final Map<String, String> DEMO_ANSWERS = Map.of("region", "EMEA", "change:min_amount", "250");

    @Option(names = "--superset", paramLabel = "URL", description = "play on this live Superset")
    private @Nullable URI superset;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "its user; the password comes from the environment" + " variable " + PASSWORD_VARIABLE
                    + ", or is asked for")
    private @Nullable String user;

    @Option(names = "--link", paramLabel = "LINK", description = "the dashboard link to review")
    private @Nullable String link;

    @Option(names = "--context", paramLabel = "LINK", description = "only show what this link means")
    private @Nullable String context;

    @Option(names = "--preview", paramLabel = "LINK", description = "only show the SQL that this link gives")
    private @Nullable String preview;

    @Option(names = "--value", paramLabel = "NAME=VALUE", description = "with --preview: the value of a variable")
    private Map<String, String> values = new LinkedHashMap<>();

    @Option(names = "--dataset", paramLabel = "ID", description = "with --preview: which dataset, of several")
    private @Nullable Long dataset;

    @Option(names = "--chart", paramLabel = "ID", description = "with --preview: this chart's own query")
    private @Nullable Long chart;

    @Option(
            names = "--json",
            description = "with --context or --preview: as JSON, and nothing else on standard" + " output")
    private boolean json;

    @Option(
            names = "--dictionary",
            paramLabel = "FILE",
            description = "a CSV dictionary: field, verbose_name, description")
    private @Nullable Path dictionary;

    @Option(
            names = "--reference",
            paramLabel = "ID",
            description = "with --superset: this dataset is trusted to say what the fields mean")
    private @Nullable Long reference;

    @Option(
            names = "--answer",
            paramLabel = "NAME=VALUE",
            description = "answers the question about 'dataset', a"
                    + " variable or a field; change:NAME=VALUE is the value that is changed later")
    private Map<String, String> given = new LinkedHashMap<>();

    @Option(
            names = "--export",
            paramLabel = "FILE",
            description = "where the session goes at the end (default: ${DEFAULT-VALUE})")
    private Path export = Path.of("target", "first-review.json");

    @Option(names = "--interactive", description = "review at the terminal, a line for each step")
    private boolean interactive;

    @Option(names = "--folder", paramLabel = "DIR", description = "with --interactive: where the reviews are kept")
    private @Nullable Path folder;

    @Option(names = "--short", description = "play only the lines that the README shows")
    private boolean shortForm;

    @Option(
            names = "--record",
            paramLabel = "DIR",
            description = "with --superset: record the exchanges into this folder")
    private @Nullable Path recording;

    private final PrintStream out;

    Quickstart(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs, and ends the process with 0, or with 1 for a failure and 2 for wrong arguments.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        // Libraries below log through SLF4J, which is silent here: what happens is on the screen.
        System.setProperty("org.jboss.logging.provider", "slf4j");
        System.exit(run(new PrintStream(System.out, true, StandardCharsets.UTF_8), arguments));
    }

    static int run(PrintStream out, String... arguments) {
        return new CommandLine(new Quickstart(out))
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println("quickstart: " + paragraph(failure));
                    return 1;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        String pasted = context != null ? context : preview != null ? preview : link;
        if (interactive) {
            return work(pasted);
        }
        try (Stage stage = stage(pasted, Kept.inMemory())) {
            Screen screen = new Screen(out, CommandLine.Help.Ansi.AUTO.enabled());
            String start = pasted == null ? Stage.recordedLink(recorded()) : pasted;
            if (context != null) {
                return new LinkAnswers(stage, out, json).context(start, screen);
            }
            if (preview != null) {
                return new LinkAnswers(stage, out, json).preview(start, values, dataset, chart);
            }
            if (shortForm) {
                playShort(stage, start);
            } else {
                play(stage, screen, start);
            }
            return 0;
        }
    }

    private int work(@Nullable String pasted) throws IOException {
        String of = superset == null ? "recorded" : superset.getHost() + "-" + superset.getPort();
        FileReviewStore store = new FileReviewStore(folder == null ? Path.of("target", "reviews", of) : folder);
        try (Recoveries recoveries = new Recoveries();
                Stage stage = stage(pasted, new Kept(store, Optional.of(recoveries.executor())))) {
            Screen screen = new Screen(out, CommandLine.Help.Ansi.AUTO.enabled());
            screen.title("Reviews on " + stage.description() + ". Type 'help' for what can be typed.");
            String start = pasted != null ? pasted : superset == null ? Stage.recordedLink(recorded()) : "";
            Terminal terminal = new Terminal(System.in, out);
            new Workspace(stage.reviews(), store, ANN, screen, terminal, stage::paste, start, source()).run();
            return 0;
        }
    }

    private void play(Stage stage, Screen screen, String start) throws IOException {
        ExportFile file = new ExportFile(export);
        file.prepare();
        screen.title("A governed dataset review, on " + stage.description());
        Map<String, String> answers = new LinkedHashMap<>(superset == null ? DEMO_ANSWERS : Map.of());
        answers.putAll(given);
        Terminal terminal = superset == null ? null : new Terminal(System.in, out);
        Review review =
                new Walkthrough(stage, screen, new Answers(answers, terminal, screen), source()).play(ANN, start);
        screen.step("Export");
        file.write(review.exportJson());
        screen.done("session and audit are in " + export);
        screen.title("Done. Nothing was launched before every clause held, and every step is in the audit.");
    }

    private void playShort(Stage stage, String start) throws IOException {
        Path csv = Files.createTempFile("orders", ".csv");
        try {
            Files.write(csv, dictionary().map(Dictionary::content).orElseGet(() -> new byte[0]));
            FirstReview.run(stage.actual(), stage.credentials(), stage.paste(start), csv);
        } finally {
            Files.deleteIfExists(csv);
        }
    }

    private String recorded() {
        return shortForm ? Stage.SHORT_REVIEW : Stage.FIRST_REVIEW;
    }

    private Stage stage(@Nullable String pasted, Kept kept) {
        if (superset == null) {
            if (reference != null) {
                throw new Complaint("A reference dataset is read from a live Superset. Give --superset URL too.");
            }
            if (pasted != null && !pasted.equals(Stage.recordedLink(recorded()))) {
                throw new Complaint("Without a live Superset only the recorded link can be shown: "
                        + Stage.recordedLink(recorded()) + ". For another one give --superset URL --user NAME.");
            }
            return Stage.replayed(recorded(), kept);
        }
        if (!List.of("http", "https").contains(String.valueOf(superset.getScheme())) || superset.getHost() == null) {
            throw new Complaint("The address of the Superset is none. Give it in full, such as"
                    + " --superset https://superset.example.com.");
        }
        boolean needsLink = !interactive || recording != null;
        if (user == null || (pasted == null && needsLink)) {
            throw new Complaint("A live review needs a user and a link. Give --user NAME and --link LINK.");
        }
        String address = superset.toString();
        URI base = URI.create(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
        return Stage.live(
                base,
                SupersetCredential.password(user, password()),
                recording,
                pasted == null ? "" : pasted,
                reference,
                kept);
    }

    private static String password() {
        String known = System.getenv(PASSWORD_VARIABLE);
        if (known != null) {
            return known;
        }
        String typed = Terminal.password("Password: ");
        if (typed == null || typed.isEmpty()) {
            throw new Complaint("There is no password. Set the environment variable " + PASSWORD_VARIABLE
                    + ", or run at a terminal to be asked.");
        }
        return typed;
    }

    private Optional<? extends SemanticSource> source() throws IOException {
        return reference == null ? dictionary() : Optional.of(SemanticSource.dataset(Stage.ENVIRONMENT, reference));
    }

    private Optional<Dictionary> dictionary() throws IOException {
        if (dictionary != null) {
            return Optional.of(CsvDictionary.of(dictionary));
        }
        if (superset != null) {
            return Optional.empty();
        }
        try (InputStream csv = Quickstart.class.getResourceAsStream("orders.csv")) {
            return csv == null ? Optional.empty() : Optional.of(SemanticSource.csv("orders.csv", csv.readAllBytes()));
        }
    }

    private static String paragraph(Exception failure) {
        boolean expected = failure instanceof Complaint
                || failure instanceof CommandRefusedException
                || failure instanceof UncheckedIOException
                || failure instanceof IllegalArgumentException;
        return expected
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName() + ": " + failure.getMessage() + " Please report this.";
    }
}
