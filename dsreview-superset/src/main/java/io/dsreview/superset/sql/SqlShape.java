package io.dsreview.superset.sql;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a SQL text is, as far as it can be known without asking the database. Immutable.
 *
 * <p>The dialect is not known, and what is a quote, a comment or an escape differs between dialects. So the text is split by
 * the rules of every family of dialects under which its quotes and comments end, and the strictest answer counts: a
 * statement that one of them would see is a statement. A parser reads the text as well; what it understands adds to the
 * answer, what it does not understand leaves {@link #parsed} false.
 *
 * <p>Limits: functions with side effects ({@code nextval}, {@code pg_terminate_backend}) are not known for what they are.
 * Dialects that need no separator (SQL Server) may see more statements than are counted, which is why an unparsed text
 * that holds a verb such as {@code DROP} or {@code UPDATE} anywhere outside of quotes never counts as reading only.
 * Templates may still be in it; they are read as if they were SQL.
 *
 * @param parsed true if the parser understood all of it; false for what is not known to it, for more than 100,000
 *     characters, an empty text, brackets nested deeper than 100, or more than 5 seconds
 * @param statements how many statements there are, 0 or more; comments and empty statements do not count
 * @param readOnly true if there is a statement and each is a query ({@code SELECT}, {@code WITH}, {@code VALUES},
 *     {@code TABLE} or {@code FROM}) without {@code INTO}, without a data-changing part and without {@code EXEC}. A query
 *     {@code FOR UPDATE} only reads: it locks rows, but changes none. {@code EXPLAIN}, {@code SHOW} and the like are no
 *     queries. False whenever that is not sure
 * @param rowLimit the literal number of rows of the last {@code LIMIT} or {@code FETCH}, or of the first {@code TOP},
 *     outside of all brackets; the smallest, if dialects differ. Empty if there is none, if it is no plain number, or if
 *     there is not exactly one statement
 * @param tables the tables the parser saw, as they are written; empty if it was not parsed. Names in it may be those of
 *     common table expressions in rare cases. Sorted, copied
 */
public record SqlShape(boolean parsed, int statements, boolean readOnly, OptionalLong rowLimit, Set<String> tables) {

    /** Copies the tables. */
    public SqlShape {
        tables = Collections.unmodifiableSet(new TreeSet<>(tables));
    }

    /**
     * Reads a text. Any text has an answer; it takes 5 seconds at the most, and a thread of its own meanwhile.
     *
     * @param sql the text
     * @return what it is
     */
    public static SqlShape of(String sql) {
        List<List<Statement>> readings = Dialects.distinctFor(sql).stream()
                .map(rules -> SqlScanner.scan(sql, rules))
                .flatMap(Optional::stream)
                .map(Statement::split)
                .toList();
        Optional<ParsedSql> parsed = SqlReader.read(sql);
        int statements = Math.max(
                readings.stream().mapToInt(List::size).max().orElse(0),
                parsed.map(ParsedSql::statements).orElse(0));
        boolean readOnly = statements > 0
                && !readings.isEmpty()
                && parsed.map(ParsedSql::onlyQueries).orElse(true)
                && readings.stream().flatMap(List::stream).allMatch(each -> each.onlyReads(parsed.isPresent()));
        return new SqlShape(
                parsed.isPresent(),
                statements,
                readOnly,
                statements == 1 ? rowLimit(readings) : OptionalLong.empty(),
                parsed.map(ParsedSql::tables).orElse(Set.of()));
    }

    private static OptionalLong rowLimit(List<List<Statement>> readings) {
        return readings.stream()
                .flatMap(Collection::stream)
                .map(Statement::rowLimit)
                .flatMapToLong(OptionalLong::stream)
                .min();
    }
}
