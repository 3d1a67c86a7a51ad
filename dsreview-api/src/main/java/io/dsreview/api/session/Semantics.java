package io.dsreview.api.session;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.error.Problem;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.SourceId;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.superset.RecoveredColumn;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the fields mean.
 *
 * @param fields the fields of the dataset, in its order; after them those that it had and of which a person said something, should
 *     they come back. Copied
 * @param sources the applied sources with the hash of the content that was applied; copied
 * @param rejectedSource why the source that was applied last could not be read, or null
 * @param leftAlone fields that a newer version of a source describes otherwise, but a lock or a person's decision keeps; copied
 */
public record Semantics(
        List<SemanticField> fields,
        Map<SourceId, Sha256> sources,
        @Nullable Problem rejectedSource,
        List<LeftAlone> leftAlone) {

    /** No field is known. */
    public static final Semantics EMPTY = new Semantics(List.of(), Map.of(), null, List.of());

    /** Copies all of them. */
    public Semantics {
        fields = List.copyOf(fields);
        leftAlone = List.copyOf(leftAlone);
        Map<SourceId, Sha256> sorted = new TreeMap<>(Comparator.comparing(SourceId::value));
        sorted.putAll(sources);
        sources = Collections.unmodifiableMap(sorted);
    }

    /**
     * Returns a field.
     *
     * @param id the field
     * @return the field, or empty if the dataset has none of that name
     */
    public Optional<SemanticField> field(FieldId id) {
        return fields.stream().filter(field -> field.id().equals(id)).findFirst();
    }

    /**
     * Returns the fields that the dataset has now. The others are no matter of the review until their columns come back.
     *
     * @param recovery what is known about the link
     * @return the fields, in order; all of them where the dataset is not known
     */
    public List<SemanticField> presentIn(Recovery recovery) {
        return recovery.dataset()
                .map(dataset -> {
                    int present = 0;
                    for (RecoveredColumn column : dataset.columns()) {
                        boolean isNext = present < fields.size()
                                && fields.get(present).id().equals(column.id());
                        present += isNext ? 1 : 0;
                    }
                    return fields.subList(0, present);
                })
                .orElse(fields);
    }

    /**
     * A field whose decision did not follow a source.
     *
     * @param field the field
     * @param source the source that says something else now
     * @param version hash of what it says now
     */
    public record LeftAlone(FieldId field, SourceId source, Sha256 version) {}

    /**
     * Returns a copy with other fields.
     *
     * @param next the fields
     * @return the copy
     */
    public Semantics withFields(List<SemanticField> next) {
        return new Semantics(next, sources, rejectedSource, leftAlone);
    }

    /**
     * Returns a copy that says why the source that was applied last could not be read.
     *
     * @param why why
     * @return the copy
     */
    public Semantics withRejectedSource(Problem why) {
        return new Semantics(fields, sources, why, leftAlone);
    }
}
