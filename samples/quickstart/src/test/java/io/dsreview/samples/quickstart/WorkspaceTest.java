package io.dsreview.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workspace as a person uses it: lines in, lines out, on recorded answers. */
class WorkspaceTest {

    @TempDir
    private Path folder;

    private String type(String... lines) {
        InputStream before = System.in;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setIn(new ByteArrayInputStream((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)));
        try {
            int code = Quickstart.run(
                    new PrintStream(bytes, true, StandardCharsets.UTF_8),
                    "--interactive",
                    "--folder",
                    reviews().toString());
            assertThat(code).isZero();
            assertThat(bytes.toString(StandardCharsets.UTF_8)).doesNotContain("Please report this");
            return bytes.toString(StandardCharsets.UTF_8);
        } finally {
            System.setIn(before);
        }
    }

    private Path reviews() {
        return folder.resolve("reviews");
    }

    @Test
    void OR1_aReviewFromTheLinkToTheLaunchInTwoSittings() throws IOException {
        assertThat(type("list", "start", "wait", "gate", "answer EMEA", "apply", "quit"))
                .containsSubsequence(
                        "There is no review yet.",
                        "There are no reviews yet.",
                        "the review is started",
                        "Launch: blocked by",
                        "Type 'question' or 'answer VALUE'.",
                        "L4  ",
                        "answered: EMEA",
                        "There is no question.",
                        "Type 'values' or 'value NAME VALUE'",
                        "orders.csv was looked at",
                        "taken over");

        Path export = folder.resolve("export.json");
        assertThat(type(
                        "values",
                        "accept-value min_amount",
                        "mappings",
                        "approve all",
                        "preview",
                        "value min_amount 250",
                        "gate",
                        "preview",
                        "launch",
                        "no",
                        "launch",
                        "yes",
                        "history",
                        "export " + export,
                        "list"))
                .containsSubsequence(
                        "Review ",
                        "Findings open: ",
                        "url_param:min_amount is accepted",
                        "approved; any change",
                        "WHERE region = 'EMEA'",
                        "url_param:min_amount is now 250",
                        "L7  ",
                        "compiled by Superset",
                        "Would run the SQL ",
                        "url_param:min_amount: 250 (manual; approved by ann)",
                        "Nothing was launched.",
                        "SQL Lab ran it",
                        "The launch ",
                        "Verified",
                        "session and audit are in",
                        "active");
        assertThat(Files.readString(export)).contains("dsreview-export");
    }

    @Test
    void OR8_everyRefusalSaysWhyAndWhatToDo() {
        assertThat(type(
                        "fields",
                        "start https://elsewhere.example/superset/dashboard/1/",
                        "start",
                        "wait",
                        "launch",
                        "answer",
                        "fly away",
                        "open 7",
                        "write 1 \"half",
                        "target rows many",
                        "cancel-recovery",
                        "hand-off",
                        "cancel",
                        "no"))
                .containsSubsequence(
                        "No review is open. Type 'start LINK'",
                        "The link belongs to none of the configured environments",
                        "L4  ",
                        "Type it as: answer VALUE…",
                        "'fly' is not a command. Type 'help'",
                        "'7' is not one of those. Type 'list'",
                        "A quotation mark is open",
                        "Type 'target rows N' or 'target chart N', with a number.",
                        "No recovery runs.",
                        "✗",
                        "It stays as it is.");
    }

    @Test
    void SE4_fieldsAreDecidedByHandAndLocked() {
        assertThat(type(
                        "start",
                        "wait",
                        "write 1 \"Order number\" one for each order",
                        "lock 1",
                        "write 1 Other other",
                        "unlock 1",
                        "apply",
                        "field 2",
                        "accept 2 1",
                        "fields",
                        "findings",
                        "items"))
                .containsSubsequence(
                        "is written by hand",
                        "is locked",
                        "✗",
                        "is unlocked",
                        "is accepted",
                        "Order number",
                        "decided");
    }

    @Test
    void OR4_aRecoveryIsWaitedForAndStartedAgain() {
        assertThat(type("start", "wait", "recover", "wait", "cancel-recovery", "history"))
                .containsSubsequence(
                        "The recovery is recovered.",
                        "recovering again",
                        "The recovery is recovered.",
                        "No recovery runs.",
                        "Verified");
    }

    @Test
    void RE1_aDamagedReviewIsNamedAndTheWorkGoesOn() throws IOException {
        type("start", "wait");
        try (Stream<Path> files = Files.list(reviews())) {
            Path review = files.filter(file -> file.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(review, "half");
        }

        assertThat(type("list", "start", "wait", "list"))
                .containsSubsequence("cannot be read", "There are no reviews yet.", "the review is started", "active");
    }

    @Test
    void helpNamesEveryCommand() {
        assertThat(type("help")).contains("start [LINK]", "answer VALUE…", "launch", "quit");
    }
}
