package io.dsreview.api.semantic;

import io.dsreview.api.error.Problem;
import io.dsreview.api.id.FieldId;
import java.util.Collection;
import java.util.List;

/**
 * Finds candidates for fields in a source. Usable alone, without a session.
 *
 * <p>Implementations are pure and thread-safe: the same source and fields give the same candidates.
 */
@FunctionalInterface
public interface SemanticSourceResolver {

    /**
     * Reads a source and looks the fields up.
     *
     * @param source the source
     * @param fields the fields of the dataset
     * @return the candidates, or why the source cannot be read
     */
    Resolution resolve(SemanticSource source, Collection<FieldId> fields);

    /** What a source says about some fields. */
    sealed interface Resolution {

        /**
         * The source could be read.
         *
         * @param candidates at most one per field and line, in the order of the source; copied
         */
        record Resolved(List<SemanticCandidate> candidates) implements Resolution {
            /** Copies the candidates. */
            public Resolved {
                candidates = List.copyOf(candidates);
            }
        }

        /**
         * The source cannot be read; nothing of it is used.
         *
         * @param problem where and why
         */
        record Malformed(Problem problem) implements Resolution {}
    }
}
