package io.dsreview.api.execution;

import org.jspecify.annotations.Nullable;

/**
 * The state of a dataset's definition and who looks at it. All of it is part of the fingerprint: a changed definition and
 * another viewer's row-level rules give another SQL.
 *
 * @param revision changes whenever the definition of the dataset changes; compared, never interpreted
 * @param chart changes whenever the query of the chart changes; null unless a chart's own query is the target
 * @param supersetIdentity the name under which Superset knows who asks; not a secret
 */
public record DatasetRevision(String revision, @Nullable String chart, String supersetIdentity) {

    /**
     * Makes the revision of a dataset alone.
     *
     * @param revision changes whenever the definition changes
     * @param supersetIdentity the name under which Superset knows who asks
     * @return the revision
     */
    public static DatasetRevision of(String revision, String supersetIdentity) {
        return new DatasetRevision(revision, null, supersetIdentity);
    }
}
