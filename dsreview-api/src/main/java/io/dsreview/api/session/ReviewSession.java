package io.dsreview.api.session;

import io.dsreview.api.clarification.ClarificationState;
import io.dsreview.api.feedback.Feedback;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.VariableValue;
import java.util.List;

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
 * @param values the values of the template variables; copied
 * @param mappings how filters reach the query; copied
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
        List<Finding> findings,
        ClarificationState clarification,
        Execution execution,
        List<Feedback> feedback) {

    /** Copies the lists. */
    public ReviewSession {
        values = List.copyOf(values);
        mappings = List.copyOf(mappings);
        findings = List.copyOf(findings);
        feedback = List.copyOf(feedback);
    }

    /**
     * Returns a copy with another header.
     *
     * @param next the header
     * @return the copy
     */
    public ReviewSession withHeader(SessionHeader next) {
        return new ReviewSession(
                next, intake, recovery, semantics, values, mappings, findings, clarification, execution, feedback);
    }

    /**
     * Returns a copy with another recovery.
     *
     * @param next the recovery
     * @return the copy
     */
    public ReviewSession withRecovery(Recovery next) {
        return new ReviewSession(
                header, intake, next, semantics, values, mappings, findings, clarification, execution, feedback);
    }

    /**
     * Returns a copy with other semantics.
     *
     * @param next the semantics
     * @return the copy
     */
    public ReviewSession withSemantics(Semantics next) {
        return new ReviewSession(
                header, intake, recovery, next, values, mappings, findings, clarification, execution, feedback);
    }

    /**
     * Returns a copy with other variable values.
     *
     * @param next the values
     * @return the copy
     */
    public ReviewSession withValues(List<VariableValue> next) {
        return new ReviewSession(
                header, intake, recovery, semantics, next, mappings, findings, clarification, execution, feedback);
    }

    /**
     * Returns a copy with other mappings.
     *
     * @param next the mappings
     * @return the copy
     */
    public ReviewSession withMappings(List<ExecutionMapping> next) {
        return new ReviewSession(
                header, intake, recovery, semantics, values, next, findings, clarification, execution, feedback);
    }

    /**
     * Returns a copy with other findings.
     *
     * @param next the findings
     * @return the copy
     */
    public ReviewSession withFindings(List<Finding> next) {
        return new ReviewSession(
                header, intake, recovery, semantics, values, mappings, next, clarification, execution, feedback);
    }

    /**
     * Returns a copy with another clarification.
     *
     * @param next the clarification
     * @return the copy
     */
    public ReviewSession withClarification(ClarificationState next) {
        return new ReviewSession(
                header, intake, recovery, semantics, values, mappings, findings, next, execution, feedback);
    }

    /**
     * Returns a copy with another execution.
     *
     * @param next the execution
     * @return the copy
     */
    public ReviewSession withExecution(Execution next) {
        return new ReviewSession(
                header, intake, recovery, semantics, values, mappings, findings, clarification, next, feedback);
    }

    /**
     * Returns a copy with other feedback.
     *
     * @param next the feedback
     * @return the copy
     */
    public ReviewSession withFeedback(List<Feedback> next) {
        return new ReviewSession(
                header, intake, recovery, semantics, values, mappings, findings, clarification, execution, next);
    }
}
