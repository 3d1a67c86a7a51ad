package io.dsreview.api.superset;

import io.dsreview.api.error.Problem;
import io.dsreview.api.id.RecoveryItemId;
import org.jspecify.annotations.Nullable;

/**
 * One thing that recovery looked for, and how far it got.
 *
 * @param id what it is, such as {@code filter:NATIVE_FILTER-status}
 * @param kind what sort of thing it is
 * @param name its name for people; text from Superset
 * @param state how far recovery got
 * @param datasetId the dataset it belongs to, or null if it concerns the whole link
 * @param required true if nothing can be launched before a person has settled it
 * @param why why it is not fully recovered, or null if it is
 */
public record RecoveryItem(
        RecoveryItemId id,
        Kind kind,
        String name,
        State state,
        @Nullable Long datasetId,
        boolean required,
        @Nullable Problem why) {

    /** What is recovered. */
    public enum Kind {
        /** Version and abilities of the server. */
        SERVER,
        /** The dashboard itself. */
        DASHBOARD,
        /** A chart. */
        CHART,
        /** A dataset. */
        DATASET,
        /** A filter and its value. */
        FILTER,
        /** The state a key or permalink names. */
        STATE,
        /** A parameter of the link. */
        URL_PARAMETER,
        /** A variable of a template. */
        VARIABLE,
        /** The SQL of a link into SQL Lab. */
        QUERY,
        /** Something in a template that dsreview carries no value for. */
        TEMPLATE
    }

    /** How far recovery got. */
    public enum State {
        /** Fully. */
        RECOVERED,
        /** In part: it is there, but something about it is not known. */
        PARTIAL,
        /** Not at all. */
        UNRESOLVED
    }
}
