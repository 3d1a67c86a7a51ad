package io.dsreview.core.ranking;

import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.SourceId;
import io.dsreview.api.semantic.Confidence;
import io.dsreview.api.semantic.FieldDecision;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticField;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
        Map<FieldId, List<SemanticCandidate>> byField =
                found.stream().collect(Collectors.groupingBy(SemanticCandidate::field));
        return fields.stream()
                .map(field -> apply(field, source, byField.getOrDefault(field.id(), List.of())))
                .toList();
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
        return derive(field.withCandidates(CandidateRanking.merge(field.candidates(), source, found.stream())));
    }

    /**
     * Decides a field by its candidates alone, unless it is locked or a person decided.
     *
     * @param field the field
     * @return the field with the decision that its candidates give
     */
    public static SemanticField derive(SemanticField field) {
        return field.locked() || field.decision().isByPerson()
                ? field
                : decided(field.withDecision(new FieldDecision.Undecided()));
    }

    private static SemanticField decided(SemanticField open) {
        List<SemanticCandidate> standing = open.standing();
        boolean isOpen =
                standing.isEmpty() || open.isConflicted() || standing.get(0).confidence() == Confidence.LOW;
        return isOpen ? open : open.withDecision(new FieldDecision.Imported(standing.get(0)));
    }
}
