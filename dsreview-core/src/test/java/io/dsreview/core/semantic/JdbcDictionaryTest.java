package io.dsreview.core.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Role;
import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.privacy.PiiMasker;
import io.dsreview.api.semantic.DictionaryTable;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.semantic.SemanticSourceResolver.Resolution;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;

class JdbcDictionaryTest {

    private static final Actor ANN = Actor.of("acme", "ann", Role.MAINTAINER);

    @TempDir
    Path folder;

    private final SQLiteDataSource database = new SQLiteDataSource();

    @BeforeEach
    void fill() throws SQLException {
        database.setUrl("jdbc:sqlite:" + folder.resolve("glossary.db"));
        run("create table \"the glossary\" (FIELD text, VERBOSE_NAME text, DESCRIPTION text)");
        run("insert into \"the glossary\" values ('region', 'Region', null), ('status', 'Status', 'How far')");
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Resolution resolve(DictionaryTable table) {
        return new SemanticSources(Map.of("glossary", table), null, PiiMasker.denyAll())
                .resolve(SemanticSource.connected("glossary"), List.of(new FieldId("region")), ANN);
    }

    private static Sha256 version(DictionaryTable table) {
        return ((Resolution.Resolved) resolve(table)).version();
    }

    @Test
    void SE7_aTableIsReadWithColumnsInAnyCaseAndNamesThatNeedQuotes() {
        assertThat(resolve(JdbcDictionary.table(database, "the glossary")))
                .isInstanceOfSatisfying(Resolution.Resolved.class, resolved -> assertThat(resolved.candidates())
                        .singleElement()
                        .satisfies(candidate -> {
                            assertThat(candidate.meaning().verboseName()).isEqualTo("Region");
                            assertThat(candidate.meaning().description()).isEmpty();
                        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"order", "main.select", "Mixed", "a \"quoted\" name"})
    void SE7_aTableOfAnyNameIsRead(String name) throws SQLException {
        run("create table \"" + name.substring(name.indexOf('.') + 1).replace("\"", "\"\"")
                + "\" as select * from \"the glossary\"");

        assertThat(resolve(JdbcDictionary.table(database, name))).isInstanceOf(Resolution.Resolved.class);
    }

    @Test
    void SE7_theVersionIsThatOfTheContentWhateverItsOrder() throws SQLException {
        String query = "select field, verbose_name, description from \"the glossary\" order by field ";
        Sha256 ascending = version(JdbcDictionary.query(database, query + "asc"));
        assertThat(version(JdbcDictionary.query(database, query + "desc"))).isEqualTo(ascending);

        run("update \"the glossary\" set description = 'Where' where field = 'region'");

        assertThat(version(JdbcDictionary.query(database, query + "asc"))).isNotEqualTo(ascending);
    }

    @Test
    void SE4_aTableThatCannotBeReadIsRefused() {
        assertThat(resolve(JdbcDictionary.table(database, "nowhere")))
                .isInstanceOfSatisfying(
                        Resolution.Unusable.class,
                        unusable -> assertThat(unusable.problem().code()).isEqualTo("SOURCE_NOT_READABLE"));
    }

    @Test
    void SE4_rowsBeyondTheLimitAreNotRead() throws Exception {
        JdbcDictionary endless = JdbcDictionary.query(
                database,
                "with recursive n(i) as (select 1 union all select i + 1 from n) "
                        + "select 'f' || i as field, '' as verbose_name, '' as description from n");

        assertThat(endless.read(ANN, 10).rows()).hasSize(11);
    }

    @Test
    void SE4_aTableThatGrowsWithoutEndIsRefused() {
        JdbcDictionary endless = JdbcDictionary.query(
                database,
                "with recursive n(i) as (select 1 union all select i + 1 from n) "
                        + "select 'f' || i as field, '' as verbose_name, '' as description from n");

        assertThat(resolve(endless)).isInstanceOfSatisfying(Resolution.Unusable.class, unusable -> assertThat(
                        unusable.problem().code())
                .isEqualTo("SOURCE_TOO_MANY_ENTRIES"));
    }
}
