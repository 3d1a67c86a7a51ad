package io.dsreview.superset.dataset;

import io.dsreview.api.execution.DatasetReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What defines the SQL of a dataset, as Superset tells it.
 *
 * @param reference which dataset
 * @param databaseKind the kind of its database, such as {@code trino}; may be empty
 * @param description what its owner says about it; may be empty
 * @param sql the SQL of a virtual dataset; empty for a table
 * @param fetchValuesPredicate condition for the values offered by filters; may be empty
 * @param templateParameters names and values that its templates are given, as JSON text; may be empty
 * @param offset hours by which its times are shifted, as text
 * @param changedOn when it was last changed, as Superset writes it
 * @param columns its columns; copied
 * @param metrics its metrics; copied
 */
public record DatasetDefinition(
        DatasetReference reference,
        String databaseKind,
        String description,
        String sql,
        String fetchValuesPredicate,
        String templateParameters,
        String offset,
        String changedOn,
        List<Column> columns,
        List<Metric> metrics) {

    /** Copies the lists. */
    public DatasetDefinition {
        columns = List.copyOf(columns);
        metrics = List.copyOf(metrics);
    }

    /**
     * A column.
     *
     * @param name its name
     * @param type the database's type, or null
     * @param temporal true if it is a time
     * @param expression the SQL of a calculated column; else empty
     */
    public record Column(String name, @Nullable String type, boolean temporal, String expression) {}

    /**
     * A metric.
     *
     * @param name its name
     * @param expression its SQL; may be empty
     */
    public record Metric(String name, String expression) {}

    /**
     * Tells whether there is a column of a name.
     *
     * @param name the name
     * @return true if there is
     */
    public boolean hasColumn(String name) {
        return columns.stream().anyMatch(column -> column.name().equals(name));
    }

    /**
     * Tells whether there is a column of a name that is a time.
     *
     * @param name the name
     * @return true if there is
     */
    public boolean hasTemporalColumn(String name) {
        return columns.stream()
                .anyMatch(column -> column.temporal() && column.name().equals(name));
    }
}
