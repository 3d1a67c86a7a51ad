package io.dsreview.api.session;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.clarification.ClarificationState;
import io.dsreview.api.execution.ApprovedState;
import io.dsreview.api.execution.LaunchAttempt;
import io.dsreview.api.feedback.Feedback;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The review of one dataset: everything that was recovered, decided, compiled and launched. Immutable. The canonical
 * constructor is for the core; users read.
 *
 * <p>Whatever can be computed from it, such as readiness or whether a preview is stale, is not in it: see
 * {@link Readiness}.
 *
 * @param header whose it is, its version and its status
 * @param intake what it was started with
 * @param recovery what is known about the link
 * @param semantics what the fields mean
 * @param values the values of the template variables; after those that the dataset has now, what persons approved for variables
 *     that it had, should they come back. Copied
 * @param mappings how filters reach the query; copied
 * @param dormant mappings that are not possible now, since filter, column, variable or target is another, and that a person decided
 *     on or gave a value to: they do nothing, and are what they were should they be possible again. Copied
 * @param findings what was found out, oldest first; copied
 * @param clarification the question that is asked, those that wait, and the answers
 * @param execution what will run, what was compiled, what was launched
 * @param feedback what persons think of generated texts, oldest first; copied
 */
public record ReviewSession(
        SessionHeader header,
        Intake intake,
        Recovery recovery,
        Semantics semantics,
        List<VariableValue> values,
        List<ExecutionMapping> mappings,
        List<ExecutionMapping> dormant,
        List<Finding> findings,
        ClarificationState clarification,
        Execution execution,
        List<Feedback> feedback) {

    /** Copies the lists. */
    public ReviewSession {
        values = List.copyOf(values);
        mappings = List.copyOf(mappings);
        dormant = List.copyOf(dormant);
        findings = List.copyOf(findings);
        feedback = List.copyOf(feedback);
    }

    /**
     * Returns everything that persons approved.
     *
     * @return what a launch would be made of: nothing of a variable that the dataset has no more, or that does not reach what is to
     *     run
     */
    public ApprovedState approved() {
        Set<VariableId> reaching = recovery.dataset().stream()
                .flatMap(dataset -> dataset.variables().stream())
                .filter(variable -> execution.target().isReachedBy(variable))
                .map(TemplateVariable::id)
                .collect(Collectors.toSet());
        List<VariableValue> asked = values.stream()
                .filter(value -> reaching.contains(value.variable()))
                .toList();
        return new ApprovedState(mappings, asked, semantics.fields(), clarification.standing());
    }

    /**
     * Returns the launch that was already made of what is approved now, whatever came of it: a state is launched at most
     * once.
     *
     * @return the last attempt, or empty if the state as it is was never sent nor handed to a person
     */
    public Optional<LaunchAttempt> launched() {
        if (execution.launches().isEmpty()) {
            return Optional.empty();
        }
        Optional<Sha256> key = execution.preview().map(preview -> approved().key(preview));
        return execution.launches().stream()
                .filter(attempt ->
                        key.filter(attempt.intent().approvedKey()::equals).isPresent())
                .reduce((earlier, later) -> later);
    }

    /**
     * Returns a copy with another header.
     *
     * @param next the header
     * @return the copy
     */
    public ReviewSession withHeader(SessionHeader next) {
        return new ReviewSession(
                next,
                intake,
                recovery,
                semantics,
                values,
                mappings,
                dormant,
                findings,
                clarification,
                execution,
                feedback);
    }

    /**
     * Returns a copy with another recovery.
     *
     * @param next the recovery
     * @return the copy
     */
    public ReviewSession withRecovery(Recovery next) {
        return new ReviewSession(
                header,
                intake,
                next,
                semantics,
                values,
                mappings,
                dormant,
                findings,
                clarification,
                execution,
                feedback);
    }

    /**
     * Returns a copy with other semantics.
     *
     * @param next the semantics
     * @return the copy
     */
    public ReviewSession withSemantics(Semantics next) {
        return new ReviewSession(
                header,
                intake,
                recovery,
                next,
                values,
                mappings,
                dormant,
                findings,
                clarification,
                execution,
                feedback);
    }

    /**
     * Returns a copy with other variable values.
     *
     * @param next the values
     * @return the copy
     */
    public ReviewSession withValues(List<VariableValue> next) {
        return new ReviewSession(
                header,
                intake,
                recovery,
                semantics,
                next,
                mappings,
                dormant,
                findings,
                clarification,
                execution,
                feedback);
    }

    /**
     * Returns a copy with other mappings.
     *
     * @param next the mappings
     * @return the copy
     */
    public ReviewSession withMappings(List<ExecutionMapping> next) {
        return new ReviewSession(
                header,
                intake,
                recovery,
                semantics,
                values,
                next,
                dormant,
                findings,
                clarification,
                execution,
                feedback);
    }

    /**
     * Returns a copy with other dormant mappings.
     *
     * @param next the mappings
     * @return the copy
     */
    public ReviewSession withDormant(List<ExecutionMapping> next) {
        return new ReviewSession(
                header,
                intake,
                recovery,
                semantics,
                values,
                mappings,
                next,
                findings,
                clarification,
                execution,
                feedback);
    }

    /**
     * Returns a copy with other findings.
     *
     * @param next the findings
     * @return the copy
     */
    public ReviewSession withFindings(List<Finding> next) {
        return new ReviewSession(
                header,
                intake,
                recovery,
                semantics,
                values,
                mappings,
                dormant,
                next,
                clarification,
                execution,
                feedback);
    }

    /**
     * Returns a copy with another clarification.
     *
     * @param next the clarification
     * @return the copy
     */
    public ReviewSession withClarification(ClarificationState next) {
        return new ReviewSession(
                header, intake, recovery, semantics, values, mappings, dormant, findings, next, execution, feedback);
    }

    /**
     * Returns a copy with another execution.
     *
     * @param next the execution
     * @return the copy
     */
    public ReviewSession withExecution(Execution next) {
        return new ReviewSession(
                header,
                intake,
                recovery,
                semantics,
                values,
                mappings,
                dormant,
                findings,
                clarification,
                next,
                feedback);
    }

    /**
     * Returns a copy with other feedback.
     *
     * @param next the feedback
     * @return the copy
     */
    public ReviewSession withFeedback(List<Feedback> next) {
        return new ReviewSession(
                header,
                intake,
                recovery,
                semantics,
                values,
                mappings,
                dormant,
                findings,
                clarification,
                execution,
                next);
    }
}
