package io.dsreview.core.invariant;

import io.dsreview.api.clarification.Answer;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.mapping.VariableValue;
import io.dsreview.api.semantic.FieldDecision;
import io.dsreview.api.session.ReviewSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Invariant 3: the commit that stores an answer leaves its question active and applies nothing of it; and it loses none. */
final class AnswerBeforePointer implements Invariant {

    private final CompleteSummary summary = new CompleteSummary();

    @Override
    public Stream<String> violations(Observation seen) {
        Stream<String> stored = seen.stored().stream()
                .filter(each -> each.touches("clarification"))
                .flatMap(AnswerBeforePointer::violations);
        return Stream.concat(stored, summary.violations(seen));
    }

    private static Stream<String> violations(Stored stored) {
        List<String> found = new ArrayList<>();
        List<Answer> before = stored.before()
                .map(session -> session.clarification().answers())
                .orElse(List.of());
        List<Answer> after = stored.after().clarification().answers();
        if (after.size() < before.size() || !after.subList(0, before.size()).equals(before)) {
            found.add("an answer was lost or changed");
            return found.stream();
        }
        for (Answer given : after.subList(before.size(), after.size())) {
            Question active = stored.after().clarification().active();
            if (active == null || !active.id().equals(given.question())) {
                found.add("the question pointer moved with the commit that stored the answer");
            }
            if (isApplied(stored, given)) {
                found.add("the answer was applied by the commit that stored it");
            }
        }
        return found.stream();
    }

    private static boolean isApplied(Stored stored, Answer given) {
        ReviewSession session = stored.after();
        boolean value = session.values().stream()
                .filter(each -> each.origin() == VariableValue.Origin.ANSWER)
                .flatMap(each -> Optional.ofNullable(each.approval()).stream())
                .anyMatch(approval -> approval.at().equals(given.at()));
        boolean meaning = session.semantics().fields().stream()
                .anyMatch(field -> field.decision() instanceof FieldDecision.Accepted accepted
                        && accepted.at().equals(given.at()));
        Long known =
                stored.before().map(before -> before.recovery().datasetId()).orElse(null);
        boolean dataset = given.question().value().equals("DATASET")
                && !Objects.equals(session.recovery().datasetId(), known);
        return value || meaning || dataset;
    }
}
