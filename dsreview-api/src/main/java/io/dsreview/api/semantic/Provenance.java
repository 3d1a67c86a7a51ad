package io.dsreview.api.semantic;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.id.SourceId;

/**
 * Where a candidate comes from.
 *
 * @param source the source
 * @param version hash of what the source said at the time
 * @param kind how the field was matched
 * @param place where in the source it was found
 */
public record Provenance(SourceId source, Sha256 version, MatchKind kind, Place place) {}
