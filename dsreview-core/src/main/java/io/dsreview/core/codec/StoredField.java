package io.dsreview.core.codec;

import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.UserId;
import io.dsreview.api.semantic.FieldDecision;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticField;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.StdConverter;

/**
 * A field as it is stored. Most decisions rest on a candidate that stands in the field's list: that one is named by its place there, and
 * not written again.
 *
 * @param id the field
 * @param candidates all proposals, in order
 * @param decision what was decided
 * @param locked true if the field is locked
 * @param rejections the proposals that a person rejected, in order
 */
record StoredField(
        FieldId id,
        List<SemanticCandidate> candidates,
        Decision decision,
        boolean locked,
        List<SemanticField.Rejection> rejections) {

    StoredField {
        Objects.requireNonNull(decision);
    }

    /** {@link FieldDecision}, with a basis instead of a candidate. */
    sealed interface Decision {

        record Undecided() implements Decision {}

        record Imported(Basis basis) implements Decision {}

        record Accepted(Basis basis, UserId by, Instant at) implements Decision {}

        record Manual(FieldMeaning value, UserId by, Instant at) implements Decision {}
    }

    /**
     * The candidate that a decision rests on.
     *
     * @param place its place in the field's list, from 0; null if it no longer stands there
     * @param gone the candidate itself, where it no longer stands there
     */
    record Basis(@Nullable Integer place, @Nullable SemanticCandidate gone) {

        Basis {
            if ((place == null) == (gone == null)) {
                throw new IllegalArgumentException("a decision rests on one candidate");
            }
        }

        private static Basis of(SemanticCandidate candidate, List<SemanticCandidate> among) {
            int place = among.indexOf(candidate);
            return place < 0 ? new Basis(null, candidate) : new Basis(place, null);
        }

        private SemanticCandidate in(List<SemanticCandidate> candidates) {
            return place == null ? Objects.requireNonNull(gone) : candidates.get(place);
        }
    }

    @JsonSerialize(converter = ToStored.class)
    @JsonDeserialize(converter = FromStored.class)
    private interface AsStored {}

    /** Returns a mapper that writes and reads fields so, and everything else as the given one does. */
    static JsonMapper in(JsonMapper mapper) {
        JsonMapper.Builder builder = mapper.rebuild().addMixIn(SemanticField.class, AsStored.class);
        Variants.of(
                        Decision.class,
                        Decision.Undecided.class,
                        Decision.Imported.class,
                        Decision.Accepted.class,
                        Decision.Manual.class)
                .register(builder);
        return builder.build();
    }

    private static StoredField of(SemanticField field) {
        return new StoredField(field.id(), field.candidates(), decision(field), field.locked(), field.rejections());
    }

    private static Decision decision(SemanticField field) {
        if (field.decision() instanceof FieldDecision.Imported imported) {
            return new Decision.Imported(Basis.of(imported.candidate(), field.candidates()));
        }
        if (field.decision() instanceof FieldDecision.Accepted accepted) {
            return new Decision.Accepted(
                    Basis.of(accepted.candidate(), field.candidates()), accepted.by(), accepted.at());
        }
        return field.decision() instanceof FieldDecision.Manual manual
                ? new Decision.Manual(manual.value(), manual.by(), manual.at())
                : new Decision.Undecided();
    }

    private SemanticField field() {
        return new SemanticField(id, candidates, fieldDecision(), locked, rejections);
    }

    private FieldDecision fieldDecision() {
        if (decision instanceof Decision.Imported imported) {
            return new FieldDecision.Imported(imported.basis().in(candidates));
        }
        if (decision instanceof Decision.Accepted accepted) {
            return new FieldDecision.Accepted(accepted.basis().in(candidates), accepted.by(), accepted.at());
        }
        return decision instanceof Decision.Manual manual
                ? new FieldDecision.Manual(manual.value(), manual.by(), manual.at())
                : new FieldDecision.Undecided();
    }

    static final class ToStored extends StdConverter<SemanticField, StoredField> {

        @Override
        public StoredField convert(SemanticField field) {
            return of(field);
        }
    }

    static final class FromStored extends StdConverter<StoredField, SemanticField> {

        @Override
        public SemanticField convert(StoredField stored) {
            return stored.field();
        }
    }
}
