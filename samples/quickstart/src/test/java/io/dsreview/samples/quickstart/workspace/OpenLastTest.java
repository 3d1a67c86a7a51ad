package io.dsreview.samples.quickstart.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.test.superset.SampleContext;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two reviews, of which the first one started is marked by a value: whoever comes back goes on where they left off. */
class OpenLastTest {

    @TempDir
    private Path folder;

    private TypedWorkspace workspace;

    @BeforeEach
    void workOnTheFirstOfTwo() {
        workspace = new TypedWorkspace(
                new SampleContext().dataset(7, TemplateVariable.of(VariableKind.URL_PARAM, "region", true, null)),
                folder);
        workspace.type("start", "start", "open 2", "value region EMEA");
    }

    @Test
    void theReviewThatChangedLastIsOpened() {
        assertThat(workspace.type("values")).contains("EMEA");

        assertThat(workspace.type("open 1", "value region APAC")).contains("is now APAC");
        assertThat(workspace.type("values")).contains("APAC").doesNotContain("EMEA");
    }

    @Test
    void anActiveReviewIsOpenedBeforeOneInTheArchive() {
        assertThat(workspace.type("archive")).contains("it is in the archive");

        assertThat(workspace.type("values")).doesNotContain("EMEA").contains("url_param:region has no value");
    }

    @Test
    void anActiveReviewIsOpenedBeforeOneThatWasGivenUp() {
        assertThat(workspace.type("cancel", "yes")).contains("given up");

        assertThat(workspace.type("values")).doesNotContain("EMEA").contains("url_param:region has no value");
    }

    @Test
    void aReviewThatWasDeletedIsNotOpened() {
        assertThat(workspace.type("delete", "yes")).contains("deleted; its audit is kept");

        assertThat(workspace.type("values")).doesNotContain("EMEA").contains("url_param:region has no value");
    }

    @Test
    void whereNoneIsActiveTheOneThatChangedLastIsOpenedToBeRead() {
        workspace.type("open 1", "archive");
        workspace.type("archive");

        assertThat(workspace.type("values")).contains("EMEA");
    }

    @Test
    void noReviewIsForgottenHoweverManyThereAre() {
        String[] starts = new String[60];
        Arrays.fill(starts, "start");
        workspace.type(starts);

        assertThat(workspace.type("list", "open 62", "value region APAC")).contains("62  ", "is now APAC");
        assertThat(workspace.type("values")).contains("APAC");
    }
}
