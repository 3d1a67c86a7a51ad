package io.dsreview.samples.quickstart.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dsreview.DsReview;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.SupersetCompilationAdapter.Compilation;
import io.dsreview.core.finding.ReviewProblem;
import io.dsreview.core.store.InMemoryReviewStore;
import io.dsreview.samples.quickstart.terminal.Complaint;
import io.dsreview.samples.quickstart.terminal.Phrases;
import io.dsreview.samples.quickstart.terminal.Screen;
import io.dsreview.test.superset.FakeSuperset;
import io.dsreview.test.superset.SampleContext;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The story on datasets that lack something of it, as those of a live Superset do. */
class WalkthroughTest {

    private static final TemplateVariable REGION = TemplateVariable.of(VariableKind.URL_PARAM, "region", true, null);
    private static final Problem WHY = Problem.of(ReviewProblem.INTERRUPTED);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private String play(FakeSuperset superset, Sources sources, Map<String, String> answers) {
        Screen screen = new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8), false);
        DsReview reviews = DsReview.builder()
                .superset(superset, superset)
                .store(new InMemoryReviewStore())
                .accessPolicy(Cast.together())
                .build();
        new Walkthrough(
                        reviews,
                        screen,
                        Phrases.ENGLISH,
                        new Answers(answers, null, screen, Phrases.ENGLISH),
                        sources,
                        UnaryOperator.identity(),
                        UnaryOperator.identity())
                .play("https://superset.test/1");
        return told();
    }

    private String told() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Sources nobody() {
        return Sources.only(Optional.empty());
    }

    private static FakeSuperset showing(SampleContext context) {
        return new FakeSuperset(context.build());
    }

    @Test
    void aTableWithNothingInDoubtIsLaunchedAllTheSame() {
        assertThat(play(showing(new SampleContext().dataset(7)), nobody(), Map.of()))
                .containsSubsequence(
                        "L10  ",
                        "there is nothing to approve",
                        "SELECT 1",
                        "at most 500 rows instead of 1000",
                        "The session is at version",
                        "L7  ",
                        "SQL Lab ran it",
                        "Verified: ")
                .doesNotContain("skipped", "deferred", "locked");
    }

    @Test
    void aSingleQuestionIsSkippedDeferredAndAnsweredByTheExpert() {
        assertThat(play(showing(new SampleContext().dataset(7, REGION)), nobody(), Map.of("region", "EMEA")))
                .containsSubsequence("skipped: ", "deferred with the note", "Cleo answers: EMEA", "SQL Lab ran it")
                .doesNotContain("Ann answers:");
    }

    @Test
    void whichDatasetIsMeantComesFirst() {
        SampleContext two = new SampleContext().dataset(7, REGION).dataset(8);

        assertThat(play(showing(two), nobody(), Map.of("dataset", "dataset_7", "region", "EMEA")))
                .containsSubsequence(
                        "Ann says which dataset is meant", "Ann answers: dataset_7", "skipped: ", "SQL Lab ran it");
    }

    @Test
    void aSourceThatComesAgainUnchangedSaysNothingNew() {
        SemanticSource source = SemanticSource.csv(
                "orders.csv",
                "field,verbose_name,description\nregion,Region,\nstatus,State,\n".getBytes(StandardCharsets.UTF_8));

        assertThat(play(showing(new SampleContext().dataset(7)), Sources.only(Optional.of(source)), Map.of()))
                .containsSubsequence(
                        "status is locked",
                        "orders.csv says nothing new",
                        "status: The field is locked.",
                        "1 field confirmed together");
    }

    @Test
    void aSourceThatCannotBeReadIsToldAndTheStoryGoesOn() {
        SemanticSource broken = SemanticSource.csv("orders.csv", new byte[] {'a', 'b'});

        assertThat(play(showing(new SampleContext().dataset(7)), Sources.only(Optional.of(broken)), Map.of()))
                .containsSubsequence("warning: ", "→ ", "SQL Lab ran it");
    }

    @Test
    void whatWasNotRecoveredIsSupplied() {
        SampleContext partial =
                new SampleContext().dataset(7).unresolved("filter:lost", RecoveryItem.Kind.FILTER, true, WHY);

        assertThat(play(showing(partial), nobody(), Map.of("filter:lost", "absent")))
                .containsSubsequence("unresolved: filter", "accepted as absent", "SQL Lab ran it");
        assertThatThrownBy(() -> play(showing(partial), nobody(), Map.of()))
                .isInstanceOf(Complaint.class)
                .hasMessageContaining("Give --answer filter:lost=VALUE, or --answer filter:lost=absent.");
    }

    @Test
    void aRefusedLaunchIsHandedToAPerson() {
        FakeSuperset refusing = showing(new SampleContext().dataset(7));
        refusing.launch(sql -> new LaunchOutcome.Refused(WHY));

        assertThat(play(refusing, nobody(), Map.of()))
                .containsSubsequence("The launch is handed to a person", "Open https://", "Verified: ");
    }

    @Test
    void endsWithAParagraphWhereItCannotGoOn() {
        FakeSuperset failing = showing(new SampleContext().dataset(7));
        failing.compile(inputs -> new Compilation.Failed(List.of(WHY)));

        assertThatThrownBy(() -> play(failing, nobody(), Map.of()))
                .isInstanceOf(Complaint.class)
                .hasMessageContaining("which filter, variable or column to look at");
        assertThat(told()).contains("✗");
    }
}
