package io.dsreview.samples.quickstart.story;

import io.dsreview.Review;
import io.dsreview.api.ledger.LedgerRecord;
import io.dsreview.api.ledger.LedgerVerifier;
import io.dsreview.api.ledger.Verification;
import io.dsreview.api.session.SessionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is left of the review: an audit that shows every refusal, and every change to itself.
 *
 * @param play what the story works with
 */
record Proof(Play play) {

    void verify(Review review) {
        play.step("proof");
        review.audit().events().stream()
                .filter(event -> event.type() == SessionEvent.Type.REFUSED)
                .forEach(event -> play.say(
                        "refusal",
                        "version",
                        event.version(),
                        "command",
                        event.data().getOrDefault("command", ""),
                        "reasons",
                        reasons(event)));
        verdict(review.audit().verify());
        List<LedgerRecord> cut = new ArrayList<>(review.audit().ledger());
        int middle = cut.size() / 2;
        cut.remove(middle);
        play.say("cut", "entry", middle + 1);
        verdict(LedgerVerifier.verify(cut, review.audit().ledgerHead()));
    }

    private static String reasons(SessionEvent event) {
        return Stream.of(event.data().get("codes"), event.data().get("clauses"))
                .filter(text -> text != null && !text.isEmpty())
                .map(text -> text.replace(",", ", "))
                .collect(Collectors.joining(", "));
    }

    private void verdict(Verification found) {
        if (found instanceof Verification.Verified verified) {
            play.done(
                    "verified",
                    "entries",
                    verified.head().seq(),
                    "hash",
                    verified.head().hash().shortHex());
        } else if (found instanceof Verification.Broken broken) {
            play.screen().refused(play.phrases().get("broken", "entry", broken.seq()));
        } else {
            play.screen().refused(found.toString());
        }
    }
}
