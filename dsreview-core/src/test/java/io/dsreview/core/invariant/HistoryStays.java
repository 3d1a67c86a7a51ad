package io.dsreview.core.invariant;

import io.dsreview.api.execution.CompiledPreview;
import io.dsreview.api.execution.LaunchAttempt;
import io.dsreview.api.execution.PreviewStatus;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.ledger.LedgerRecord;
import io.dsreview.api.ledger.LedgerVerifier;
import io.dsreview.api.ledger.Verification;
import io.dsreview.api.session.ReviewSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Invariant 9, on what is stored commit by commit, and on what the store tells of its ledger. */
final class HistoryStays implements Invariant {

    /** Nothing of a ledger is ever lost but, with the content that is deleted, the values beside the entries until then. */
    private final Map<SessionId, List<LedgerRecord>> ledgers = new HashMap<>();

    @Override
    public Stream<String> violations(Observation seen) {
        List<String> found = new ArrayList<>();
        for (Stored each : seen.stored()) {
            if (each.before().isPresent() && each.touches("previews", "launches")) {
                previews(each.before().get(), each.after(), found);
                launches(each.before().get(), each.after(), found);
            }
        }
        Set<SessionId> grown = new LinkedHashSet<>();
        for (Stored each : seen.stored()) {
            SessionId id = each.after().header().id();
            grown.add(id);
            List<LedgerRecord> ledger = ledgers.computeIfAbsent(id, none -> new ArrayList<>());
            if (each.isDeletion()) {
                ledger.replaceAll(entry -> new LedgerRecord(entry.document(), List.of()));
            }
            ledger.addAll(each.commit().entries());
            if (each.commit().entries().isEmpty() && !each.isProgress()) {
                found.add("something was stored without an entry in the ledger");
            }
        }
        for (SessionId id : grown) {
            if (!seen.stage()
                    .ledger(seen.stage().store().state(id).orElseThrow())
                    .equals(ledgers.get(id))) {
                found.add("the ledger is not what it was and what was added");
            }
        }
        return found.stream();
    }

    private static void previews(ReviewSession before, ReviewSession after, List<String> found) {
        for (int i = 0; i < before.execution().previews().size(); i++) {
            CompiledPreview known = before.execution().previews().get(i);
            boolean kept = i < after.execution().previews().size()
                    && (known.status() == PreviewStatus.PENDING
                            ? isEndOf(known, after.execution().previews().get(i))
                            : known.equals(after.execution().previews().get(i)));
            if (!kept) {
                found.add("a preview was changed");
            }
        }
    }

    private static boolean isEndOf(CompiledPreview pending, CompiledPreview done) {
        return pending.id().equals(done.id())
                && pending.inputs().equals(done.inputs())
                && pending.fingerprint().equals(done.fingerprint())
                && pending.requestedAt().equals(done.requestedAt())
                && pending.requestedBy().equals(done.requestedBy());
    }

    private static void launches(ReviewSession before, ReviewSession after, List<String> found) {
        for (int i = 0; i < before.execution().launches().size(); i++) {
            LaunchAttempt known = before.execution().launches().get(i);
            boolean kept = i < after.execution().launches().size()
                    && known.intent().equals(after.execution().launches().get(i).intent());
            if (!kept) {
                found.add("what was intended was changed");
            } else if (known.context() != null
                    && !known.equals(after.execution().launches().get(i))) {
                found.add("a run context was changed");
            }
        }
    }

    @Override
    public Stream<String> atTheEnd(Stage stage) {
        List<String> found = new ArrayList<>();
        for (SessionId id : stage.store().sessions()) {
            Stored latest = stage.store().latest(id).orElseThrow();
            Verification verified = LedgerVerifier.verify(
                    stage.ledger(latest.after()), latest.commit().header().ledger());
            boolean holds = latest.isDeletion() ? verified instanceof Verification.Unexplained : verified.isVerified();
            if (!holds) {
                found.add("the chain does not verify");
            }
            if (!latest.isDeletion() && !stage.store().readAgain(id).equals(latest.after())) {
                found.add("a part was changed that no commit rewrote");
            }
        }
        return found.stream();
    }
}
