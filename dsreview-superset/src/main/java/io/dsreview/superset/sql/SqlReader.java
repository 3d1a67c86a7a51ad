package io.dsreview.superset.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.statement.Statements;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.util.TablesNamesFinder;

/**
 * Asks JSqlParser, which goes down as deep as brackets do and can look ahead for long: the text is bounded before, and it
 * works in a daemon thread with a stack of its own that is told to stop when the time is up.
 */
final class SqlReader {

    private static final int MAX_LENGTH = 100_000;
    private static final int MAX_NESTING = 100;
    private static final long MAX_SECONDS = 5;
    private static final long STACK_BYTES = 8L << 20;

    private final List<CCJSqlParser> parsers;

    private SqlReader(List<CCJSqlParser> parsers) {
        this.parsers = parsers;
    }

    /** Returns what the parser understood; empty if it did not understand all, or was not asked. */
    static Optional<ParsedSql> read(String sql) {
        if (sql.isBlank() || sql.length() > MAX_LENGTH || isNestedTooDeep(sql)) {
            return Optional.empty();
        }
        List<CCJSqlParser> parsers = new ArrayList<>();
        parsers.add(CCJSqlParserUtil.newParser(sql));
        if (sql.indexOf('[') >= 0) {
            parsers.add(CCJSqlParserUtil.newParser(sql).withSquareBracketQuotation(true));
        }
        if (sql.indexOf('\\') >= 0) {
            parsers.add(CCJSqlParserUtil.newParser(sql).withBackslashEscapeCharacter(true));
        }
        return new SqlReader(parsers).read();
    }

    private Optional<ParsedSql> read() {
        FutureTask<Optional<ParsedSql>> task = new FutureTask<>(this::firstUnderstood);
        Thread thread = new Thread(null, task, "dsreview-sql-reader", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(MAX_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException notUnderstood) {
            return Optional.empty();
        } finally {
            parsers.forEach(parser -> parser.interrupted = true);
        }
    }

    private Optional<ParsedSql> firstUnderstood() {
        return parsers.stream()
                .map(SqlReader::understood)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<ParsedSql> understood(CCJSqlParser parser) {
        try {
            return Optional.of(parsed(parser.withAllowComplexParsing(true).Statements()));
        } catch (ParseException | RuntimeException | Error notUnderstood) { // its lexer and its depth end in an Error
            return Optional.empty();
        }
    }

    private static ParsedSql parsed(Statements statements) {
        Set<String> tables = new LinkedHashSet<>();
        statements.forEach(each -> tables.addAll(new TablesNamesFinder<Void>().getTables(each)));
        boolean onlyQueries = statements.stream().allMatch(Select.class::isInstance);
        return new ParsedSql(statements.size(), onlyQueries, tables);
    }

    /** Counts brackets of all kinds, quoted or not: too many is only a reason not to ask. */
    private static boolean isNestedTooDeep(String sql) {
        int depth = 0;
        for (int i = 0; i < sql.length(); i++) {
            switch (sql.charAt(i)) {
                case '(', '[', '{' -> depth++;
                case ')', ']', '}' -> depth = Math.max(0, depth - 1);
                default -> {}
            }
            if (depth > MAX_NESTING) {
                return true;
            }
        }
        return false;
    }
}
