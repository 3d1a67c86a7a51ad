package io.dsreview.api.semantic;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.id.SourceId;

/**
 * Where a candidate comes from.
 *
 * @param source the source
 * @param version hash of the source's content at the time
 * @param kind how the field was matched
 * @param line the line of the source, from 1; the header is line 1
 */
public record Provenance(SourceId source, Sha256 version, MatchKind kind, long line) {}
