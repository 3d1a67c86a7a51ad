package io.dsreview.core.pipeline;

import io.dsreview.api.access.Actor;
import io.dsreview.api.canonical.CanonicalJson;
import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.command.CommandResult.Conflict;
import io.dsreview.api.command.CommandResult.Rejected;
import io.dsreview.api.command.ReviewCommand;
import io.dsreview.api.error.Problem;
import io.dsreview.core.finding.ReviewProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A refused command, as the audit describes it: codes and clauses, and what they are about, to which the ledger only commits.
 *
 * @param command the command's name
 * @param codes the problems' codes
 * @param clauses the unmet clauses' ids
 * @param about what the problems and the clauses are about
 * @param asked hash of the command, to tell a repetition from a refusal of something else; empty for a damaged command
 */
record Refusal(String command, List<String> codes, List<String> clauses, List<String> about, String asked) {

    /** How much of what it is about an entry names: a batch may be about thousands of things. */
    private static final int MOST_ABOUT = 20;

    static Refusal notFound(ReviewCommand command) {
        return new Refusal(name(command), List.of("NOT_FOUND"), List.of(), List.of(), "");
    }

    static Refusal ofDamaged(ReviewCommand command, Rejected rejected) {
        return of(command, rejected, "");
    }

    static Refusal of(ReviewCommand command, Rejected rejected, Sha256 asked) {
        return of(command, rejected, asked.hex());
    }

    private static Refusal of(ReviewCommand command, Rejected rejected, String asked) {
        Stream<String> targets =
                rejected.problems().stream().flatMap(problem -> Optional.ofNullable(problem.target()).stream());
        Stream<String> subjects = rejected.unmet().stream().flatMap(unmet -> unmet.subjects().stream());
        return new Refusal(
                name(command),
                rejected.problems().stream().map(Problem::code).toList(),
                rejected.unmet().stream().map(unmet -> unmet.clause().id()).toList(),
                Stream.concat(targets, subjects).distinct().limit(MOST_ABOUT).toList(),
                asked);
    }

    static Refusal of(ReviewCommand command, Conflict conflict, Sha256 asked) {
        return new Refusal(
                name(command), List.of(ReviewProblem.VERSION_CONFLICT.code()), List.of(), List.of(), asked.hex());
    }

    Map<String, String> data() {
        return Map.of(
                "command", command,
                "codes", codes.stream().collect(Collectors.joining(",")),
                "clauses", clauses.stream().collect(Collectors.joining(",")));
    }

    /** Names of things may be of anybody's making. */
    Map<String, String> personal() {
        return about.isEmpty() ? Map.of() : Map.of("about", String.join(", ", about));
    }

    String digest(Actor actor, long version) {
        return Sha256.of(
                        "dsreview-refusal-v1",
                        CanonicalJson.encode(
                                List.of(actor.user().value(), command, codes, clauses, about, asked, version)))
                .hex();
    }

    private static String name(ReviewCommand command) {
        return command.getClass().getSimpleName();
    }
}
