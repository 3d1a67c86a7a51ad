package io.dsreview.core.invariant;

import io.dsreview.api.semantic.FieldDecision;
import io.dsreview.api.semantic.MatchKind;
import io.dsreview.api.semantic.Place;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticField;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Invariant 5, with the order spelt out here once more: kind, then name of the source; nothing doubtful is taken over. */
final class CandidatesInOrder implements Invariant {

    private static final List<MatchKind> ORDER =
            List.of(MatchKind.EXACT_DICTIONARY, MatchKind.REFERENCE_IMPORT, MatchKind.FUZZY, MatchKind.AI_DRAFT);

    @Override
    public Stream<String> violations(Observation seen) {
        return seen.stored().stream()
                .filter(each -> each.touches("fields"))
                .flatMap(each -> each.after().semantics().fields().stream())
                .flatMap(CandidatesInOrder::violations);
    }

    private static Stream<String> violations(SemanticField field) {
        List<String> found = new ArrayList<>();
        for (int i = 1; i < field.candidates().size(); i++) {
            SemanticCandidate first = field.candidates().get(i - 1);
            SemanticCandidate second = field.candidates().get(i);
            if (compare(first, second) > 0) {
                found.add("a candidate of " + field.id() + " stands before a better one");
            }
        }
        if (field.decision() instanceof FieldDecision.Imported imported
                && rank(imported.candidate()) >= ORDER.indexOf(MatchKind.FUZZY)) {
            found.add("a doubtful candidate of " + field.id() + " was taken over by itself");
        }
        return found.stream();
    }

    private static int compare(SemanticCandidate first, SemanticCandidate second) {
        if (rank(first) != rank(second)) {
            return Integer.compare(rank(first), rank(second));
        }
        if (ORDER.get(rank(first)) == MatchKind.FUZZY) {
            return 0; // their score is for its own test
        }
        int source = first.provenance()
                .source()
                .value()
                .compareTo(second.provenance().source().value());
        return source != 0 ? source : Long.compare(line(first), line(second));
    }

    private static int rank(SemanticCandidate candidate) {
        return ORDER.indexOf(candidate.provenance().kind());
    }

    private static long line(SemanticCandidate candidate) {
        return candidate.provenance().place() instanceof Place.Line line ? line.number() : 0;
    }
}
