package io.dsreview.api.semantic;

import io.dsreview.api.id.FieldId;

/**
 * A proposal for the meaning of one field.
 *
 * @param field the field
 * @param meaning what is proposed
 * @param provenance where it comes from
 */
public record SemanticCandidate(FieldId field, FieldMeaning meaning, Provenance provenance) {}
