package io.dsreview.superset.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlShapeTest {

    private static final OptionalLong NO_LIMIT = OptionalLong.empty();

    private record Sample(
            String name, String sql, boolean parsed, int statements, boolean readOnly, OptionalLong limit) {}

    private static Sample query(String name, boolean parsed, OptionalLong limit, String sql) {
        return new Sample(name, sql, parsed, 1, true, limit);
    }

    private static OptionalLong rows(long rows) {
        return OptionalLong.of(rows);
    }

    private static Stream<DynamicTest> all(List<Sample> samples) {
        return samples.stream()
                .map(sample -> DynamicTest.dynamicTest(sample.name(), () -> {
                    SqlShape shape = SqlShape.of(sample.sql());

                    assertThat(shape.parsed()).as("parsed").isEqualTo(sample.parsed());
                    assertThat(shape.statements()).as("statements").isEqualTo(sample.statements());
                    assertThat(shape.readOnly()).as("reads only").isEqualTo(sample.readOnly());
                    assertThat(shape.rowLimit()).as("row limit").isEqualTo(sample.limit());
                }));
    }

    @TestFactory
    Stream<DynamicTest> readsAQueryOfEachDialect() {
        return all(List.of(
                query("SQLite", true, rows(100), """
                        SELECT region AS region, sum(amount) AS "the ""total"" amount" FROM main.orders
                        WHERE ordered_at >= '2024-01-01 00:00:00.000000' AND status IN ('paid', 'it''s; new')
                        GROUP BY region ORDER BY sum(amount) DESC LIMIT 100 OFFSET 0"""),
                query("SQLite in brackets", true, NO_LIMIT, "SELECT [a;b], [c'd] FROM [my table]"),
                query("PostgreSQL", false, rows(10), """
                        SELECT DATE_TRUNC('month', o."at") AS "at", o.tags ->> 'a;b' FROM public.orders o
                        WHERE o.note = $tag$it's; DROP TABLE x$tag$ AND o.id::text <> E'it\\'s; x' LIMIT 10"""),
                query("PostgreSQL's own operators", true, rows(5), "SELECT a #>> '{b,c}' FROM t LIMIT 5"),
                query("MySQL", true, rows(20), "SELECT `a;b`, 'it\\'s; fine' FROM `db`.`t` LIMIT 5, 20"),
                query("BigQuery", false, rows(7), """
                        WITH x AS (SELECT AS STRUCT 1 AS a, ['x;y'] AS b) -- one; two
                        SELECT * FROM x, UNNEST(b) WHERE a = '''it's; "here"''' LIMIT 7"""),
                query("Trino", true, rows(3), """
                        SELECT "a", element_at(m, 'k') FROM hive.web.clicks CROSS JOIN UNNEST(xs) AS u(x)
                        WHERE ds = DATE '2024-01-01' FETCH FIRST 3 ROWS ONLY"""),
                query("Snowflake", true, rows(9), """
                        SELECT src:a.b::string, $$it's; quoted$$ FROM db.s.t, LATERAL FLATTEN(input => src:items)
                        QUALIFY ROW_NUMBER() OVER (PARTITION BY id ORDER BY at DESC) = 1 LIMIT 9"""),
                query("SQL Server", true, rows(50), "SELECT TOP 50 [a b], [c'd] FROM [dbo].[t] WITH (NOLOCK)"),
                query("Oracle", false, rows(1), "SELECT * FROM t OFFSET 5 ROWS FETCH NEXT ROW ONLY"),
                query("a union", true, rows(4), "SELECT a FROM t UNION ALL (SELECT a FROM u LIMIT 9) LIMIT 4"),
                query("values", true, NO_LIMIT, "VALUES (1, 'a;b'), (2, 'c')"),
                query("in brackets", true, NO_LIMIT, "((SELECT 1))"),
                query("a limit within only", true, NO_LIMIT, "SELECT * FROM (SELECT 1 LIMIT 5) x"),
                query("locking rows", true, NO_LIMIT, "SELECT a FROM t FOR UPDATE"),
                query("Hive's FROM first", false, NO_LIMIT, "FROM t SELECT a, b LATERAL VIEW explode(xs) x AS y"),
                query("a template left in it", false, rows(2), "SELECT '{{ a }}' FROM t WHERE b > {{ c }} LIMIT 2"),
                query("a comment after the end", false, rows(1), "/* a; b */ SELECT 1 LIMIT 1; -- the end;\n;")));
    }

    @TestFactory
    Stream<DynamicTest> knowsARowLimitOnlyWhereItIsAPlainNumber() {
        return all(List.of(
                query("all", true, NO_LIMIT, "SELECT 1 LIMIT ALL"),
                query("an expression", true, NO_LIMIT, "SELECT 1 LIMIT 5 + 5"),
                query("a parameter", true, NO_LIMIT, "SELECT 1 LIMIT ?"),
                query("a percentage", true, NO_LIMIT, "SELECT TOP 5 PERCENT a FROM t"),
                query("with ties", true, NO_LIMIT, "SELECT a FROM t ORDER BY a FETCH FIRST 5 ROWS WITH TIES"),
                query("of one part of a union", true, NO_LIMIT, "SELECT TOP 5 a FROM t UNION SELECT a FROM u"),
                query("in brackets", true, rows(5), "SELECT DISTINCT TOP (5) a FROM t"),
                query("a column of that name", true, NO_LIMIT, "SELECT t.limit FROM t"),
                query("too large", true, NO_LIMIT, "SELECT 1 LIMIT 99999999999999999999")));
    }

    @TestFactory
    Stream<DynamicTest> seesWhatDoesMoreThanRead() {
        return all(List.of(
                new Sample("a second statement", "SELECT 1; DROP TABLE x", true, 2, false, NO_LIMIT),
                new Sample("two queries", "SELECT 1 LIMIT 5; SELECT 2 LIMIT 6", true, 2, true, NO_LIMIT),
                new Sample("no separator", "SELECT 1 DROP TABLE x", false, 1, false, NO_LIMIT),
                new Sample("no separator before a call", "SELECT 1 FROM t EXEC(foo)", true, 1, false, NO_LIMIT),
                new Sample("a table made", "SELECT * INTO y FROM t", true, 1, false, NO_LIMIT),
                new Sample("a file written", "SELECT 1 INTO OUTFILE 'rows.csv'", true, 1, false, NO_LIMIT),
                new Sample(
                        "hidden in a comment that MySQL runs",
                        "SELECT 1 /*!50000 INTO OUTFILE 'x' */",
                        true,
                        1,
                        false,
                        NO_LIMIT),
                new Sample(
                        "a delete within",
                        "WITH x AS (DELETE FROM t RETURNING *) SELECT * FROM x",
                        true,
                        1,
                        false,
                        NO_LIMIT),
                new Sample(
                        "an insert within, unparsed",
                        "WITH x AS (INSERT INTO t SELECT {{ a }}) SELECT 1",
                        false,
                        1,
                        false,
                        NO_LIMIT),
                new Sample(
                        "an update at the end",
                        "WITH x AS (SELECT 1 AS a) UPDATE t SET b = 1",
                        true,
                        1,
                        false,
                        NO_LIMIT),
                new Sample("Hive's insert", "FROM t INSERT OVERWRITE TABLE u SELECT *", false, 1, false, NO_LIMIT),
                new Sample("explained", "EXPLAIN ANALYZE DELETE FROM t", true, 1, false, NO_LIMIT),
                new Sample("a block", "BEGIN SELECT 1; DROP TABLE x; END", true, 3, false, NO_LIMIT),
                new Sample(
                        "after a nested comment",
                        "SELECT 1 /* a /* b */ ; DROP TABLE x -- */",
                        true,
                        2,
                        false,
                        NO_LIMIT),
                new Sample("after an escape that is none", "SELECT 'a\\'; DROP TABLE x; --'", true, 2, false, NO_LIMIT),
                new Sample("in a string for some", "SELECT [a'b], 'c]; DROP TABLE x; --'", true, 2, false, NO_LIMIT),
                new Sample("an odd space", "SELECT 1\u00a0INTO\u00a0x FROM t", false, 1, false, NO_LIMIT),
                new Sample("a quote that does not end", "SELECT 'a", false, 0, false, NO_LIMIT),
                new Sample("nothing", " ;; -- SELECT 1\n/* SELECT 2 */", false, 0, false, NO_LIMIT)));
    }

    @TestFactory
    Stream<DynamicTest> isNotFooledByWords() {
        return all(List.of(
                query("functions", true, NO_LIMIT, "SELECT (INSERT('a', 1, 1, 'b')), REPLACE(a, 'DROP', '') FROM t"),
                query("names with dots", false, NO_LIMIT, "SELECT t.into, t.update FROM t"),
                query("quoted", true, NO_LIMIT, "SELECT \"delete\" FROM \"into\" WHERE a = 'INTO x; DELETE'"),
                query(
                        "full-width separator",
                        true,
                        NO_LIMIT,
                        "SELECT '\uff1b' AS \u6771\u4eac, 'caf\u00e9\ud83c\udf81'"),
                query("letters that look alike", false, NO_LIMIT, "SELECT 1 \u0131nto {{ x }}")));
    }

    @Nested
    class Tables {

        @Test
        void areThoseTheParserSaw() {
            SqlShape shape = SqlShape.of("WITH x AS (SELECT * FROM a.b) SELECT * FROM x JOIN c ON x.id = c.id");

            assertThat(shape.tables()).containsExactly("a.b", "c");
        }

        @Test
        void areNotGuessedWithoutIt() {
            assertThat(SqlShape.of("SELECT * FROM t WHERE {{ a }}").tables()).isEmpty();
        }
    }

    @Nested
    class Hostile {

        @ParameterizedTest
        @ValueSource(ints = {101, 1_000, 10_000, 500_000})
        void endsWithAnyNumberOfBrackets(int brackets) {
            SqlShape shape = ends("SELECT " + "(".repeat(brackets) + "1" + ")".repeat(brackets) + " LIMIT 3");

            assertThat(shape).isEqualTo(new SqlShape(false, 1, true, rows(3), Set.of()));
        }

        @Test
        void endsWithBracketsThatStayOpen() {
            SqlShape shape = ends("SELECT * FROM t WHERE " + "(a = 1 AND ".repeat(99));

            assertThat(shape.parsed()).isFalse();
            assertThat(shape.statements()).isEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/*", "'", "$a$", "/*!", "[", "`\"'", "--\n/*", "$a", "(SELECT ", "E'\\"})
        void endsWithAnyNumberOfBeginnings(String beginning) {
            SqlShape shape = ends("SELECT " + beginning.repeat(300_000));

            assertThat(shape.parsed()).isFalse();
        }

        @Test
        void readsALongTextWithoutTheParser() {
            SqlShape shape = ends("SELECT a FROM t WHERE b IN ('x'" + ", 'x;y'".repeat(200_000) + ") LIMIT 8");

            assertThat(shape).isEqualTo(new SqlShape(false, 1, true, rows(8), Set.of()));
        }

        @Test
        void survivesAConditionTooLongForTheParsersStack() {
            SqlShape shape = ends("SELECT a FROM t WHERE a = 1" + " OR a = 1".repeat(10_000));

            assertThat(shape.statements()).isEqualTo(1);
            assertThat(shape.readOnly()).isTrue();
        }

        private SqlShape ends(String sql) {
            return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> SqlShape.of(sql));
        }
    }
}
