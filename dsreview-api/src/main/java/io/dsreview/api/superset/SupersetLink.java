package io.dsreview.api.superset;

import io.dsreview.api.id.EnvironmentId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A pasted link, matched to a configured environment and taken apart. Only this, never the pasted text, is used to ask
 * Superset. What stands in it is still what somebody pasted: keys may have expired, ids may belong to nothing.
 */
public sealed interface SupersetLink {

    /**
     * Returns the environment that scheme, host, port and base path match.
     *
     * @return the environment
     */
    EnvironmentId environment();

    /**
     * Returns the user's own parameters, which reach {@code url_param}.
     *
     * @return the values in order of the names; unmodifiable
     */
    Map<String, String> urlParameters();

    /**
     * A dashboard.
     *
     * @param environment the environment
     * @param dashboard id, slug or UUID as the link has it; null for a permalink, which names it itself
     * @param permalinkKey key of a permalink, or null
     * @param nativeFiltersKey key of a saved filter state, or null
     * @param nativeFilters the filter state that the link itself holds, in Rison; or null
     * @param preselectFilters values for the filter boxes of old, in JSON; or null
     * @param anchor the chart or tab that the link scrolls to, such as {@code CHART-12}, or null
     * @param urlParameters the user's own parameters; copied
     */
    record Dashboard(
            EnvironmentId environment,
            @Nullable String dashboard,
            @Nullable String permalinkKey,
            @Nullable String nativeFiltersKey,
            @Nullable String nativeFilters,
            @Nullable String preselectFilters,
            @Nullable String anchor,
            Map<String, String> urlParameters)
            implements SupersetLink {

        /** Copies the parameters. */
        public Dashboard {
            urlParameters = copy(urlParameters);
        }
    }

    /**
     * A dashboard as it is embedded into another page.
     *
     * @param environment the environment
     * @param uuid the UUID of the embedding, which is not the dashboard's
     * @param urlParameters the user's own parameters; copied
     */
    record Embedded(EnvironmentId environment, String uuid, Map<String, String> urlParameters) implements SupersetLink {

        /** Copies the parameters. */
        public Embedded {
            urlParameters = copy(urlParameters);
        }
    }

    /**
     * A chart, saved or not, in Explore.
     *
     * @param environment the environment
     * @param chart Superset's id of the saved chart, or null
     * @param dataset Superset's id of the dataset, or null where chart or key name it
     * @param permalinkKey key of a permalink, or null
     * @param formDataKey key of a saved form state, or null
     * @param formData the form state that the link itself holds, in JSON; or null
     * @param urlParameters the user's own parameters; copied
     */
    record Explore(
            EnvironmentId environment,
            @Nullable Long chart,
            @Nullable Long dataset,
            @Nullable String permalinkKey,
            @Nullable String formDataKey,
            @Nullable String formData,
            Map<String, String> urlParameters)
            implements SupersetLink {

        /** Copies the parameters. */
        public Explore {
            urlParameters = copy(urlParameters);
        }
    }

    /**
     * A tab of SQL Lab. It holds one of: a saved query, a query that was run, a permalink, an entry of the key value
     * store of old, a dataset, or the SQL itself; with a dataset, the SQL runs in the database of the dataset.
     *
     * @param environment the environment
     * @param savedQuery Superset's id of the saved query, or null
     * @param query Superset's id of the query that was run, or null
     * @param permalinkKey key of a permalink, {@code kv:} and a number for an entry of the key value store; or null
     * @param dataset Superset's id of the dataset whose rows are selected, or null
     * @param inline the SQL that the link itself holds, or null
     * @param urlParameters the user's own parameters; copied
     */
    record SqlLab(
            EnvironmentId environment,
            @Nullable Long savedQuery,
            @Nullable Long query,
            @Nullable String permalinkKey,
            @Nullable Long dataset,
            @Nullable InlineSql inline,
            Map<String, String> urlParameters)
            implements SupersetLink {

        /** Copies the parameters. */
        public SqlLab {
            urlParameters = copy(urlParameters);
        }
    }

    /**
     * A dataset.
     *
     * @param environment the environment
     * @param dataset Superset's id of the dataset
     * @param urlParameters the user's own parameters; copied
     */
    record Dataset(EnvironmentId environment, long dataset, Map<String, String> urlParameters) implements SupersetLink {

        /** Copies the parameters. */
        public Dataset {
            urlParameters = copy(urlParameters);
        }
    }

    /**
     * SQL in a link, with where it is to run.
     *
     * @param sql the SQL
     * @param databaseId Superset's id of the database, or null
     * @param databaseName its name, where the link gives that instead; or null
     * @param catalog the catalog, or null
     * @param schema the schema, or null
     * @param name the name of the tab, or null
     */
    record InlineSql(
            String sql,
            @Nullable Long databaseId,
            @Nullable String databaseName,
            @Nullable String catalog,
            @Nullable String schema,
            @Nullable String name) {}

    private static Map<String, String> copy(Map<String, String> parameters) {
        return Collections.unmodifiableMap(new TreeMap<>(parameters));
    }
}
