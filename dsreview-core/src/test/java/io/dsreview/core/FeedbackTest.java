package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Role;
import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.MappingCommand.SetTemplateValue;
import io.dsreview.api.command.RecordFeedback;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.error.ProblemText;
import io.dsreview.api.feedback.Feedback;
import io.dsreview.api.feedback.Feedback.Thumb;
import io.dsreview.api.feedback.FeedbackTarget;
import io.dsreview.api.feedback.FeedbackTarget.Kind;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.SourceId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.ledger.LedgerPayload;
import io.dsreview.api.screen.GeneratedText;
import io.dsreview.api.semantic.Endorsement;
import io.dsreview.api.semantic.FieldDecision;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.MatchKind;
import io.dsreview.api.semantic.Place;
import io.dsreview.api.semantic.Provenance;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.session.Report;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionEvent;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class FeedbackTest {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final FeedbackTarget PROFILE = new FeedbackTarget(Kind.PROFILE, "");

    private final World world = new World(World.twoVariables().build()).start();

    @Test
    void SE10_isStoredWithWhoWhenAndTheVeryWords() {
        give(World.ANN, PROFILE, Thumb.DOWN, "too long");

        assertThat(world.session().feedback())
                .containsExactly(new Feedback(
                        PROFILE,
                        text(PROFILE, Locale.ENGLISH).hash(),
                        Thumb.DOWN,
                        "too long",
                        World.ANN.user(),
                        world.clock.instant()));
        assertThat(world.reload().session().feedback()).hasSize(1);
    }

    @Test
    void SE10_isInLedgerEventsAndExports() {
        give(World.ANN, PROFILE, Thumb.DOWN, "too long");

        var ledger = world.core.ledger(World.ANN, world.id());
        assertThat(ledger.get(ledger.size() - 1).document())
                .contains("accepted.RecordFeedback", "FEEDBACK_RECORDED", "PROFILE", "DOWN")
                .doesNotContain("too long");
        assertThat(ledger.get(ledger.size() - 1).payloads())
                .extracting(LedgerPayload::field, LedgerPayload::value)
                .containsExactly(
                        Tuple.tuple("actor", "ann"),
                        Tuple.tuple("reason", "too long"),
                        Tuple.tuple("text", text(PROFILE, Locale.ENGLISH).hash().hex()));
        assertThat(world.core.events(World.ANN, world.id()))
                .last()
                .returns(SessionEvent.Type.FEEDBACK_RECORDED, SessionEvent::type);
        assertThat(world.core.exportJson(World.ANN, world.id()).orElseThrow())
                .contains("\"feedback\"", "too long", "\"DOWN\"");
        assertThat(report(Report.Format.JSON, Locale.ENGLISH)).contains("\"FEEDBACK\"", "too long");
        assertThat(report(Report.Format.MARKDOWN, Locale.ENGLISH)).contains("feedback", "found bad");
        assertThat(report(Report.Format.MARKDOWN, RUSSIAN)).contains("отзыв", "неудачно");
    }

    private String report(Report.Format format, Locale locale) {
        return world.core
                .report(World.ANN, world.id(), Report.VALIDATION, format, locale)
                .orElseThrow();
    }

    @Test
    void SE10_isAboutTheWordsThatWereReadAndNotAboutOthersOfTheSameTarget() {
        give(World.ANN, PROFILE, Thumb.UP, "");
        Feedback given = world.session().feedback().get(0);
        assertThat(text(PROFILE, Locale.ENGLISH).isSubjectOf(given)).isTrue();
        assertThat(text(PROFILE, RUSSIAN).isSubjectOf(given)).isFalse();

        world.step(context -> new SetTemplateValue(context, new VariableId("url_param:region"), "EMEA"));

        assertThat(text(PROFILE, Locale.ENGLISH).isSubjectOf(given)).isFalse();
        assertThat(world.session().feedback()).containsExactly(given);
    }

    @Test
    void SE10_isBoundToTheLanguageInWhichTheTextWasRead() {
        world.step(context -> new RecordFeedback(context, PROFILE, RUSSIAN, Thumb.UP, ""));

        assertThat(text(PROFILE, RUSSIAN).isSubjectOf(world.session().feedback().get(0)))
                .isTrue();
    }

    @Test
    void SE10_canBeGivenOnQuestionsAndFindingsThatAreShown() {
        String question = world.session().clarification().open().get(0).id().value();
        Finding finding = world.session().findings().get(0);
        FeedbackTarget aboutQuestion = new FeedbackTarget(Kind.QUESTION, question);
        FeedbackTarget aboutFinding =
                new FeedbackTarget(Kind.FINDING, finding.id().value());

        give(World.ANN, aboutQuestion, Thumb.UP, "");
        give(World.ANN, aboutFinding, Thumb.DOWN, "");

        assertThat(world.session().feedback())
                .extracting(Feedback::target)
                .containsExactly(aboutQuestion, aboutFinding);
        assertThat(text(aboutFinding, Locale.ENGLISH).text())
                .isEqualTo(ProblemText.of(finding.problem(), Locale.ENGLISH).message() + "\n"
                        + ProblemText.of(finding.problem(), Locale.ENGLISH).cure());
    }

    @Test
    void SE10_canBeGivenOnADraftOfAModelOnly() {
        world.step(context -> new ApplySemanticSource(
                context, World.csv("a.csv", "field,verbose_name,description", "region,Region,Where")));
        FeedbackTarget draft = new FeedbackTarget(Kind.DRAFT, "region");
        assertThat(refused(draft)).containsExactly("FEEDBACK_TARGET_UNKNOWN");

        ReviewSession drafted = world.session()
                .withSemantics(world.session()
                        .semantics()
                        .withFields(List.of(new SemanticField(
                                new FieldId("region"),
                                List.of(candidate(MatchKind.FUZZY, "Area"), candidate(MatchKind.AI_DRAFT, "Region")),
                                new FieldDecision.Undecided(),
                                false))));

        assertThat(GeneratedText.of(drafted, world.view().profile(), draft, Locale.ENGLISH))
                .get()
                .returns("Region\nWhere it was sold", GeneratedText::text);
    }

    @Test
    void SE10_isRefusedForTextsThatTheSessionDoesNotShow() {
        assertThat(refused(new FeedbackTarget(Kind.PROFILE, "x"))).containsExactly("FEEDBACK_TARGET_UNKNOWN");
        assertThat(refused(new FeedbackTarget(Kind.QUESTION, "DATASET"))).containsExactly("FEEDBACK_TARGET_UNKNOWN");
        assertThat(refused(new FeedbackTarget(Kind.FINDING, "DATASET_GONE")))
                .containsExactly("FEEDBACK_TARGET_UNKNOWN");
        assertThat(refused(new FeedbackTarget(Kind.DRAFT, "amount"))).containsExactly("FEEDBACK_TARGET_UNKNOWN");
    }

    @Test
    void SE10_isTheLatestOpinionOfEachPersonOnEachText() {
        give(World.ANN, PROFILE, Thumb.DOWN, "too long");
        give(World.ADA, PROFILE, Thumb.UP, "");
        world.clock.advance(Duration.ofMinutes(1));

        assertThat(world.attempt(
                        World.ANN,
                        context -> new RecordFeedback(context, PROFILE, Locale.ENGLISH, Thumb.DOWN, "too long")))
                .isInstanceOf(CommandResult.Duplicate.class);
        give(World.ANN, PROFILE, Thumb.UP, "on second thought");

        assertThat(world.session().feedback())
                .extracting(each -> each.by().value(), Feedback::thumb, Feedback::reason)
                .containsExactly(Tuple.tuple("ada", Thumb.UP, ""), Tuple.tuple("ann", Thumb.UP, "on second thought"));
    }

    @Test
    void SE10_changesNothingElse() {
        ReviewSession before = world.session();

        give(World.ANN, PROFILE, Thumb.UP, "");

        assertThat(world.session().withFeedback(List.of()).withHeader(before.header()))
                .isEqualTo(before);
    }

    @Test
    void SE10_isNotGivenByWhoOnlyReads() {
        Actor viewer = Actor.of("acme", "ann", Role.VIEWER);

        assertThat(Results.codes(world.attempt(
                        viewer, context -> new RecordFeedback(context, PROFILE, Locale.ENGLISH, Thumb.UP, ""))))
                .containsExactly("PERMISSION_MISSING");
    }

    private void give(Actor actor, FeedbackTarget target, Thumb thumb, String reason) {
        world.keep(world.attempt(actor, context -> new RecordFeedback(context, target, Locale.ENGLISH, thumb, reason)));
    }

    private List<String> refused(FeedbackTarget target) {
        return Results.codes(
                world.attempt(World.ANN, context -> new RecordFeedback(context, target, Locale.ENGLISH, Thumb.UP, "")));
    }

    private GeneratedText text(FeedbackTarget target, Locale locale) {
        return GeneratedText.of(world.session(), world.view().profile(), target, locale)
                .orElseThrow();
    }

    private static SemanticCandidate candidate(MatchKind kind, String name) {
        return new SemanticCandidate(
                new FieldId("region"),
                new FieldMeaning(name, "Where it was sold"),
                Endorsement.NONE,
                new Provenance(new SourceId("a"), Sha256.of("dsreview-test", new byte[0]), kind, new Place.Line(1)));
    }
}
