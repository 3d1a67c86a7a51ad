package io.dsreview.core.pipeline;

import io.dsreview.api.access.Actor;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.CompiledPreview;
import io.dsreview.api.execution.LaunchIntent;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.superset.SupersetCompilationAdapter.Compilation;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import io.dsreview.api.superset.SupersetLink;
import io.dsreview.core.decision.Decision;
import io.dsreview.core.decision.Decisions;
import io.dsreview.core.decision.Effect;
import io.dsreview.core.finding.ReviewProblem;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Does what was committed: everything an effect needs is in the session, so that it can be picked up after a crash.
 *
 * @param ports the ports that are asked
 * @param guard turns a port's exception into a problem
 */
record Effects(Ports ports, Guard guard) {

    /** What an effect's result changes, decided on whatever the session is by then. */
    @FunctionalInterface
    interface Result {
        Decision decide(ReviewSession session, Instant now);
    }

    Result run(Effect effect, ReviewSession session, Actor actor) {
        if (effect instanceof Effect.Recover) {
            SupersetLink link = Objects.requireNonNull(session.intake().link());
            Recovery recovery = guard.orElse(() -> ports.extractor().recover(link, actor), Recovery.Failed::new);
            return (current, now) -> Decisions.recovered(current, recovery, now);
        }
        if (effect instanceof Effect.Compile compile) {
            CompiledPreview pending = session.execution().previews().stream()
                    .filter(preview -> preview.id().equals(compile.preview()))
                    .findFirst()
                    .orElseThrow();
            Compilation compilation = guard.orElse(
                    () -> ports.adapter().compile(pending.inputs(), actor),
                    problem -> new Compilation.Failed(List.of(problem)));
            return (current, now) -> Decisions.previewed(current, compile.preview(), compilation, now);
        }
        if (effect instanceof Effect.Send send) {
            LaunchOutcome outcome = send(send, session, actor);
            return (current, now) -> Decisions.launched(current, send.launch(), outcome, now);
        }
        return Decisions::reevaluated;
    }

    /** Sends the SQL of the very preview that the stored intent names. */
    private LaunchOutcome send(Effect.Send send, ReviewSession session, Actor actor) {
        LaunchIntent intent = session.execution().launches().stream()
                .map(attempt -> attempt.intent())
                .filter(each -> each.id().equals(send.launch()))
                .findFirst()
                .orElseThrow();
        CompiledPreview preview = session.execution().previews().stream()
                .filter(each -> each.id().equals(intent.preview()))
                .findFirst()
                .orElseThrow();
        String sql = Objects.requireNonNull(preview.sql());
        Problem interrupted = Problem.of(ReviewProblem.LAUNCH_INTERRUPTED, "clientId", intent.clientId());
        return guard.orElse(
                () -> ports.adapter().launch(preview.inputs(), sql, intent.clientId(), actor),
                broken -> new LaunchOutcome.Unknown(interrupted));
    }
}
