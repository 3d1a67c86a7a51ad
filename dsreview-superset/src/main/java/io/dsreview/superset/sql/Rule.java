package io.dsreview.superset.sql;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A rule by which dialects differ in what a quote, an escape or a comment is. */
enum Rule {
    /** A backslash in quotes takes the next character along: MySQL, BigQuery, Snowflake, Spark, ClickHouse. */
    BACKSLASH("\\\\"),
    /** The same, only in strings that begin with E: PostgreSQL. */
    ESCAPE_STRING("\\\\"),
    /** Square brackets quote names: SQL Server, SQLite. */
    SQUARE_BRACKETS("\\["),
    /** Three quotes begin a string that three quotes end: BigQuery. */
    TRIPLE_QUOTES("'''|\"\"\""),
    /** Dollar signs with a tag or without quote a string: PostgreSQL, Snowflake. */
    DOLLAR_QUOTES("\\$"),
    /** A number sign begins a comment: MySQL, BigQuery. */
    HASH_COMMENT("#"),
    /** Two slashes begin a comment: Snowflake. */
    SLASH_COMMENT("//"),
    /** Two dashes begin a comment only before white space: MySQL. */
    DASHES_NEED_SPACE("--"),
    /** Comments nest: PostgreSQL, SQL Server. */
    NESTED_COMMENTS("/\\*"),
    /** What stands in a comment that begins with an exclamation mark is run: MySQL. */
    EXECUTABLE_COMMENTS("/\\*!");

    private final Pattern sign;

    Rule(String sign) {
        this.sign = Pattern.compile(sign);
    }

    /** Returns the rules that can make any difference to a text. */
    static Set<Rule> thatMatterTo(String sql) {
        return Arrays.stream(values())
                .filter(rule -> rule.sign.matcher(sql).find())
                .collect(Collectors.toUnmodifiableSet());
    }
}
