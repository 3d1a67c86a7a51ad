package io.dsreview.samples.quickstart.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.test.superset.SampleContext;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A variable that the link gives a value. */
class TypedValuesTest {

    @TempDir
    private Path folder;

    @Test
    void aValueThatWasSetIsTakenBackForTheOneOfTheLink() {
        TypedWorkspace workspace = new TypedWorkspace(
                new SampleContext()
                        .dataset(7, TemplateVariable.of(VariableKind.URL_PARAM, "region", true, null))
                        .urlParameter("region", "EMEA"),
                folder);

        assertThat(workspace.type("start", "value region APAC", "values", "clear-value region", "values"))
                .containsSubsequence(
                        "✓ url_param:region is now APAC",
                        "APAC   manual",
                        "✓ url_param:region has what the link, a filter or its default gives it",
                        "EMEA");
    }
}
