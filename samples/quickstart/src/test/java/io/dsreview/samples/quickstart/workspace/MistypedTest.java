package io.dsreview.samples.quickstart.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.test.superset.SampleContext;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is typed ends in words that say what is legal, and the next line is read. */
class MistypedTest {

    @TempDir
    private Path folder;

    private TypedWorkspace workspace;

    @BeforeEach
    void startAReview() {
        workspace = new TypedWorkspace(new SampleContext().dataset(7), folder.resolve("reviews"));
        workspace.type("start");
    }

    @Test
    void rowsOutOfRangeAreRefusedWithTheRange() {
        assertThat(workspace.type(
                        "target rows 0",
                        "target rows 200000",
                        "target rows 999999999",
                        "target rows -1",
                        "target rows 10"))
                .containsSubsequence(
                        "✗ rowLimit is 0; 1 to 100000 are legal. Type it as: target rows|chart N",
                        "✗ rowLimit is 200000; 1 to 100000 are legal. Type it as: target rows|chart N",
                        "✗ rowLimit is 999999999; 1 to 100000 are legal.",
                        "✗ Type 'target rows N' or 'target chart N', with a number. Rows are 1 to 100000.",
                        "✓ what will run: rows of the dataset, all columns, at most 10");
    }

    @Test
    void idsThatAreNoneAreRefusedWithWhatIsLegal() {
        assertThat(workspace.type("reopen " + "q".repeat(300), "reopen \"\"", "reopen a\u0001b", "questions"))
                .containsSubsequence(
                        "✗ a question id has 300 characters; at most 255 are legal. Type it as: reopen QUESTION",
                        "✗ a question id is blank; give it at least one visible character. Type it as",
                        "✗ a question id holds a control character",
                        "N  QUESTION");
    }

    @Test
    void aDictionaryThatIsTooLargeIsRefusedWithTheLimit() throws IOException {
        Path large = folder.resolve("large.csv");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(3L * Integer.MAX_VALUE);
        }
        Path small = Files.writeString(folder.resolve("small.csv"), "field,verbose_name,description\nstatus,Status,\n");

        assertThat(workspace.type("apply " + large, "apply " + small).replaceAll("\\s+", " "))
                .containsSubsequence(
                        "large.csv is larger than " + SemanticSource.MAX_BYTES + " bytes, the most that is taken.",
                        "Split it, or leave out columns that are not needed.",
                        "✓ small.csv was looked at");
    }

    @Test
    void pathsThatAreNoneAreRefused() {
        assertThat(workspace.type("apply a\u0000b", "export a\u0000b", "apply /", "export /", "list"))
                .containsSubsequence(
                        "Type it as: apply [FILE]",
                        "Type it as: export FILE",
                        "✗ The dictionary / cannot be read. Name a CSV file.",
                        "✗ The export cannot be written to /. Name another file.",
                        "active");
    }

    @Test
    void aFaultOfTheProgramEndsTheCommandAndNotTheWorkspace() {
        workspace.paste(link -> {
            throw new IllegalStateException("broken");
        });

        assertThat(workspace.type("start", "list"))
                .containsSubsequence("✗ IllegalStateException: broken", "→ Please report this.", "active");
    }
}
