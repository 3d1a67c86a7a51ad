package io.dsreview.core.ranking;

import io.dsreview.api.id.SourceId;
import io.dsreview.api.semantic.Confidence;
import io.dsreview.api.semantic.FieldDecision;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticField;
import java.util.List;

/**
 * Takes candidates of a source over into fields. A decision by a person and a locked field keep their decision; a
 * disagreement between sources of the same rank is left for a person; what is of low confidence is never taken over.
 */
public final class SourceImport {

    private SourceImport() {}

    /**
     * Takes over.
     *
     * @param fields the fields as they are
     * @param source the source
     * @param found what it says now, about any fields; what it said before is dropped
     * @return the fields with their new candidates and decisions
     */
    public static List<SemanticField> apply(
            List<SemanticField> fields, SourceId source, List<SemanticCandidate> found) {
        return fields.stream().map(field -> apply(field, source, found)).toList();
    }

    /**
     * Takes back what a source said.
     *
     * @param fields the fields as they are
     * @param source the source
     * @return the fields without its candidates, decided by what the others say
     */
    public static List<SemanticField> remove(List<SemanticField> fields, SourceId source) {
        return apply(fields, source, List.of());
    }

    private static SemanticField apply(SemanticField field, SourceId source, List<SemanticCandidate> found) {
        List<SemanticCandidate> merged = CandidateRanking.merge(
                field.candidates(),
                source,
                found.stream().filter(candidate -> candidate.field().equals(field.id())));
        return derive(field.withCandidates(merged));
    }

    /**
     * Decides a field by its candidates alone, unless it is locked or a person decided.
     *
     * @param field the field
     * @return the field with the decision that its candidates give
     */
    public static SemanticField derive(SemanticField field) {
        return field.locked() || field.decision().isByPerson() ? field : field.withDecision(decide(field));
    }

    private static FieldDecision decide(SemanticField field) {
        List<SemanticCandidate> standing = field.standing();
        if (standing.isEmpty() || field.isConflicted() || standing.get(0).confidence() == Confidence.LOW) {
            return new FieldDecision.Undecided();
        }
        return new FieldDecision.Imported(standing.get(0));
    }
}
