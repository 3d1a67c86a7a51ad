package io.dsreview.api.semantic;

import io.dsreview.api.access.Actor;
import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.error.Problem;
import io.dsreview.api.id.FieldId;
import java.util.Collection;
import java.util.List;

/**
 * Finds candidates for fields in a source. Usable alone, without a session.
 *
 * <p>Called on the thread of the command, concurrently for different commands. Changes nothing anywhere; a source that is
 * elsewhere is read as the actor, within the timeouts it is configured with. Every failure is a value; an exception means a
 * bug.
 */
@FunctionalInterface
public interface SemanticSourceResolver {

    /**
     * Reads a source and looks the fields up.
     *
     * @param source the source
     * @param fields the fields of the dataset
     * @param actor on whose behalf
     * @return the candidates, or why the source cannot be used
     */
    Resolution resolve(SemanticSource source, Collection<FieldId> fields, Actor actor);

    /**
     * Returns a resolver that hands each source on to the one for its kind.
     *
     * @param dictionaries reads dictionaries
     * @param references reads reference datasets
     * @return the resolver
     */
    static SemanticSourceResolver of(SemanticSourceResolver dictionaries, SemanticSourceResolver references) {
        return (source, fields, actor) -> source instanceof SemanticSource.ReferenceDataset
                ? references.resolve(source, fields, actor)
                : dictionaries.resolve(source, fields, actor);
    }

    /** What a source says about some fields. */
    sealed interface Resolution {

        /**
         * The source could be read.
         *
         * @param version hash of what the source says now
         * @param candidates at most one per field and place, in the order of the source; copied
         */
        record Resolved(Sha256 version, List<SemanticCandidate> candidates) implements Resolution {
            /** Copies the candidates. */
            public Resolved {
                candidates = List.copyOf(candidates);
            }
        }

        /**
         * The source cannot be used; nothing of it is.
         *
         * @param problem where and why
         */
        record Unusable(Problem problem) implements Resolution {}
    }
}
