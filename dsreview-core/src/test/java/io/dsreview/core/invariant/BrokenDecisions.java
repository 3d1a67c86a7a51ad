package io.dsreview.core.invariant;

import io.dsreview.api.clarification.ClarificationState;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.clarification.Round;
import io.dsreview.api.execution.LaunchAttempt;
import io.dsreview.api.execution.RunContext;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.MappingStatus;
import io.dsreview.api.semantic.FieldDecision;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.session.Execution;
import io.dsreview.api.session.Recovery;
import io.dsreview.api.session.Recovery.Phase;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.api.store.SessionCommit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Decisions that break one rule each; see {@link Tampering.Decided}. */
final class BrokenDecisions {

    private BrokenDecisions() {}

    static ReviewSession stillApproved(Optional<ReviewSession> before, ReviewSession after, SessionCommit commit) {
        return mappings(
                after,
                mapping -> mapping.decision() != null && mapping.decision().approved()
                        ? mapping.decided(
                                true,
                                mapping.decision().by(),
                                mapping.decision().at())
                        : mapping);
    }

    static ReviewSession lossApproved(Optional<ReviewSession> before, ReviewSession after, SessionCommit commit) {
        return mappings(
                after,
                mapping -> mapping.status() == MappingStatus.SUGGESTED
                                && mapping.conversion().isLossy()
                        ? mapping.decided(
                                true, after.header().owner(), after.header().updatedAt())
                        : mapping);
    }

    static ReviewSession askedDuringAPause(Optional<ReviewSession> before, ReviewSession after, SessionCommit commit) {
        return after.clarification().pause() == null
                ? after
                : after.withClarification(askingTheNext(after.clarification()));
    }

    static ReviewSession movedOn(Optional<ReviewSession> before, ReviewSession after, SessionCommit commit) {
        return has(commit, SessionEvent.Type.ANSWER_STORED)
                ? after.withClarification(askingTheNext(after.clarification()))
                : after;
    }

    private static ClarificationState askingTheNext(ClarificationState state) {
        List<Question> waiting = state.waiting();
        return waiting.isEmpty()
                ? state.asking(null, List.of())
                : state.asking(waiting.get(0), waiting.subList(1, waiting.size()));
    }

    static ReviewSession roundBegunAnew(Optional<ReviewSession> before, ReviewSession after, SessionCommit commit) {
        ClarificationState state = after.clarification();
        Round round = state.round();
        return round == null
                ? after
                : after.withClarification(
                        state.withRound(new Round(round.since(), state.answers().size(), round.unmet())));
    }

    static ReviewSession imported(Optional<ReviewSession> before, ReviewSession after, SessionCommit commit) {
        return has(commit, SessionEvent.Type.SEMANTIC_SOURCE_APPLIED)
                ? fields(
                        after,
                        field -> field.candidates().isEmpty()
                                ? field
                                : field.withDecision(new FieldDecision.Imported(
                                        field.candidates().get(0))))
                : after;
    }

    static ReviewSession withoutDormant(Optional<ReviewSession> before, ReviewSession after, SessionCommit commit) {
        return after.withDormant(List.of());
    }

    static ReviewSession rankedTheOtherWayRound(
            Optional<ReviewSession> before, ReviewSession after, SessionCommit commit) {
        return fields(after, field -> {
            List<SemanticCandidate> turned = new ArrayList<>(field.candidates());
            Collections.reverse(turned);
            return field.withCandidates(turned);
        });
    }

    static ReviewSession runContextFollows(Optional<ReviewSession> before, ReviewSession after, SessionCommit commit) {
        Execution known = after.execution();
        List<LaunchAttempt> launches = known.launches().stream()
                .map(attempt -> new LaunchAttempt(
                        attempt.intent(), attempt.outcome(), attempt.manual(), following(attempt.context(), after)))
                .toList();
        return after.withExecution(new Execution(known.target(), known.revision(), known.previews(), launches));
    }

    private static @Nullable RunContext following(@Nullable RunContext context, ReviewSession session) {
        return context == null
                ? null
                : new RunContext(
                        context.launch(),
                        context.inputs(),
                        context.fingerprint(),
                        context.channel(),
                        context.sql(),
                        context.terms(),
                        context.clientId(),
                        context.summary(),
                        context.approved(),
                        "version " + session.header().version(),
                        context.by(),
                        context.at(),
                        context.library());
    }

    static ReviewSession endedByAReport(Optional<ReviewSession> before, ReviewSession after, SessionCommit commit) {
        Recovery recovery = after.recovery();
        return commit.entries().isEmpty()
                ? after.withRecovery(recovery.in(Phase.CANCELLED, recovery.context(), recovery.failure()))
                : after;
    }

    private static boolean has(SessionCommit commit, SessionEvent.Type type) {
        return commit.events().stream().anyMatch(event -> event.type() == type);
    }

    private static ReviewSession mappings(ReviewSession session, UnaryOperator<ExecutionMapping> change) {
        return session.withMappings(session.mappings().stream().map(change).toList());
    }

    private static ReviewSession fields(ReviewSession session, UnaryOperator<SemanticField> change) {
        return session.withSemantics(session.semantics()
                .withFields(session.semantics().fields().stream().map(change).toList()));
    }
}
