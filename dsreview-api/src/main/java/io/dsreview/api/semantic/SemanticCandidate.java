package io.dsreview.api.semantic;

import io.dsreview.api.id.FieldId;
import jakarta.validation.Valid;

/**
 * A proposal for the meaning of one field.
 *
 * @param field the field
 * @param meaning what is proposed
 * @param endorsement who stands behind it
 * @param provenance where it comes from
 */
public record SemanticCandidate(
        FieldId field, @Valid FieldMeaning meaning, Endorsement endorsement, Provenance provenance) {

    /**
     * Tells how far it can be relied on. {@link Confidence#HIGH} has what a dictionary says of exactly this field, and a
     * certified column of a reference dataset; {@link Confidence#MEDIUM} a column of one that nobody certifies;
     * {@link Confidence#LOW} a metric, a similar name and a draft.
     *
     * @return the confidence
     */
    public Confidence confidence() {
        return switch (provenance.kind()) {
            case EXACT_DICTIONARY -> Confidence.HIGH;
            case REFERENCE_IMPORT -> ofReference();
            case FUZZY, AI_DRAFT -> Confidence.LOW;
        };
    }

    /**
     * Tells whether another candidate proposes the same: what it means, as the same source says by the same kind of match. In which
     * version of the source and where in it may differ.
     *
     * @param other the other candidate
     * @return true if a person who looked at one has seen the other
     */
    public boolean proposesTheSameAs(SemanticCandidate other) {
        return field.equals(other.field)
                && meaning.equals(other.meaning)
                && provenance.kind() == other.provenance.kind()
                && provenance.source().equals(other.provenance.source());
    }

    private Confidence ofReference() {
        if (provenance.place() instanceof Place.DatasetField found && found.kind() == Place.Kind.METRIC) {
            return Confidence.LOW;
        }
        return endorsement.certification() == null ? Confidence.MEDIUM : Confidence.HIGH;
    }
}
