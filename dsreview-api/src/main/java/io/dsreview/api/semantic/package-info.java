/**
 * What fields mean, and who says so. Start with {@link io.dsreview.api.semantic.SemanticField}: its candidates with their
 * provenance, the decision, and the lock. {@link io.dsreview.api.semantic.SemanticSourceResolver} finds candidates and is
 * usable without a session; {@link io.dsreview.api.semantic.CandidateText} says in words why one should be believed.
 */
@NullMarked
package io.dsreview.api.semantic;

import org.jspecify.annotations.NullMarked;
