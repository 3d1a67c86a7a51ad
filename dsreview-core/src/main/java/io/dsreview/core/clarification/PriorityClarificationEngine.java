package io.dsreview.core.clarification;

import io.dsreview.api.clarification.ClarificationEngine;
import io.dsreview.api.clarification.ClarificationState;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.clarification.SetAside;
import io.dsreview.api.clarification.SetAside.Reason;
import io.dsreview.api.id.QuestionId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks the most pressing question first: blocking, then larger impact, then older, then by id. What was skipped comes after
 * all others, the longest skipped first; what was deferred is not asked; and while paused nothing is.
 */
public final class PriorityClarificationEngine implements ClarificationEngine {

    private static final Comparator<Question> PRIORITY = Comparator.comparing(Question::blocking)
            .thenComparing(Question::impact)
            .reversed()
            .thenComparing(Question::raisedAt)
            .thenComparing(question -> question.id().value());

    @Override
    public ClarificationState next(ClarificationState current, List<Question> doubts) {
        Set<QuestionId> open = doubts.stream().map(Question::id).collect(Collectors.toSet());
        List<SetAside> setAside = current.setAside().stream()
                .filter(each -> open.contains(each.question()))
                .toList();
        ClarificationState kept = current.withSetAside(setAside)
                .withReopened(current.reopened().stream().filter(open::contains).toList());
        Map<QuestionId, Integer> turns = turns(setAside);
        List<Question> ordered = doubts.stream()
                .sorted(Comparator.<Question>comparingInt(question -> turns.getOrDefault(question.id(), 0))
                        .thenComparing(PRIORITY))
                .toList();
        boolean askable = current.pause() == null
                && !ordered.isEmpty()
                && turns.getOrDefault(ordered.get(0).id(), 0) <= setAside.size();
        return askable ? kept.asking(ordered.get(0), ordered.subList(1, ordered.size())) : kept.asking(null, ordered);
    }

    /** When each question has its turn that does not have it at once, from 1; what is deferred comes after what is skipped. */
    private static Map<QuestionId, Integer> turns(List<SetAside> setAside) {
        Map<QuestionId, Integer> turns = new HashMap<>();
        for (int i = 0; i < setAside.size(); i++) {
            int deferred = setAside.get(i).reason() == Reason.DEFERRED ? setAside.size() : 0;
            turns.put(setAside.get(i).question(), 1 + i + deferred);
        }
        return turns;
    }
}
