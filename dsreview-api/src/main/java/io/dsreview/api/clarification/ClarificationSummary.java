package io.dsreview.api.clarification;

import io.dsreview.api.finding.Finding;
import io.dsreview.api.gate.GateClause;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.VariableId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a clarification since it began or was resumed: what a person should see on leaving it. Computed when
 * somebody looks, never stored. Its words come from {@link ClarificationSummaryText}.
 *
 * @param since when it began or was resumed, or null if nothing was ever asked
 * @param pause who paused it, or null
 * @param answers the answers since then, oldest first; copied
 * @param fields the fields whose meaning these answers decided; copied
 * @param variables the variables whose value these answers gave; copied
 * @param findingsResolved the findings that held then and do not hold now, whatever resolved them; copied
 * @param findingsRaised the findings that were raised since then and hold now; copied
 * @param clausesMet the clauses of the launch gate that did not hold then and hold now; copied
 * @param clausesUnmet the clauses that held then and do not hold now; copied
 * @param asked the questions that are or will be asked, in order; copied
 * @param skipped the questions that are asked again after all others; copied
 * @param deferred the questions that wait for an expert; copied
 */
public record ClarificationSummary(
        @Nullable Instant since,
        @Nullable Pause pause,
        List<Answer> answers,
        List<FieldId> fields,
        List<VariableId> variables,
        List<Finding> findingsResolved,
        List<Finding> findingsRaised,
        List<GateClause> clausesMet,
        List<GateClause> clausesUnmet,
        List<Question> asked,
        List<Question> skipped,
        List<Question> deferred) {

    /** Copies the lists. */
    public ClarificationSummary {
        answers = List.copyOf(answers);
        fields = List.copyOf(fields);
        variables = List.copyOf(variables);
        findingsResolved = List.copyOf(findingsResolved);
        findingsRaised = List.copyOf(findingsRaised);
        clausesMet = List.copyOf(clausesMet);
        clausesUnmet = List.copyOf(clausesUnmet);
        asked = List.copyOf(asked);
        skipped = List.copyOf(skipped);
        deferred = List.copyOf(deferred);
    }
}
