package io.dsreview.superset.sql;

import static io.dsreview.superset.sql.Rule.BACKSLASH;
import static io.dsreview.superset.sql.Rule.DASHES_NEED_SPACE;
import static io.dsreview.superset.sql.Rule.DOLLAR_QUOTES;
import static io.dsreview.superset.sql.Rule.ESCAPE_STRING;
import static io.dsreview.superset.sql.Rule.EXECUTABLE_COMMENTS;
import static io.dsreview.superset.sql.Rule.HASH_COMMENT;
import static io.dsreview.superset.sql.Rule.NESTED_COMMENTS;
import static io.dsreview.superset.sql.Rule.SLASH_COMMENT;
import static io.dsreview.superset.sql.Rule.SQUARE_BRACKETS;
import static io.dsreview.superset.sql.Rule.TRIPLE_QUOTES;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Families of dialects, by how they quote and comment. Single, double and back quotes quote in all of them. */
final class Dialects {

    private static final Set<Rule> STANDARD = Set.of(); // Trino and Oracle, too
    private static final Set<Rule> POSTGRESQL = Set.of(ESCAPE_STRING, DOLLAR_QUOTES, NESTED_COMMENTS);
    private static final Set<Rule> SQL_SERVER = Set.of(SQUARE_BRACKETS, NESTED_COMMENTS);
    private static final Set<Rule> SQLITE = Set.of(SQUARE_BRACKETS);
    private static final Set<Rule> MYSQL = Set.of(BACKSLASH, HASH_COMMENT, DASHES_NEED_SPACE, EXECUTABLE_COMMENTS);
    private static final Set<Rule> BIGQUERY = Set.of(BACKSLASH, HASH_COMMENT, TRIPLE_QUOTES);
    private static final Set<Rule> SNOWFLAKE = Set.of(BACKSLASH, DOLLAR_QUOTES, SLASH_COMMENT);
    private static final Set<Rule> SPARK = Set.of(BACKSLASH); // Hive and ClickHouse, too
    private static final List<Set<Rule>> ALL =
            List.of(STANDARD, POSTGRESQL, SQL_SERVER, SQLITE, MYSQL, BIGQUERY, SNOWFLAKE, SPARK);

    private Dialects() {}

    /** Returns the sets of rules that can lead to different readings of a text: most often a single one. */
    static Set<Set<Rule>> distinctFor(String sql) {
        Set<Rule> matter = Rule.thatMatterTo(sql);
        Set<Set<Rule>> distinct = new LinkedHashSet<>();
        for (Set<Rule> rules : ALL) {
            distinct.add(rules.stream().filter(matter::contains).collect(Collectors.toUnmodifiableSet()));
        }
        return distinct;
    }
}
