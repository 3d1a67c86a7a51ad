package io.dsreview.samples.quickstart.workspace;

import io.dsreview.DsReview;
import io.dsreview.api.access.Actor;
import io.dsreview.api.command.CommandRefusedException;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.samples.quickstart.store.DamagedFileException;
import io.dsreview.samples.quickstart.store.FileReviewStore;
import io.dsreview.samples.quickstart.terminal.Complaint;
import io.dsreview.samples.quickstart.terminal.Screen;
import io.dsreview.samples.quickstart.terminal.Terminal;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A review at the terminal: reads a line, does what it says, until the input ends or somebody quits. Every step is stored
 * before the next line is read, so that whoever comes back goes on where they left off.
 */
public final class Workspace {

    private final Desk desk;
    private final Screen screen;
    private final Terminal terminal;
    private final FileReviewStore store;
    private final SessionCommands sessions;
    private final Map<String, WorkspaceCommand> commands = new LinkedHashMap<>();
    private boolean leaving;

    /**
     * Makes a workspace.
     *
     * @param reviews the library, on the store
     * @param store where the reviews are kept
     * @param actor who reviews
     * @param screen what the person sees
     * @param terminal what the person types
     * @param paste what is really pasted for a link that was typed
     * @param link the link that is reviewed where none is typed; empty if there is none
     * @param source the dictionary that is applied where none is typed
     */
    public Workspace(
            DsReview reviews,
            FileReviewStore store,
            Actor actor,
            Screen screen,
            Terminal terminal,
            UnaryOperator<String> paste,
            String link,
            Optional<? extends SemanticSource> source) {
        this.desk = new Desk(reviews, actor, screen, terminal);
        this.screen = screen;
        this.terminal = terminal;
        this.store = store;
        this.sessions = new SessionCommands(desk, paste, link);
        List<WorkspaceCommand> all = new ArrayList<>(sessions.all());
        all.addAll(new MeaningCommands(desk, source).all());
        all.addAll(new QuestionCommands(desk).all());
        all.addAll(new InputCommands(desk).all());
        all.addAll(new LaunchCommands(desk).all());
        all.add(new WorkspaceCommand("help", "this list", none -> help()));
        all.add(new WorkspaceCommand("quit", "leave; everything is kept", none -> leaving = true));
        all.forEach(command -> commands.put(command.name(), command));
    }

    /** Works until the input ends or the person quits. */
    public void run() {
        store.damages().forEach(screen::refused);
        attempt(sessions::openLast);
        if (!desk.hasReview()) {
            screen.say("There is no review yet. Type 'start LINK', or 'help'.");
        }
        while (!leaving) {
            String line = terminal.ask("dsreview> ");
            if (line == null) {
                return;
            }
            attempt(() -> obey(TypedLine.of(line)));
            attempt(desk::sayNextAfterAChange);
        }
    }

    private void obey(TypedLine line) {
        if (line.isEmpty()) {
            return;
        }
        WorkspaceCommand command = Optional.ofNullable(commands.get(line.command()))
                .orElseThrow(() -> new Complaint(
                        "'" + line.command() + "' is not a command. Type 'help' to see which there are."));
        if (!command.takes(line.arguments().size())) {
            throw new Complaint("Type it as: " + command.usage());
        }
        try {
            command.action().run(line.arguments());
        } catch (IllegalArgumentException illegal) {
            // What is typed becomes ids, paths and limits, each of which says itself what is legal.
            throw new Complaint(illegal.getMessage() + ". Type it as: " + command.usage());
        }
    }

    /** What goes wrong ends the command, not the workspace: every step before is stored. */
    private void attempt(Runnable step) {
        try {
            step.run();
        } catch (Complaint | CommandRefusedException | DamagedFileException | UncheckedIOException told) {
            screen.refused(String.valueOf(told.getMessage()));
        } catch (RuntimeException bug) {
            screen.refused(bug.getClass().getSimpleName() + ": " + bug.getMessage());
            screen.cure("Please report this. What was done before is kept; type 'review' to see where it stands.");
        }
    }

    private void help() {
        commands.values().forEach(command -> screen.say(String.format("%-26s %s", command.usage(), command.help())));
        screen.say("N is a number of the list before, or an id. Words with blanks stand in \"quotation marks\".");
    }
}
