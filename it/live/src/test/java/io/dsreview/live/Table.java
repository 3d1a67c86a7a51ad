package io.dsreview.live;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Rows in a form in which a chart's answer and a result of the database can be compared: without order, numbers as
 * numbers, and times as times whichever way they were written.
 *
 * @param rows each row's cells by name of column, sorted
 */
record Table(List<String> rows) {

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}([ T]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?)?");
    private static final long TEMPORAL = 2;

    /** Returns the rows that a chart's answer holds. */
    static Table of(Map<?, ?> result) {
        List<?> names = (List<?>) result.get("colnames");
        List<?> types = (List<?>) result.get("coltypes");
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Object each : (List<?>) result.get("data")) {
            Map<String, Object> row = new TreeMap<>();
            for (int i = 0; i < names.size(); i++) {
                Object cell = ((Map<?, ?>) each).get(names.get(i));
                boolean isTime = Objects.equals(types.get(i), TEMPORAL) && cell instanceof Long;
                row.put((String) names.get(i), isTime ? ofEpoch((Long) cell) : cell);
            }
            rows.add(row);
        }
        return sorted(rows);
    }

    /** Runs SQL on the data that a bed's Superset reads, and takes no more rows than SQL Lab is asked for. */
    static Table of(Bed bed, String sql, int most) throws SQLException {
        List<Map<String, Object>> rows = new ArrayList<>();
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + bed.dataFile());
                var statement = database.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            var columns = result.getMetaData();
            while (rows.size() < most && result.next()) {
                Map<String, Object> row = new TreeMap<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    row.put(columns.getColumnLabel(i), result.getObject(i));
                }
                rows.add(row);
            }
        }
        return sorted(rows);
    }

    private static Table sorted(List<Map<String, Object>> rows) {
        return new Table(rows.stream()
                .map(row -> {
                    row.replaceAll((name, cell) -> comparable(cell));
                    return row.toString();
                })
                .sorted()
                .toList());
    }

    private static Object comparable(Object cell) {
        if (cell instanceof Boolean truth) {
            return truth ? "1" : "0";
        }
        if (cell instanceof Number number) {
            return new BigDecimal(number.toString())
                    .round(MathContext.DECIMAL32)
                    .stripTrailingZeros()
                    .toPlainString();
        }
        if (cell instanceof String text && TIME.matcher(text).matches()) {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay().toString()
                    : LocalDateTime.parse(text.replace(' ', 'T')).toString();
        }
        return cell == null ? "null" : "'" + cell + "'";
    }

    private static String ofEpoch(long millis) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC)
                .format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS"));
    }
}
