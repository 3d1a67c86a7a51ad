package io.dsreview.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the rows of {@code docs/contracts.md} with the tests that carry their ids in their names. */
class ContractRowsTest {

    private static final Pattern ROW =
            Pattern.compile("^\\| ([A-Z]{2}\\d+) \\|.*\\| (covered|in part|open) \\|$", Pattern.MULTILINE);
    private static final Pattern ANY_ROW = Pattern.compile("^\\| [A-Z]{2}\\d+ ", Pattern.MULTILINE);
    private static final Pattern ID_IN_A_NAME = Pattern.compile("\\b((?:OR|RE|SE|CL|MP|SX|SC|AR)\\d+)_\\w+");

    private final Map<String, String> rows = rows();
    private final Set<String> tested = idsInTests();

    @Test
    void everyCoveredRowHasATestThatCarriesItsId() {
        assertThat(rows.keySet())
                .filteredOn(id -> !rows.get(id).equals("open"))
                .as("covered rows need a test named after them; name one, or list the row as open")
                .isNotEmpty()
                .allSatisfy(id -> assertThat(tested).contains(id));
    }

    @Test
    void everyIdInATestIsACoveredRow() {
        assertThat(tested)
                .as("a test carries an id that docs/contracts.md lists as open, or not at all")
                .allSatisfy(id -> assertThat(rows.get(id)).isIn("covered", "in part"));
    }

    @Test
    void everyRowSaysWhetherItIsCoveredOrOpen() {
        long lines = ANY_ROW.matcher(SourceTree.read(Path.of("docs/contracts.md")))
                .results()
                .count();

        assertThat(rows).hasSize((int) lines).hasSizeGreaterThan(50);
    }

    private static Map<String, String> rows() {
        Map<String, String> rows = new TreeMap<>();
        Matcher matcher = ROW.matcher(SourceTree.read(Path.of("docs/contracts.md")));
        while (matcher.find()) {
            rows.put(matcher.group(1), matcher.group(2));
        }
        return rows;
    }

    private static Set<String> idsInTests() {
        Set<String> ids = new TreeSet<>();
        for (Path root : List.of(
                Path.of("dsreview-api"),
                Path.of("dsreview-core"),
                Path.of("dsreview-superset"),
                Path.of("dsreview-test"),
                Path.of("dsreview"),
                Path.of("it/live"),
                Path.of("samples/quickstart"))) {
            try (Stream<Path> files = Files.walk(SourceTree.root().resolve(root).resolve("src/test/java"))) {
                files.filter(file -> file.toString().endsWith("Test.java")).forEach(file -> {
                    Matcher matcher = ID_IN_A_NAME.matcher(
                            SourceTree.read(SourceTree.root().relativize(file)));
                    while (matcher.find()) {
                        ids.add(matcher.group(1));
                    }
                });
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return ids;
    }
}
