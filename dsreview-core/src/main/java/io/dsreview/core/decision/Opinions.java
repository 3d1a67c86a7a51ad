package io.dsreview.core.decision;

import io.dsreview.api.command.RecordFeedback;
import io.dsreview.api.feedback.Feedback;
import io.dsreview.api.screen.GeneratedText;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.core.finding.ReviewProblem;
import io.dsreview.core.view.Profiles;
import java.util.ArrayList;
import java.util.List;

/** Decides about feedback on generated texts: one opinion per person and text, the latest. */
final class Opinions {

    private Opinions() {}

    static Decision record(ReviewSession session, RecordFeedback command, Facts facts) {
        return GeneratedText.of(session, Profiles.of(session), command.target(), command.language())
                .map(text -> record(session, command, facts, text))
                .orElseGet(() -> Decision.refuse(ReviewProblem.FEEDBACK_TARGET_UNKNOWN));
    }

    private static Decision record(ReviewSession session, RecordFeedback command, Facts facts, GeneratedText text) {
        Feedback given = new Feedback(
                command.target(), text.hash(), command.thumb(), command.reason(), facts.user(), facts.now());
        List<Feedback> next = new ArrayList<>(session.feedback());
        if (next.stream().anyMatch(known -> isSame(known, given))) {
            return new Decision.Repeat();
        }
        next.removeIf(known -> text.isSubjectOf(known) && known.by().equals(given.by()));
        next.add(given);
        return Decision.change(
                session.withFeedback(next),
                Note.of(
                                SessionEvent.Type.FEEDBACK_RECORDED,
                                "kind",
                                given.target().kind().name(),
                                "target",
                                given.target().id(),
                                "thumb",
                                given.thumb().name())
                        .with("text", given.text().hex())
                        .with("reason", given.reason()));
    }

    private static boolean isSame(Feedback known, Feedback given) {
        return known.equals(
                new Feedback(given.target(), given.text(), given.thumb(), given.reason(), given.by(), known.at()));
    }
}
