package io.dsreview.superset.link;

import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.superset.SupersetLink;
import io.dsreview.api.superset.SupersetLink.InlineSql;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Links into SQL Lab. */
final class SqlLabLinks {

    private static final Pattern DATASOURCE_KEY = Pattern.compile("([1-9][0-9]{0,17})__table");
    private static final String ID = "id";
    private static final String NAME = "name";

    private SqlLabLinks() {}

    /**
     * Returns the link, or null if it names no query. Of several queries the page opens the first in the order below; a
     * dataset and SQL go together: the SQL then runs where the dataset is.
     */
    static @Nullable SupersetLink tab(EnvironmentId environment, LinkParameters parameters) throws LinkRefusal {
        Long shared = parameters.id(ID);
        Long savedQuery = shared == null ? parameters.id("savedQueryId") : null;
        Long query = shared == null && savedQuery == null ? parameters.id("queryId") : null;
        boolean isKept = shared != null || savedQuery != null || query != null;
        String sql = isKept ? null : parameters.text("sql");
        Long dataset = isKept ? null : dataset(parameters);
        boolean empty = savedQuery == null && query == null && shared == null && sql == null && dataset == null;
        if (empty) {
            return null;
        }
        InlineSql inline = sql == null
                ? null
                : new InlineSql(
                        sql,
                        parameters.id("dbid"),
                        parameters.text("dbname"),
                        parameters.text("catalog"),
                        parameters.text("schema"),
                        parameters.text(NAME));
        return new SupersetLink.SqlLab(
                environment,
                savedQuery,
                query,
                shared == null ? null : "kv:" + shared,
                dataset,
                inline,
                parameters.own(ID, NAME));
    }

    static SupersetLink permalink(EnvironmentId environment, String key, LinkParameters parameters) throws LinkRefusal {
        return new SupersetLink.SqlLab(
                environment, null, null, LinkParameters.key(key, "p"), null, null, parameters.own(ID, NAME));
    }

    private static @Nullable Long dataset(LinkParameters parameters) throws LinkRefusal {
        String key = parameters.text("datasourceKey");
        if (key == null) {
            return null;
        }
        Matcher parts = DATASOURCE_KEY.matcher(key);
        if (!parts.matches()) {
            throw LinkParameters.illegal("datasourceKey");
        }
        return Long.parseLong(parts.group(1));
    }
}
