package io.dsreview.core.invariant;

import io.dsreview.api.clarification.ClarificationState;
import io.dsreview.api.session.Execution;
import io.dsreview.api.session.Recovery;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.Semantics;
import io.dsreview.api.store.SessionCommit;
import io.dsreview.api.store.StoredPart;
import io.dsreview.api.store.StoredSession;
import io.dsreview.core.codec.SessionCodec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Reads a session back from its bytes after a commit: the parts that the commit rewrote, since the others were read before and are
 * the same bytes. At the end of a sequence everything is read once more, and must be the same.
 */
final class ReadBack {

    /** How each part that was read gets into the session that was known. A part that is missing here is read with all others. */
    private static final Map<String, BiFunction<ReviewSession, ReviewSession, ReviewSession>> TAKEN_OVER = Map.of(
            "recovery", (known, read) -> known.withRecovery(read.recovery()),
            "semantics",
                    (known, read) -> known.withSemantics(
                            read.semantics().withFields(known.semantics().fields())),
            "fields",
                    (known, read) -> known.withSemantics(
                            known.semantics().withFields(read.semantics().fields())),
            "values", (known, read) -> known.withValues(read.values()),
            "mappings", (known, read) -> known.withMappings(read.mappings()),
            "dormant", (known, read) -> known.withDormant(read.dormant()),
            "findings", (known, read) -> known.withFindings(read.findings()),
            "clarification", (known, read) -> known.withClarification(read.clarification()),
            "feedback", (known, read) -> known.withFeedback(read.feedback()));

    private static final Set<String> OF_EXECUTION = Set.of("execution", "previews", "launches");

    private final SessionCodec codec;
    private List<StoredPart> blank = List.of();

    ReadBack(SessionCodec codec) {
        this.codec = codec;
    }

    /** What a commit rewrote: the names of its parts, a list's without the numbers of its pieces. */
    static Set<String> rewritten(SessionCommit commit) {
        Set<String> names = new LinkedHashSet<>();
        commit.changedParts().forEach(part -> names.add(listOf(part)));
        return names;
    }

    /** The session as it is stored now. */
    ReviewSession after(ReviewSession known, StoredSession now, Set<String> rewritten) {
        if (!rewritten.stream().allMatch(part -> TAKEN_OVER.containsKey(part) || OF_EXECUTION.contains(part))) {
            return codec.read(now);
        }
        List<StoredPart> parts = new ArrayList<>();
        now.parts().stream().filter(part -> rewritten.contains(listOf(part))).forEach(parts::add);
        blank(known).stream().filter(part -> !rewritten.contains(part.name())).forEach(parts::add);
        ReviewSession read = codec.read(new StoredSession(now.header(), parts));
        ReviewSession after = known.withHeader(read.header())
                .withExecution(execution(known.execution(), read.execution(), rewritten));
        for (String part : rewritten) {
            after = TAKEN_OVER.getOrDefault(part, (taken, none) -> taken).apply(after, read);
        }
        return after;
    }

    private static Execution execution(Execution known, Execution read, Set<String> rewritten) {
        Execution target = rewritten.contains("execution") ? read : known;
        return new Execution(
                target.target(),
                target.revision(),
                (rewritten.contains("previews") ? read : known).previews(),
                (rewritten.contains("launches") ? read : known).launches());
    }

    /** The least that can stand in for a part that is not looked at. */
    private List<StoredPart> blank(ReviewSession any) {
        if (blank.isEmpty()) {
            ReviewSession nothing = any.withRecovery(Recovery.WAITING)
                    .withSemantics(Semantics.EMPTY)
                    .withValues(List.of())
                    .withMappings(List.of())
                    .withDormant(List.of())
                    .withFindings(List.of())
                    .withClarification(ClarificationState.EMPTY)
                    .withExecution(new Execution(any.execution().target(), null, List.of(), List.of()))
                    .withFeedback(List.of());
            blank = codec.changedParts(null, nothing);
        }
        return blank;
    }

    private static String listOf(StoredPart part) {
        int dot = part.name().indexOf('.');
        return dot < 0 ? part.name() : part.name().substring(0, dot);
    }
}
