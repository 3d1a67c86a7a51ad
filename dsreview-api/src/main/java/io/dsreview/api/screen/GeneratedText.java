package io.dsreview.api.screen;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.clarification.QuestionText;
import io.dsreview.api.error.ProblemText;
import io.dsreview.api.feedback.Feedback;
import io.dsreview.api.feedback.FeedbackTarget;
import io.dsreview.api.finding.FindingStatus;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.MatchKind;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.session.DatasetProfile;
import io.dsreview.api.session.ProfileText;
import io.dsreview.api.session.ReviewSession;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A text that was written by rules or by a model, as a person reads it, and on which the person can give feedback.
 *
 * @param target which text it is
 * @param text its words
 */
public record GeneratedText(FeedbackTarget target, String text) {

    private static final String TAG = "dsreview-generated-text-v1";

    /**
     * Finds a text.
     *
     * @param session the session
     * @param profile the session's profile
     * @param target which text
     * @param locale the reader's language; falls back to English
     * @return the text, or empty if the session has none like that at present
     */
    public static Optional<GeneratedText> of(
            ReviewSession session, DatasetProfile profile, FeedbackTarget target, Locale locale) {
        Optional<String> words =
                switch (target.kind()) {
                    case PROFILE ->
                        Optional.of(ProfileText.of(profile, locale).toString())
                                .filter(text -> target.id().isEmpty());
                    case DRAFT -> draft(session, target.id());
                    case QUESTION ->
                        session.clarification().open().stream()
                                .filter(question -> question.id().value().equals(target.id()))
                                .findFirst()
                                .map(question -> QuestionText.of(question, locale))
                                .map(text -> text.text() + "\n" + text.why());
                    case FINDING ->
                        session.findings().stream()
                                .filter(finding -> finding.id().value().equals(target.id())
                                        && finding.status() != FindingStatus.RESOLVED)
                                .findFirst()
                                .map(finding -> ProblemText.of(finding.problem(), locale))
                                .map(text -> text.message() + "\n" + text.cure());
                };
        return words.map(text -> new GeneratedText(target, text));
    }

    private static Optional<String> draft(ReviewSession session, String field) {
        return session.semantics().fields().stream()
                .filter(each -> each.id().value().equals(field))
                .map(SemanticField::candidates)
                .flatMap(List::stream)
                .filter(candidate -> candidate.provenance().kind() == MatchKind.AI_DRAFT)
                .findFirst()
                .map(SemanticCandidate::meaning)
                .map(GeneratedText::words);
    }

    private static String words(FieldMeaning meaning) {
        return meaning.verboseName() + "\n" + meaning.description();
    }

    /**
     * Returns the hash of the words, to which feedback is bound.
     *
     * @return the hash
     */
    public Sha256 hash() {
        return Sha256.of(TAG, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Tells whether somebody's feedback is about these very words.
     *
     * @param feedback the feedback
     * @return true if target and words are the same
     */
    public boolean isSubjectOf(Feedback feedback) {
        return target.equals(feedback.target()) && hash().equals(feedback.text());
    }
}
