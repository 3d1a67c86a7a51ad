package io.dsreview.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.canonical.JsonText;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** The tables in which a bed's Superset keeps all that it knows. */
final class SupersetTables {

    private final String url;

    SupersetTables(Bed bed) {
        this.url = "jdbc:sqlite:" + bed.metadataFile() + "?busy_timeout=10000";
    }

    /** Returns the number of rows of every table but the log of requests, to which any request adds. */
    Map<String, Long> sizes() throws SQLException {
        Map<String, Long> sizes = new TreeMap<>();
        try (Connection database = DriverManager.getConnection(url);
                var statement = database.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (var names = statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            tables.remove("logs");
            for (String table : tables) {
                try (var count = statement.executeQuery("SELECT COUNT(*) FROM \"" + table + "\"")) {
                    sizes.put(table, count.getLong(1));
                }
            }
        }
        assertThat(sizes).containsKeys("query", "saved_query", "slices", "dashboards", "tables", "key_value");
        return sizes;
    }

    /** Fails unless every table is as large as it was. */
    void mustHave(Map<String, Long> before) throws SQLException {
        assertThat(sizes()).as("rows in the tables of Superset").isEqualTo(before);
    }

    /** Does something while parameters are stored with a dataset, over those that it has. */
    <T> T withParameters(long dataset, Map<String, String> values, Callable<T> something) throws Exception {
        String stored = parameters(dataset);
        Map<String, Object> together = new TreeMap<>();
        if (stored != null) {
            ((Map<?, ?>) JsonText.parse(stored)).forEach((name, value) -> together.put((String) name, value));
        }
        together.putAll(values);
        store(dataset, JsonText.pretty(together));
        try {
            return something.call();
        } finally {
            store(dataset, stored);
        }
    }

    private String parameters(long dataset) throws SQLException {
        try (Connection database = DriverManager.getConnection(url);
                var query = database.prepareStatement("SELECT template_params FROM tables WHERE id = ?")) {
            query.setLong(1, dataset);
            try (var result = query.executeQuery()) {
                return result.next() ? result.getString(1) : null;
            }
        }
    }

    private void store(long dataset, String parameters) throws SQLException {
        try (Connection database = DriverManager.getConnection(url);
                var update = database.prepareStatement("UPDATE tables SET template_params = ? WHERE id = ?")) {
            update.setString(1, parameters);
            update.setLong(2, dataset);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
