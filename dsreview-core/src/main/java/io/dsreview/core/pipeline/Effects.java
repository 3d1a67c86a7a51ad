package io.dsreview.core.pipeline;

import io.dsreview.api.access.Actor;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.CompiledPreview;
import io.dsreview.api.execution.LaunchAttempt;
import io.dsreview.api.execution.LaunchIntent;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.LaunchTerms;
import io.dsreview.api.execution.SentLaunch;
import io.dsreview.api.id.LaunchId;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.superset.SupersetCompilationAdapter.Compilation;
import io.dsreview.core.decision.Decision;
import io.dsreview.core.decision.Decisions;
import io.dsreview.core.decision.Effect;
import io.dsreview.core.finding.ReviewProblem;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
        if (effect instanceof Effect.Compile compile) {
            CompiledPreview pending = session.execution().previews().stream()
                    .filter(preview -> preview.id().equals(compile.preview()))
                    .findFirst()
                    .orElseThrow();
            return compile(pending, actor);
        }
        if (effect instanceof Effect.Send send) {
            LaunchIntent intent = intent(session, send.launch());
            return result(Map.of(intent.id(), send(sent(session, intent), intent, actor)));
        }
        if (effect instanceof Effect.LookUp lookUp) {
            Map<LaunchId, LaunchOutcome> outcomes = new LinkedHashMap<>();
            for (LaunchId launch : lookUp.launches()) {
                LaunchIntent intent = intent(session, launch);
                LaunchOutcome outcome = guard.orElse(
                        () -> ports.adapter().lookUp(sent(session, intent), actor), LaunchOutcome.Unknown::new);
                outcomes.putAll(news(launch, outcome));
            }
            return result(outcomes);
        }
        if (effect instanceof Effect.Stop stop) {
            LaunchIntent intent = intent(session, stop.launch());
            LaunchOutcome outcome =
                    guard.orElse(() -> ports.adapter().stop(sent(session, intent), actor), LaunchOutcome.Unknown::new);
            return result(news(intent.id(), outcome));
        }
        return Decisions::reevaluated;
    }

    /** Asks for the SQL, and then how a launch of it would be sent: without that there is nothing to show before a launch. */
    private Result compile(CompiledPreview pending, Actor actor) {
        Compilation compilation = guard.orElse(
                () -> ports.adapter().compile(pending.inputs(), actor),
                problem -> new Compilation.Failed(List.of(problem)));
        Prepared prepared = compilation instanceof Compilation.Compiled compiled
                ? guard.orElse(
                        () -> new Prepared(
                                compiled,
                                Objects.requireNonNull(ports.adapter().terms(pending.inputs(), compiled.sql(), actor))),
                        problem -> new Prepared(new Compilation.Failed(List.of(problem)), null))
                : new Prepared(compilation, null);
        return (current, now) ->
                Decisions.previewed(current, pending.id(), prepared.compilation(), prepared.terms(), now);
    }

    /** What a preview comes to. A record, so that the guard looks into what the port says of the terms. */
    private record Prepared(
            Compilation compilation, @Nullable LaunchTerms terms) {}

    /** Whoever sent it may still be waiting for the end: that nobody else knows it says nothing. */
    private static Map<LaunchId, LaunchOutcome> news(LaunchId launch, LaunchOutcome outcome) {
        return outcome instanceof LaunchOutcome.Unknown ? Map.of() : Map.of(launch, outcome);
    }

    private static Result result(Map<LaunchId, LaunchOutcome> outcomes) {
        return (current, now) -> Decisions.launched(current, outcomes, now);
    }

    private LaunchOutcome send(SentLaunch launch, LaunchIntent intent, Actor actor) {
        Problem interrupted = Problem.of(ReviewProblem.LAUNCH_INTERRUPTED, "clientId", intent.clientId());
        return guard.orElse(
                () -> ports.adapter().launch(launch, actor), broken -> new LaunchOutcome.Unknown(interrupted));
    }

    private static LaunchIntent intent(ReviewSession session, LaunchId launch) {
        return session.execution().launches().stream()
                .map(LaunchAttempt::intent)
                .filter(each -> each.id().equals(launch))
                .findFirst()
                .orElseThrow();
    }

    /** Takes the SQL of the very preview that the stored intent names. */
    private static SentLaunch sent(ReviewSession session, LaunchIntent intent) {
        CompiledPreview preview = session.execution().previews().stream()
                .filter(each -> each.id().equals(intent.preview()))
                .findFirst()
                .orElseThrow();
        return new SentLaunch(
                preview.inputs(),
                Objects.requireNonNull(preview.sql()),
                intent.clientId(),
                Objects.requireNonNull(preview.terms()),
                intent.at());
    }
}
