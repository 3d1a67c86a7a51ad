package io.dsreview.api.execution;

/**
 * The state of a dataset's definition and who looks at it. Both are part of the fingerprint: a changed definition and
 * another viewer's row-level rules give another SQL.
 *
 * @param revision changes whenever the definition changes; compared, never interpreted
 * @param supersetIdentity the name under which Superset knows who asks; not a secret
 */
public record DatasetRevision(String revision, String supersetIdentity) {}
