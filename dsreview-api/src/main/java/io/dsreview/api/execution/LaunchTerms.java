package io.dsreview.api.execution;

import org.jspecify.annotations.Nullable;

/**
 * How a launch of one SQL is sent: what is neither in the SQL nor in its inputs. Found out with the preview, so that what was
 * shown is what is sent.
 *
 * @param rowLimit most rows that are asked for, which is never above the limit in the SQL itself
 * @param onWorker true if Superset runs the query on a worker, false if within the request
 * @param supersetVersion the version of the Superset, such as {@code 6.1.0}; null if it does not tell
 */
public record LaunchTerms(
        int rowLimit, boolean onWorker, @Nullable String supersetVersion) {

    /** The name of the tab under which SQL Lab lists every launch. */
    public static final String TAB = "dsreview";

    /**
     * Checks the row limit.
     *
     * @throws IllegalArgumentException if it is below 0
     */
    public LaunchTerms {
        if (rowLimit < 0) {
            throw new IllegalArgumentException("rowLimit is " + rowLimit + "; it starts at 0");
        }
    }
}
