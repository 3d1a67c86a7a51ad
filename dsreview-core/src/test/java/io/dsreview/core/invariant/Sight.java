package io.dsreview.core.invariant;

import io.dsreview.api.access.Actor;
import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.clarification.Answer;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.clarification.SetAside;
import io.dsreview.api.execution.CompiledPreview;
import io.dsreview.api.execution.Gate;
import io.dsreview.api.execution.InputFingerprint;
import io.dsreview.api.execution.LaunchAttempt;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.LaunchSummary;
import io.dsreview.api.execution.PreviewStatus;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.id.QuestionId;
import io.dsreview.api.id.SourceId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.MappingStatus;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableValue;
import io.dsreview.api.session.Recovery.Phase;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionStatus;
import io.dsreview.core.gate.Gates;
import io.dsreview.core.gate.LaunchFacts;
import io.dsreview.core.gate.LaunchSummaries;
import io.dsreview.core.mapping.CurrentInputs;
import io.dsreview.core.mapping.VariableState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The session that a step is about, as its actor might see it; only guides the choice of commands.
 *
 * @param actor who looks
 * @param found the session, or empty if there is none
 * @param stage where it is played
 */
record Sight(Actor actor, Optional<ReviewSession> found, Stage stage) {

    boolean mine() {
        return found.filter(session -> session.header().tenant().equals(actor.tenant()))
                .filter(session -> session.header().status() != SessionStatus.DELETED)
                .isPresent();
    }

    boolean active() {
        return found.filter(session -> session.header().status() == SessionStatus.ACTIVE)
                .isPresent();
    }

    /** Nothing but a permission may be missing for a launch, and this preview was not launched yet. */
    boolean launchable() {
        return found.filter(
                        session -> readyPreview() && !launched() && undecided().isEmpty())
                .filter(session -> session.findings().stream().noneMatch(Finding::blocks))
                .filter(session -> Gates.explain(
                                Gate.LAUNCH, LaunchFacts.of(session, stage.now(), true, stage.executionOn()), true)
                        .unmet()
                        .isEmpty())
                .isPresent();
    }

    boolean readyPreview() {
        return preview()
                .filter(preview -> preview.status() == PreviewStatus.READY)
                .isPresent();
    }

    boolean launched() {
        return last().filter(attempt -> preview()
                        .filter(preview -> preview.id().equals(attempt.intent().preview()))
                        .isPresent())
                .isPresent();
    }

    private Optional<CompiledPreview> preview() {
        return found.flatMap(session -> session.execution().preview());
    }

    boolean recovered() {
        return found.filter(session -> session.recovery().phase() == Phase.RECOVERED)
                .isPresent();
    }

    boolean previewable() {
        return found.filter(session -> session.recovery().dataset().isPresent()
                        && VariableState.mattering(session)
                                .allMatch(state -> !state.variable().required() || state.hasCandidate()))
                .isPresent();
    }

    boolean freshPreview() {
        return readyPreview()
                && found.filter(session -> isFresh(session, preview().orElseThrow()))
                        .isPresent();
    }

    private boolean isFresh(ReviewSession session, CompiledPreview preview) {
        Optional<InputFingerprint> now = CurrentInputs.of(session).map(inputs -> inputs.fingerprint());
        return now.isPresent() && !preview.isStale(now.get(), stage.now());
    }

    boolean interrupted() {
        return found.filter(session -> (session.recovery().phase() == Phase.RUNNING
                                && !session.recovery().isWorkedOn(stage.now()))
                        || session.clarification().answered()
                        || session.execution().previews().stream()
                                .anyMatch(preview -> preview.status() == PreviewStatus.PENDING)
                        || session.execution().launches().stream().anyMatch(Sight::isOpen))
                .isPresent();
    }

    private static boolean isOpen(LaunchAttempt attempt) {
        LaunchOutcome outcome = attempt.outcome();
        return outcome == null ? !attempt.intent().manual() : outcome.isOpen();
    }

    boolean running() {
        return last().filter(Sight::isOpen).isPresent();
    }

    boolean waitsForConfirmation() {
        return last().filter(attempt -> attempt.intent().manual() && attempt.outcome() == null)
                .isPresent();
    }

    boolean handOffOffered() {
        boolean refused = last().filter(attempt -> attempt.outcome() instanceof LaunchOutcome.Refused)
                .isPresent();
        return refused
                || preview()
                        .filter(preview -> preview.status() == PreviewStatus.NOT_CARRIED)
                        .isPresent();
    }

    private Optional<LaunchAttempt> last() {
        return found.flatMap(session -> session.execution().lastLaunch());
    }

    Optional<Question> question() {
        return found.flatMap(
                session -> Optional.ofNullable(session.clarification().active()));
    }

    List<ExecutionMapping> undecided() {
        return mappings().stream()
                .filter(mapping ->
                        mapping.status() == MappingStatus.SUGGESTED || mapping.status() == MappingStatus.WITHDRAWN)
                .toList();
    }

    List<ExecutionMapping> mappings() {
        return found.map(ReviewSession::mappings).orElse(List.of());
    }

    List<TemplateVariable> variables() {
        return found.flatMap(session -> session.recovery().dataset())
                .map(dataset -> dataset.variables())
                .orElse(List.of());
    }

    /** Variables with a value that nobody approved, first those. */
    List<VariableValue> unapproved() {
        return found.stream()
                .flatMap(session -> session.values().stream())
                .filter(value -> !value.isApproved())
                .toList();
    }

    boolean lacksValue() {
        return found.filter(session -> session.values().size() < variables().size())
                .isPresent();
    }

    boolean archived() {
        return found.filter(session -> session.header().status() == SessionStatus.ARCHIVED)
                .isPresent();
    }

    boolean recovering() {
        return found.filter(session -> active() && session.recovery().phase() == Phase.RUNNING)
                .isPresent();
    }

    boolean leased() {
        return found.filter(session -> active() && session.recovery().isWorkedOn(stage.now()))
                .isPresent();
    }

    boolean paused() {
        return found.filter(session -> session.clarification().pause() != null).isPresent();
    }

    /** Questions that were set aside or answered: those that can be asked again. */
    List<QuestionId> reopenable() {
        return found.stream()
                .map(ReviewSession::clarification)
                .flatMap(state -> Stream.concat(
                        state.setAside().stream().map(SetAside::question),
                        state.answers().stream().map(Answer::question)))
                .distinct()
                .toList();
    }

    /** What a launch would come to, as its actor is shown it. */
    Optional<Sha256> shown() {
        return found.map(session -> LaunchFacts.of(session, stage.now(), true, stage.executionOn()))
                .flatMap(facts -> LaunchSummaries.of(facts, actor.user()))
                .map(LaunchSummary::hash);
    }

    List<SourceId> sources() {
        return found.stream()
                .flatMap(session -> session.semantics().sources().keySet().stream())
                .toList();
    }

    boolean unsettled() {
        return found.filter(session -> !session.recovery().unsettled().isEmpty())
                .isPresent();
    }
}
