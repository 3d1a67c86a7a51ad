package io.dsreview.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the README shows is what is compiled and run. */
class ReadmeTest {

    private static final Path ROOT = Path.of(System.getProperty("maven.multiModuleProjectDirectory", "../.."));
    private static final Path SAMPLE = Path.of("src/main/java/io/dsreview/samples/quickstart/FirstReview.java");

    @Test
    void theLinesOfTheReadmeAreThoseOfTheSample() throws IOException {
        List<String> sample = between(Files.readAllLines(SAMPLE), "// [readme]", "// [/readme]").stream()
                .map(line -> line.isEmpty() ? line : line.substring(8))
                .toList();

        List<String> shown = Files.readAllLines(ROOT.resolve("README.md"));
        int start = shown.indexOf("<!-- sample: FirstReview -->");
        List<String> readme = between(shown.subList(start, shown.size()), "```java", "```");

        assertThat(readme).isEqualTo(sample).hasSizeGreaterThan(10);
    }

    private static List<String> between(List<String> lines, String first, String last) {
        int start = indexOf(lines, first, 0) + 1;
        return lines.subList(start, indexOf(lines, last, start));
    }

    private static int indexOf(List<String> lines, String text, int from) {
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(text)) {
                return i;
            }
        }
        throw new AssertionError("there is no line '" + text + "'");
    }
}
