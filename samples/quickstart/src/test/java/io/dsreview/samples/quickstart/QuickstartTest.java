package io.dsreview.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.canonical.JsonText;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {

    private static final String LINK = Stage.recordedLink(Stage.FIRST_REVIEW);

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Test
    void playsAWholeReviewOnRecordedAnswers() throws Exception {
        Path export = folder.resolve("review.json");

        int code = run("--export", export.toString());

        assertThat(code).as(text(errors)).isZero();
        assertThat(text(bytes))
                .containsSubsequence(
                        "recovering the datasets: 3/4 4/4",
                        "11 recovered, 0 partial, 0 unresolved",
                        "L4  ",
                        "L10  ",
                        "the sources disagree on amount",
                        "Which value shall url_param:region have?",
                        "skipped: ",
                        "deferred with the note",
                        "Ann answers: EMEA",
                        "Cleo answers: Net amount",
                        "status is locked",
                        "something else of order_date, region: these follow",
                        "left alone, since locked or decided by a person: status, amount",
                        "status: The field is locked.",
                        "no field was confirmed",
                        "3 fields confirmed together",
                        "WHERE region = 'EMEA'",
                        "url_param:min_amount is now 250",
                        "The session is at version 19, the command was decided on version 18.",
                        "The preview is stale",
                        "L7  ",
                        "only these lines are new",
                        "SQL Lab ran it",
                        "VERSION_CONFLICT",
                        "Verified: ",
                        "with entry 15 taken out by somebody:",
                        "Broken at entry 15.",
                        "Done.");
        assertThat(text(bytes).lines().filter(line -> !line.contains("NATIVE_FILTER")))
                .allMatch(line -> line.length() <= 100)
                .hasSizeLessThan(130);
        assertThat(keys(Files.readString(export))).contains("session", "ledger", "ledgerHead");
        assertThat(folder).isDirectoryNotContaining(file -> file.toString().endsWith(".part"));
    }

    @Test
    void AR5_playsItInRussian() {
        assertThat(run("--lang", "ru", "--export", folder.resolve("review.json").toString()))
                .as(text(errors))
                .isZero();

        assertThat(text(bytes))
                .containsSubsequence("Анна вставляет ссылку", "L4  у каждой переменной", "Клео отвечает", "Готово.");
        assertThat(text(bytes).lines().filter(line -> line.matches("[ 0-9][0-9]  .*")))
                .as("headings")
                .hasSizeGreaterThan(10)
                .allMatch(line -> line.matches(".*\\p{IsCyrillic}.*"));
    }

    @Test
    void playsTheLinesOfTheReadme() {
        assertThat(run("--short")).as(text(errors)).isZero();
    }

    @Test
    void printsNothingButTheContextAsJson() {
        assertThat(run("--context", LINK, "--json")).as(text(errors)).isZero();

        assertThat(keys(text(bytes)))
                .contains("kind", "dashboardId", "charts", "datasets", "filters", "variables", "partial", "unresolved");
    }

    @Test
    void printsNothingButTheCompiledSqlAsJson() {
        assertThat(run("--preview", LINK, "--value", "region=EMEA", "--json"))
                .as(text(errors))
                .isZero();

        assertThat(JsonText.parse(text(bytes)))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("status", "READY")
                .containsEntry("channel", "chart-data")
                .containsEntry("notCarried", List.of())
                .containsEntry("diagnostics", List.of())
                .hasEntrySatisfying(
                        "sql", sql -> assertThat(String.valueOf(sql)).contains("region = 'EMEA'"));
    }

    @Test
    void saysWhichValueAPreviewMisses() {
        assertThat(run("--preview", LINK, "--json")).isEqualTo(1);

        assertThat(text(bytes)).contains("VARIABLE_WITHOUT_VALUE", "url_param:region");
    }

    @Test
    void answersAForeignLinkWithOneParagraphAndTheCure() {
        int code = run("--context", "https://evil.example/superset/dashboard/1/", "--json");

        assertThat(code).isEqualTo(1);
        assertThat(text(bytes)).isEmpty();
        assertThat(text(errors))
                .hasLineCount(1)
                .contains("only the recorded link", "--superset URL")
                .doesNotContain("Exception");
    }

    @Test
    void asksForAUserWhereALiveReviewHasNone() {
        int code = run("--superset", "http://127.0.0.1:1", "--link", LINK);

        assertThat(code).isEqualTo(1);
        assertThat(text(errors)).contains("Give --user NAME and --link LINK");
    }

    @Test
    void refusesAnAddressThatIsNone() {
        int code = run("--superset", "superset.example.com", "--user", "ann", "--link", LINK);

        assertThat(code).isEqualTo(1);
        assertThat(text(errors)).contains("--superset https://superset.example.com");
    }

    @Test
    void findsOutBeforeTheReviewThatTheExportCannotBeWritten() {
        int code = run("--export", folder.toString());

        assertThat(code).isEqualTo(1);
        assertThat(text(bytes)).isEmpty();
        assertThat(text(errors)).contains("Give --export FILE");
    }

    @Test
    void namesTheDictionaryThatCannotBeRead() {
        int code = run("--dictionary", folder.resolve("none.csv").toString());

        assertThat(code).isEqualTo(1);
        assertThat(text(errors)).contains("Check that the file exists");
    }

    private int run(String... arguments) {
        PrintStream before = System.err;
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        try {
            return Quickstart.run(out, arguments);
        } finally {
            System.setErr(before);
        }
    }

    private static List<String> keys(String json) {
        return ((Map<?, ?>) JsonText.parse(json))
                .keySet().stream().map(String::valueOf).toList();
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
