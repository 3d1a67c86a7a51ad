package io.dsreview.samples.quickstart.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.test.superset.SampleContext;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mapping that reaches the query as it is, and one that does not: a text on a column of numbers. */
class LossyMappingTest {

    @TempDir
    private Path folder;

    private TypedWorkspace workspace;

    @BeforeEach
    void startAReview() {
        workspace = new TypedWorkspace(
                new SampleContext()
                        .dataset(7)
                        .filter("F-status", "status", "paid")
                        .filter("F-amount", "amount", "much"),
                folder);
        workspace.type("start");
    }

    @Test
    void mappingsAreShownWithTheirReasonsAndWithWhatIsLost() {
        assertThat(workspace.type("mappings"))
                .containsSubsequence(
                        "1  F-status  column:status  IN paid  suggested",
                        "2  F-amount  column:amount  IN much  suggested",
                        "1  The filter is on the column “status”, which the dataset has",
                        "2  The filter is on the column “amount”, which the dataset has",
                        "✗ The column holds numbers",
                        "→ Give the mapping the numbers without separators, or accept that nulls are looked for.",
                        "→ Type 'approve-with-losses 2' to approve it all the same.")
                .doesNotContain("approve-with-losses 1");
    }

    @Test
    void nothingIsLostSilently() {
        assertThat(workspace.type("approve all", "approve 2", "mappings"))
                .containsSubsequence(
                        "✗ Something of the mapping’s value is lost",
                        "→ Type 'mappings' to see what is lost, and 'approve-with-losses N' to accept it.",
                        "✗ Something of the mapping’s value is lost",
                        "→ Type 'mappings' to see what is lost",
                        "IN paid  suggested",
                        "IN much  suggested");
    }

    @Test
    void whatIsLostIsShownAndAcceptedWithTheApproval() {
        assertThat(workspace.type("review", "approve-with-losses 2", "yes", "approve all", "preview", "launch", "yes"))
                .containsSubsequence(
                        "Type 'mappings' or 'approve-with-losses N'.",
                        "✗ The column holds numbers",
                        "Approve it although this is lost? (yes/no)",
                        "✓ approved with what is lost",
                        "Type 'mappings' or 'approve all'.",
                        "✓ approved; any change",
                        "SQL Lab ran it");
        assertThat(workspace.type("mappings")).contains("IN much  approved").doesNotContain("approve-with-losses");
    }

    @Test
    void whoeverDoesNotSayYesApprovesNothing() {
        assertThat(workspace.type("approve-with-losses 2", "no", "approve-with-losses 1", "approve-with-losses all"))
                .containsSubsequence(
                        "Approve it although this is lost?",
                        "It was not approved.",
                        "✗ Nothing of its value is lost. Type 'approve N'.",
                        "✗ 'all' is not one of those.");
        assertThat(workspace.type("mappings")).contains("IN paid  suggested", "IN much  suggested");
    }

    @Test
    void helpNamesTheCommand() {
        assertThat(workspace.type("help"))
                .containsPattern("approve-with-losses N +show what a mapping loses, ask, and approve it");
    }

    @Test
    void whereNothingWaitsApprovingAllSaysSo() {
        assertThat(workspace.type("reject 2", "approve all", "approve all"))
                .containsSubsequence("✓ rejected", "✓ approved; any change", "No mapping waits to be approved.");
    }
}
