package io.dsreview.api.semantic;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.id.SourceId;
import org.jspecify.annotations.Nullable;

/**
 * Where a candidate comes from.
 *
 * @param source the source
 * @param version hash of what the source said at the time
 * @param kind how the field was matched
 * @param place where in the source it was found
 * @param similarity why another name was taken for the field's; null unless the kind is {@link MatchKind#FUZZY}
 */
public record Provenance(
        SourceId source,
        Sha256 version,
        MatchKind kind,
        Place place,
        @Nullable Similarity similarity) {

    /**
     * Makes the provenance of a candidate that is about the field by name.
     *
     * @param source the source
     * @param version hash of what the source said at the time
     * @param kind how the field was matched
     * @param place where in the source it was found
     */
    public Provenance(SourceId source, Sha256 version, MatchKind kind, Place place) {
        this(source, version, kind, place, null);
    }
}
