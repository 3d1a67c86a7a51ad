package io.dsreview.superset.sql;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SqlShapePropertyTest {

    @Property
    void answersToAnyText(@ForAll String text) {
        assertSound(SqlShape.of(text));
    }

    @Property
    void answersToAnyFragments(@ForAll("fragments") String text) {
        assertSound(SqlShape.of(text));
    }

    @Property
    void countsAStatementThatIsAppendedToAQuery(@ForAll("literals") String literal) {
        String query = "SELECT '" + literal.replace("'", "''").replace("\\", "/") + "' AS a";

        SqlShape shape = SqlShape.of(query + "; DELETE FROM t");

        assertThat(shape.statements()).isGreaterThanOrEqualTo(2);
        assertThat(shape.readOnly()).isFalse();
    }

    @Property
    void takesALiteralForWhatItIs(@ForAll("literals") String literal) {
        String query = "SELECT '" + literal.replaceAll("['\\[\\\\]", "''") + "' AS a LIMIT 5";

        SqlShape shape = SqlShape.of(query);

        assertThat(shape.statements()).isEqualTo(1);
        assertThat(shape.readOnly()).isTrue();
        assertThat(shape.rowLimit()).hasValue(5);
    }

    private static void assertSound(SqlShape shape) {
        assertThat(shape.statements()).isNotNegative();
        if (shape.readOnly()) {
            assertThat(shape.statements()).isPositive();
        }
        if (shape.rowLimit().isPresent()) {
            assertThat(shape.statements()).isEqualTo(1);
            assertThat(shape.rowLimit().getAsLong()).isNotNegative();
        }
        if (!shape.parsed()) {
            assertThat(shape.tables()).isEmpty();
        }
    }

    @Provide
    Arbitrary<String> literals() {
        return Arbitraries.strings().withChars("ab;'\"`[]-/*#$\\ \n(){}%\u00e9").ofMaxLength(12);
    }

    @Provide
    Arbitrary<String> fragments() {
        return Arbitraries.of(
                        "SELECT",
                        "WITH x AS (",
                        "FROM t",
                        "DELETE",
                        "INTO",
                        "LIMIT",
                        "TOP",
                        "FETCH FIRST",
                        "1",
                        "99999999999999999999",
                        "'",
                        "\"",
                        "`",
                        "[",
                        "]",
                        "(",
                        ")",
                        ";",
                        ",",
                        "--",
                        "/*",
                        "*/",
                        "/*!",
                        "#",
                        "$$",
                        "$a$",
                        "\\",
                        "'''",
                        "E'",
                        "{{",
                        "}}",
                        "{%",
                        "%}",
                        "\n",
                        " ",
                        "\u0000",
                        "\ud800",
                        "\u00a0",
                        "UNION",
                        "GO",
                        "caf\u00e9")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join(" ", parts));
    }
}
