package io.dsreview.samples.quickstart.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.error.Problem;
import io.dsreview.api.error.RetryClass;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.QueryResults;
import io.dsreview.api.execution.SqlLabReference;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.test.superset.SampleContext;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was launched is launched again only once something is approved anew: what is suggested for it does it. */
class LaunchAgainTest {

    private static final String ANEW = "To launch again, approve";
    private static final LaunchOutcome FAILED =
            new LaunchOutcome.Failed(new Problem("LAUNCH_FAILED", RetryClass.FIX_FIRST, "", Map.of(), null));
    private static final LaunchOutcome RAN = new LaunchOutcome.Succeeded(
            new SqlLabReference(1, "https://superset.test/sqllab/?queryId=1"),
            null,
            new QueryResults(1, 1_000, false, null));

    @TempDir
    private Path folder;

    /** A review whose launch failed; what made it fail is mended. */
    private TypedWorkspace failed(SampleContext context, String... before) {
        TypedWorkspace workspace = new TypedWorkspace(context, folder);
        workspace.superset().launch(sql -> FAILED);
        workspace.type("start");
        workspace.type(before);
        assertThat(workspace.type("preview", "launch", "yes", "launch", "yes"))
                .containsSubsequence("✓ the launch was sent", ANEW, "✗ The present state was launched before");
        workspace.superset().launch(sql -> RAN);
        return workspace;
    }

    private static SampleContext region() {
        return new SampleContext()
                .dataset(7, TemplateVariable.of(VariableKind.URL_PARAM, "region", true, null))
                .urlParameter("region", "EMEA");
    }

    @Test
    void mappingsAreApprovedAnewAllAtOnce() {
        TypedWorkspace workspace =
                failed(region().filter("F-status", "status", "paid"), "accept-value region", "approve all");

        assertThat(workspace.type("review", "approve all", "launch", "yes"))
                .containsSubsequence(
                        ANEW,
                        "Type 'mappings' or 'approve all'.",
                        "✓ approved; any change",
                        "Type 'launch'.",
                        "SQL Lab ran it");
    }

    @Test
    void aMappingThatLosesSomethingIsApprovedAnewWithWhatItLoses() {
        TypedWorkspace workspace = failed(
                new SampleContext().dataset(7).filter("F-amount", "amount", "much"), "approve-with-losses 1", "yes");

        assertThat(workspace.type("review", "approve all", "approve-with-losses 1", "yes", "launch", "yes"))
                .containsSubsequence(
                        ANEW,
                        "Type 'mappings' or",
                        "'approve-with-losses N'.",
                        "✗ Something of the mapping’s value is lost",
                        "✓ approved with what is lost",
                        "Type 'launch'.",
                        "SQL Lab ran it");
    }

    @Test
    void withoutMappingsAValueIsAcceptedAnew() {
        TypedWorkspace workspace = failed(region(), "accept-value region");

        assertThat(workspace.type("review", "approve all", "accept-value region", "launch", "yes"))
                .containsSubsequence(
                        ANEW,
                        "Type 'values' or 'accept-value",
                        "No mapping waits to be approved.",
                        "✓ url_param:region is accepted",
                        "Type 'launch'.",
                        "SQL Lab ran it");
    }

    @Test
    void whereEveryMappingWasRejectedAnotherPreviewDoes() {
        TypedWorkspace workspace =
                failed(new SampleContext().dataset(7).filter("F-status", "status", "paid"), "reject 1");

        assertThat(workspace.type("review", "preview", "launch", "yes"))
                .containsSubsequence(ANEW, "Type 'preview'.", "Type 'launch'.", "SQL Lab ran it");
    }

    @Test
    void whereNothingWasDecidedAnotherPreviewDoes() {
        TypedWorkspace workspace = failed(new SampleContext().dataset(7));

        assertThat(workspace.type("review", "preview", "launch", "yes"))
                .containsSubsequence(ANEW, "Type 'preview'.", "Type 'launch'.", "SQL Lab ran it");
    }

    @Test
    void whatRanIsLaunchedAgainOnceItIsApprovedAnew() {
        TypedWorkspace workspace =
                failed(new SampleContext().dataset(7).filter("F-status", "status", "paid"), "approve all");

        assertThat(workspace.type("approve all", "launch", "yes", "launch", "yes", "approve all", "launch", "yes"))
                .containsSubsequence(
                        "SQL Lab ran it",
                        "That was done already; nothing changed.",
                        "✓ approved; any change",
                        "SQL Lab ran it");
    }

    @Test
    void whatWasNotLaunchedYetIsNotApprovedTwice() {
        TypedWorkspace workspace =
                new TypedWorkspace(new SampleContext().dataset(7).filter("F-status", "status", "paid"), folder);

        assertThat(workspace.type("start", "approve all", "preview", "approve all", "launch", "yes"))
                .containsSubsequence(
                        "✓ approved; any change",
                        "compiled by Superset",
                        "No mapping waits to be approved.",
                        "SQL Lab ran it");
    }
}
