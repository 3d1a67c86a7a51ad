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
import java.util.stream.Collectors;

/**
 * A refused command, as the audit describes it: codes and clauses, no text of anybody.
 *
 * @param command the command's name
 * @param codes the problems' codes
 * @param clauses the unmet clauses' ids
 */
record Refusal(String command, List<String> codes, List<String> clauses) {

    static Refusal of(ReviewCommand command, Rejected rejected) {
        return new Refusal(
                command.getClass().getSimpleName(),
                rejected.problems().stream().map(Problem::code).toList(),
                rejected.unmet().stream().map(unmet -> unmet.clause().id()).toList());
    }

    static Refusal of(ReviewCommand command, Conflict conflict) {
        return new Refusal(
                command.getClass().getSimpleName(), List.of(ReviewProblem.VERSION_CONFLICT.code()), List.of());
    }

    Map<String, String> data() {
        return Map.of(
                "command", command,
                "codes", codes.stream().collect(Collectors.joining(",")),
                "clauses", clauses.stream().collect(Collectors.joining(",")));
    }

    String digest(Actor actor, long version) {
        return Sha256.of(
                        "dsreview-refusal-v1",
                        CanonicalJson.encode(List.of(actor.user().value(), command, codes, clauses, version)))
                .hex();
    }
}
