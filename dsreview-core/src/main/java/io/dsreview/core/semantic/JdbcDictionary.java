package io.dsreview.core.semantic;

import io.dsreview.api.access.Actor;
import io.dsreview.api.semantic.DictionaryTable;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A dictionary in a database. Its columns are named as in a file, in any case. Query and table come from the host's configuration and
 * never from a user; a data source that may only read is the best choice. Each reading takes a connection and gives it back. Thread-safe if the data source is.
 */
public final class JdbcDictionary implements DictionaryTable {

    /** How long a query may run unless it is set: 30 seconds. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    private static final int FETCH_SIZE = 1_000;

    private final DataSource database;
    private final @Nullable String query;
    private final String table;
    private final Duration timeout;

    private JdbcDictionary(DataSource database, @Nullable String query, String table, Duration timeout) {
        this.database = database;
        this.query = query;
        this.table = table;
        this.timeout = timeout;
    }

    /**
     * Reads what a query gives.
     *
     * @param database gives connections; stays the host's
     * @param query the query, such as {@code select name as field, label as verbose_name, note as description from glossary}
     * @return the dictionary, with {@link #DEFAULT_TIMEOUT}
     */
    public static JdbcDictionary query(DataSource database, String query) {
        return new JdbcDictionary(database, query, "", DEFAULT_TIMEOUT);
    }

    /**
     * Reads a whole table or view.
     *
     * @param database gives connections; stays the host's
     * @param table its name, as the database spells it, case included, after its schema and a dot if that is needed
     * @return the dictionary, with {@link #DEFAULT_TIMEOUT}
     */
    public static JdbcDictionary table(DataSource database, String table) {
        return new JdbcDictionary(database, null, table, DEFAULT_TIMEOUT);
    }

    /**
     * Returns a copy with another timeout.
     *
     * @param next how long a query may run, as far as the driver keeps to it; rounded up to seconds, at least one
     * @return the copy
     */
    public JdbcDictionary withTimeout(Duration next) {
        return new JdbcDictionary(database, query, table, next);
    }

    @Override
    public Rows read(Actor actor, int limit) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setMaxRows(limit + 1);
            statement.setFetchSize(Math.min(limit, FETCH_SIZE));
            statement.setQueryTimeout((int) Math.max(1, timeout.plusMillis(999).toSeconds()));
            try (ResultSet result =
                    statement.executeQuery(query == null ? selectAll(connection.getMetaData()) : query)) {
                return rows(result, limit);
            }
        }
    }

    /** In quotation marks, so that reserved words and names in any case mean the table. */
    private String selectAll(DatabaseMetaData database) throws SQLException {
        String mark = database.getIdentifierQuoteString().strip();
        List<String> quoted = new ArrayList<>();
        for (String part : Arrays.asList(table.split("\\.", -1))) {
            quoted.add(mark + (mark.isEmpty() ? part : part.replace(mark, mark + mark)) + mark);
        }
        return "select * from " + String.join(".", quoted);
    }

    private static Rows rows(ResultSet result, int limit) throws SQLException {
        ResultSetMetaData metadata = result.getMetaData();
        int width = metadata.getColumnCount();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
            columns.add(metadata.getColumnLabel(i).toLowerCase(Locale.ROOT));
        }
        List<List<String>> rows = new ArrayList<>();
        while (rows.size() <= limit && result.next()) {
            List<String> row = new ArrayList<>();
            for (int i = 1; i <= width; i++) {
                row.add(Objects.requireNonNullElse(result.getString(i), ""));
            }
            rows.add(row);
        }
        return new Rows(columns, rows);
    }
}
