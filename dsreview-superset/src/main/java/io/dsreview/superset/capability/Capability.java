package io.dsreview.superset.capability;

/** Something that not every version of Superset from 3.1 on can do. */
public enum Capability {
    /** The key {@code catalog} in requests to SQL Lab. */
    CATALOG(4, 1),
    /** The key {@code engine} in requests to format an SQL. */
    FORMAT_SQL_FOR_ENGINE(4, 1),
    /** The operator {@code NOT LIKE} in filters. */
    NOT_LIKE(4, 1),
    /** The macro {@code metric}. */
    METRIC_MACRO(4, 1),
    /** The macro {@code current_user_email}. */
    CURRENT_USER_EMAIL_MACRO(4, 1),
    /** The parameter {@code include_rendered_sql} of datasets. */
    RENDERED_SQL(5, 0),
    /** Permalinks into SQL Lab, which carry template parameters. */
    SQLLAB_PERMALINK(5, 0),
    /** The macro {@code get_time_filter}. */
    GET_TIME_FILTER_MACRO(5, 0),
    /** The macro {@code current_user_roles}. */
    CURRENT_USER_ROLES_MACRO(6, 0),
    /** Finding a shared query of old by all digits of its number: 5.0 takes the first for the whole. */
    SHARED_QUERY_BY_WHOLE_NUMBER(6, 0),
    /** An application root without help of a proxy. */
    APPLICATION_ROOT(6, 0),
    /** Row-level rules inside the SQL of virtual datasets. */
    ROW_LEVEL_RULES_IN_VIRTUAL_DATASETS(6, 0),
    /** The keys {@code database_id} and {@code template_params} in requests to format an SQL, which render it. */
    FORMAT_SQL_WITH_PARAMETERS(6, 1),
    /** The operator {@code NOT ILIKE} in filters. */
    NOT_ILIKE(6, 1);

    private final int major;
    private final int minor;

    Capability(int major, int minor) {
        this.major = major;
        this.minor = minor;
    }

    /**
     * Returns the first version that can do it.
     *
     * @return the version
     */
    public SupersetVersion since() {
        return new SupersetVersion(major, minor, 0);
    }
}
