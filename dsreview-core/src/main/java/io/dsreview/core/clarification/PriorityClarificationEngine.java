package io.dsreview.core.clarification;

import io.dsreview.api.clarification.ClarificationEngine;
import io.dsreview.api.clarification.ClarificationState;
import io.dsreview.api.clarification.Question;
import java.util.Comparator;
import java.util.List;

/** Asks the most pressing question first: blocking, then larger impact, then older, then by id. */
public final class PriorityClarificationEngine implements ClarificationEngine {

    private static final Comparator<Question> PRIORITY = Comparator.comparing(Question::blocking)
            .thenComparing(Question::impact)
            .reversed()
            .thenComparing(Question::raisedAt)
            .thenComparing(question -> question.id().value());

    @Override
    public ClarificationState next(ClarificationState current, List<Question> doubts) {
        List<Question> ordered = doubts.stream().sorted(PRIORITY).toList();
        return ordered.isEmpty()
                ? new ClarificationState(null, false, List.of(), current.answers())
                : new ClarificationState(ordered.get(0), false, ordered.subList(1, ordered.size()), current.answers());
    }
}
