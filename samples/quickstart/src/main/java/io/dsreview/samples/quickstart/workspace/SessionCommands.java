package io.dsreview.samples.quickstart.workspace;

import io.dsreview.Review;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.execution.Gate;
import io.dsreview.api.gate.UnmetClause;
import io.dsreview.api.session.ProfileText;
import io.dsreview.api.session.SessionEventText;
import io.dsreview.api.session.SessionHeader;
import io.dsreview.api.session.SessionPage;
import io.dsreview.api.session.SessionQuery;
import io.dsreview.api.session.SessionStatus;
import io.dsreview.api.session.SessionSummary;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.samples.quickstart.terminal.Complaint;
import io.dsreview.samples.quickstart.terminal.Phrases;
import io.dsreview.samples.quickstart.terminal.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Which reviews there are, and one of them as a whole.
 *
 * @param desk where the commands work
 * @param paste what is really pasted for a link that was typed
 * @param link the link that is reviewed where none is typed; empty if there is none
 */
record SessionCommands(Desk desk, UnaryOperator<String> paste, String link) {

    private static final SessionQuery WITH_ARCHIVED = SessionQuery.DEFAULT
            .withStatuses(SessionStatus.ACTIVE, SessionStatus.CANCELLED, SessionStatus.ARCHIVED)
            .withLimit(SessionQuery.LARGEST_PAGE);

    /** Where somebody would go on: in an active review before any other, and in the one that changed last. */
    private static final Comparator<SessionHeader> LEFT_OFF = Comparator.comparing(
                    (SessionHeader header) -> header.status() != SessionStatus.ACTIVE)
            .thenComparing(SessionHeader::updatedAt, Comparator.reverseOrder());

    List<WorkspaceCommand> all() {
        return List.of(
                new WorkspaceCommand("list", "the reviews, the one that was started last first", this::list),
                new WorkspaceCommand("start [LINK]", "start a review of a link", this::start),
                new WorkspaceCommand("open N", "go on with a review of the list", this::open),
                new WorkspaceCommand("review", "what is known, what is open, and what to do next", none -> review()),
                new WorkspaceCommand("findings", "what was found out", none -> findings()),
                new WorkspaceCommand("accept-finding N REASON…", "let a finding stay", this::acceptFinding),
                new WorkspaceCommand("items", "what recovery left open", none -> items()),
                new WorkspaceCommand(
                        "resolve N [VALUE]…", "supply its values; without any, accept it as absent", this::resolve),
                new WorkspaceCommand("wait", "wait until the recovery ends", none -> new Waiting(desk).untilItEnds()),
                new WorkspaceCommand("recover", "recover the context again", none -> recover()),
                new WorkspaceCommand("cancel-recovery", "call the running recovery off", none -> {
                    desk.step("the recovery is called off", review -> review.recovery()
                            .cancel());
                }),
                new WorkspaceCommand("resume", "pick up what was left half done", none -> resume()),
                new WorkspaceCommand("history", "what happened, and whether the audit holds", none -> history()),
                new WorkspaceCommand("export FILE", "write the session and its audit", this::export),
                new WorkspaceCommand("archive", "put the review away", none -> {
                    desk.step(
                            "it is in the archive", review -> review.lifecycle().archive());
                }),
                new WorkspaceCommand("unarchive", "take it out of the archive", none -> {
                    desk.step("it is out of the archive", review -> review.lifecycle()
                            .unarchive());
                }),
                new WorkspaceCommand("delete", "delete the review; its audit stays", none -> delete()),
                new WorkspaceCommand("cancel", "give the review up", none -> cancel()));
    }

    private void list(List<String> none) {
        List<SessionSummary> summaries = summaries();
        if (summaries.isEmpty()) {
            desk.screen().say("There are no reviews yet. Type 'start LINK'.");
            return;
        }
        desk.screen()
                .table(
                        List.of("N", "REVIEW", "STATUS", "CHANGED", "NEXT"),
                        ReviewReport.numbered(
                                summaries,
                                each -> Stream.of(
                                        each.header().id().value(),
                                        Phrases.ENGLISH.word(each.header().status()),
                                        each.header().updatedAt().toString(),
                                        each.activeQuestion() == null ? "" : "a question waits")));
    }

    /** All of them, however many pages they take. */
    private List<SessionSummary> summaries() {
        List<SessionSummary> all = new ArrayList<>();
        SessionQuery query = WITH_ARCHIVED;
        while (query != null) {
            SessionPage page = desk.reviews().list(desk.actor(), query);
            all.addAll(page.sessions());
            query = page.next();
        }
        return all;
    }

    private void start(List<String> arguments) {
        String typed = arguments.isEmpty() ? link : arguments.get(0);
        if (typed.isEmpty()) {
            throw new Complaint("Which link? Type 'start LINK'.");
        }
        if (desk.show("the review is started", desk.reviews().start(desk.actor(), paste.apply(typed)))) {
            new Waiting(desk).aMoment();
            review();
        }
    }

    private void open(List<String> arguments) {
        SessionSummary picked =
                Pick.from(summaries(), each -> each.header().id().value(), arguments.get(0), "list");
        open(desk.open(picked.header().id()));
    }

    /** Goes on where somebody left off: what was left half done is picked up first. */
    void open(Review review) {
        desk.screen()
                .say("Review " + review.id() + ", version "
                        + review.session().header().version());
        boolean half = review.session().recovery().progress().isPresent()
                || review.session()
                        .execution()
                        .lastLaunch()
                        .filter(launch -> launch.outcome() == null)
                        .isPresent();
        if (half) {
            desk.screen().say("Something was left half done.");
            resume();
        } else {
            review();
        }
    }

    /** Opens the active review that changed last or, where none is active, the one of all that did. */
    void openLast() {
        summaries().stream().map(SessionSummary::header).min(LEFT_OFF).ifPresent(last -> open(desk.open(last.id())));
    }

    private void review() {
        Review review = desk.review();
        Screen screen = desk.screen();
        ProfileText.of(review.view().profile(), Desk.LANGUAGE).sentences().forEach(screen::say);
        int open = ReviewReport.open(review).size();
        List<UnmetClause> unmet = review.explain(Gate.LAUNCH);
        screen.say("Findings open: " + open + ". Preview: "
                + Phrases.ENGLISH.word(review.readiness().preview()) + ". Launch: "
                + (unmet.isEmpty()
                        ? "ready."
                        : "blocked by "
                                + String.join(
                                        ", ",
                                        unmet.stream()
                                                .map(each -> each.clause().id())
                                                .toList())
                                + " (type 'gate')."));
        desk.sayNext();
    }

    private void findings() {
        ReviewReport.findings(desk.review(), desk.screen());
    }

    private void acceptFinding(List<String> arguments) {
        var finding =
                Pick.from(ReviewReport.open(desk.review()), each -> each.id().value(), arguments.get(0), "findings");
        String why = String.join(" ", arguments.subList(1, arguments.size()));
        desk.step("accepted", review -> review.acceptFinding(finding.id(), why));
    }

    private void items() {
        List<RecoveryItem> items = desk.review().session().recovery().unsettled();
        if (items.isEmpty()) {
            desk.screen().say("Recovery left nothing open that a launch needs.");
        }
        for (int i = 0; i < items.size(); i++) {
            RecoveryItem item = items.get(i);
            desk.screen()
                    .say((i + 1) + "  " + Phrases.ENGLISH.word(item.kind()) + " " + item.name() + " (" + item.id()
                            + ")");
            if (item.why() != null) {
                ReviewReport.problem(item.why(), desk.screen());
            }
        }
    }

    private void resolve(List<String> arguments) {
        List<RecoveryItem> items = desk.review().session().recovery().unsettled();
        RecoveryItem item = Pick.from(items, each -> each.id().value(), arguments.get(0), "items");
        String[] values = arguments.subList(1, arguments.size()).toArray(String[]::new);
        desk.step(values.length == 0 ? "accepted as absent" : "supplied", review -> review.recovery()
                .resolve(item.id(), values));
    }

    private void recover() {
        if (desk.step("recovering again", review -> review.recovery().recover())) {
            new Waiting(desk).aMoment();
            review();
        }
    }

    private void resume() {
        if (desk.step("picked up", review -> review.lifecycle().resume())) {
            new Waiting(desk).aMoment();
            review();
        }
    }

    private void history() {
        Review review = desk.review();
        review.audit().events().forEach(event -> desk.screen()
                .say(String.format(
                        "v%-3d %s  %s", event.version(), event.at(), SessionEventText.of(event, Desk.LANGUAGE))));
        desk.screen().done(review.audit().verify().toString());
    }

    private void export(List<String> arguments) {
        Path file = Path.of(arguments.get(0));
        try {
            Files.writeString(file, desk.review().audit().exportJson());
        } catch (IOException unwritable) {
            throw new Complaint("The export cannot be written to " + file + ". Name another file.");
        }
        desk.screen().done("session and audit are in " + file);
    }

    private void delete() {
        if (!desk.confirms("Delete this review for good?")) {
            desk.screen().say("It stays as it is.");
        } else if (desk.review().lifecycle().delete().command() instanceof CommandResult.Accepted) {
            desk.close();
            desk.screen().done("deleted; its audit is kept");
        } else {
            desk.screen().refused("It was not deleted: somebody changed it, or you may not. Type 'review'.");
        }
    }

    private void cancel() {
        if (desk.confirms("Give this review up? It can still be read.")) {
            desk.step("given up", review -> review.lifecycle().cancel());
        } else {
            desk.screen().say("It stays as it is.");
        }
    }
}
