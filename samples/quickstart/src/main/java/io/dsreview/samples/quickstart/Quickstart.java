package io.dsreview.samples.quickstart;

import io.dsreview.Review;
import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Role;
import io.dsreview.api.command.CommandRefusedException;
import io.dsreview.api.semantic.SemanticSource.Dictionary;
import io.dsreview.api.session.SessionEventListener;
import io.dsreview.api.superset.SupersetCredential;
import io.dsreview.samples.quickstart.store.FileReviewStore;
import io.dsreview.samples.quickstart.story.Answers;
import io.dsreview.samples.quickstart.story.Walkthrough;
import io.dsreview.samples.quickstart.terminal.Complaint;
import io.dsreview.samples.quickstart.terminal.Phrases;
import io.dsreview.samples.quickstart.terminal.ProgressLine;
import io.dsreview.samples.quickstart.terminal.Screen;
import io.dsreview.samples.quickstart.terminal.Terminal;
import io.dsreview.samples.quickstart.workspace.Workspace;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

    private static final Map<String, String> DEMO_ANSWERS =
            Map.of("region", "EMEA", "change:min_amount", "250", "amount", "Net amount (EUR)");

    @Option(names = "--superset", paramLabel = "URL", description = "play on this live Superset")
    private @Nullable URI superset;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "its user; the password comes from the environment variable " + Password.VARIABLE
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

    @Option(names = "--lang", paramLabel = "LANG", description = "the language of the review that is played: en or ru")
    private String language = "en";

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
        Screen screen = new Screen(out, CommandLine.Help.Ansi.AUTO.enabled());
        Phrases phrases = new Phrases(Locale.forLanguageTag(language));
        boolean told = context == null && preview == null && !shortForm;
        HostParts host = told ? HostParts.inMemory(new ProgressLine(screen, phrases)) : HostParts.inMemory();
        try (Stage stage = stage(pasted, host)) {
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
                play(stage, screen, phrases, start);
            }
            return 0;
        }
    }

    private int work(@Nullable String pasted) throws IOException {
        String of = superset == null ? "recorded" : superset.getHost() + "-" + superset.getPort();
        FileReviewStore store = new FileReviewStore(folder == null ? Path.of("target", "reviews", of) : folder);
        try (Recoveries recoveries = new Recoveries();
                Stage stage = stage(
                        pasted,
                        new HostParts(store, Optional.of(recoveries.executor()), SessionEventListener.noop()))) {
            Screen screen = new Screen(out, CommandLine.Help.Ansi.AUTO.enabled());
            screen.title("Reviews on " + stage.description(Phrases.ENGLISH) + ". Type 'help' for what can be typed.");
            String start = pasted != null ? pasted : superset == null ? Stage.recordedLink(recorded()) : "";
            Terminal terminal = new Terminal(System.in, out);
            new Workspace(
                            stage.reviews(),
                            store,
                            ANN,
                            screen,
                            terminal,
                            stage::paste,
                            start,
                            dictionaries().first())
                    .run();
            return 0;
        }
    }

    private void play(Stage stage, Screen screen, Phrases phrases, String start) throws IOException {
        ExportFile file = new ExportFile(export);
        file.prepare();
        screen.title(phrases.get("title", "where", stage.description(phrases)));
        Map<String, String> known = new LinkedHashMap<>(superset == null ? DEMO_ANSWERS : Map.of());
        known.putAll(given);
        Answers answers = new Answers(known, superset == null ? null : new Terminal(System.in, out), screen, phrases);
        Review review = new Walkthrough(
                        stage.reviews(),
                        screen,
                        phrases,
                        answers,
                        dictionaries().all(),
                        stage::paste,
                        stage::read)
                .play(start);
        file.write(review.audit().exportJson());
        screen.done(phrases.get("done.exported", "file", export));
        screen.title(phrases.get("end"));
    }

    private void playShort(Stage stage, String start) throws IOException {
        Path csv = Files.createTempFile("orders", ".csv");
        try {
            Files.write(csv, dictionaries().csv().map(Dictionary::content).orElseGet(() -> new byte[0]));
            FirstReview.run(stage.actual(), stage.credentials(), stage.paste(start), csv);
        } finally {
            Files.deleteIfExists(csv);
        }
    }

    private String recorded() {
        return shortForm ? Stage.SHORT_REVIEW : Stage.FIRST_REVIEW;
    }

    private Stage stage(@Nullable String pasted, HostParts host) {
        if (superset == null) {
            if (reference != null) {
                throw new Complaint("A reference dataset is read from a live Superset. Give --superset URL too.");
            }
            if (pasted != null && !pasted.equals(Stage.recordedLink(recorded()))) {
                throw new Complaint("Without a live Superset only the recorded link can be shown: "
                        + Stage.recordedLink(recorded()) + ". For another one give --superset URL --user NAME.");
            }
            return Stage.replayed(recorded(), host);
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
                SupersetCredential.password(user, Password.known()),
                recording,
                pasted == null ? "" : pasted,
                reference,
                host);
    }

    private Dictionaries dictionaries() {
        return new Dictionaries(dictionary, reference, superset != null);
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
