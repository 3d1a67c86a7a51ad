package io.dsreview.api.superset;

import io.dsreview.api.mapping.TemplateVariable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of a link into SQL Lab.
 *
 * @param name the name of the query or tab; may be empty
 * @param sql the SQL as it was written, templates included
 * @param databaseId Superset's id of the database, or null if the link names none
 * @param catalog the catalog, or null
 * @param schema the schema, or null
 * @param parameters the values it was saved with for its variables, by name; copied, in order of the names
 * @param variables the variables that it asks for; copied
 */
public record RecoveredQuery(
        String name,
        String sql,
        @Nullable Long databaseId,
        @Nullable String catalog,
        @Nullable String schema,
        Map<String, String> parameters,
        List<TemplateVariable> variables) {

    /** Copies parameters and variables. */
    public RecoveredQuery {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        variables = List.copyOf(variables);
    }
}
