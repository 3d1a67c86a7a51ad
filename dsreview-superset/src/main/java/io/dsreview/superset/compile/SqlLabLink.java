package io.dsreview.superset.compile;

import io.dsreview.api.execution.DatasetReference;
import io.dsreview.api.execution.LaunchTerms;
import io.dsreview.api.id.EnvironmentId;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Makes links into SQL Lab, always on the configured base. Immutable. */
public final class SqlLabLink {

    /** What tabs and queries are named in SQL Lab. */
    static final String TAB = LaunchTerms.TAB;

    private final Map<EnvironmentId, URI> bases;

    /**
     * Makes a maker of links.
     *
     * @param bases the base addresses, without a last slash
     */
    public SqlLabLink(Map<EnvironmentId, URI> bases) {
        this.bases = Map.copyOf(bases);
    }

    /**
     * Returns a link that opens a new tab with an SQL.
     *
     * @param environment the Superset
     * @param dataset names the database and schema
     * @param sql the SQL
     * @return the link
     * @throws IllegalArgumentException if the environment is not configured
     */
    public String toSql(EnvironmentId environment, DatasetReference dataset, String sql) {
        return toDatabase(environment, dataset) + "&sql=" + encoded(sql);
    }

    /**
     * Returns a link that opens a new, empty tab.
     *
     * @param environment the Superset
     * @param dataset names the database and schema
     * @return the link
     * @throws IllegalArgumentException if the environment is not configured
     */
    public String toDatabase(EnvironmentId environment, DatasetReference dataset) {
        StringBuilder link =
                new StringBuilder(base(environment)).append("/sqllab/?dbid=").append(dataset.databaseId());
        String schema = dataset.schema();
        if (schema != null) {
            link.append("&schema=").append(encoded(schema));
        }
        return link.append("&name=").append(TAB).toString();
    }

    /**
     * Returns a link that opens a permalink.
     *
     * @param environment the Superset
     * @param key the permalink's key
     * @return the link
     * @throws IllegalArgumentException if the environment is not configured
     */
    public String toPermalink(EnvironmentId environment, String key) {
        return base(environment) + "/sqllab/p/" + key + "/";
    }

    /**
     * Returns a link that opens a query that was run.
     *
     * @param environment the Superset
     * @param queryId Superset's id of the query
     * @return the link
     * @throws IllegalArgumentException if the environment is not configured
     */
    public String toQuery(EnvironmentId environment, long queryId) {
        return base(environment) + "/sqllab/?queryId=" + queryId;
    }

    private String base(EnvironmentId environment) {
        URI base = bases.get(environment);
        if (base == null) {
            throw new IllegalArgumentException("the environment " + environment + " is not configured");
        }
        return base.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
