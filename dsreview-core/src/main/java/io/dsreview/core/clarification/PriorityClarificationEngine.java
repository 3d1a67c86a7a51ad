package io.dsreview.core.clarification;

import io.dsreview.api.clarification.ClarificationEngine;
import io.dsreview.api.clarification.ClarificationState;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.clarification.SetAside;
import io.dsreview.api.clarification.SetAside.Reason;
import io.dsreview.api.id.QuestionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks the most pressing question first: blocking, then larger impact, then older, then by id. What was skipped comes after
 * all others, the longest skipped first; what was deferred is not asked; and while paused nothing is.
 */
public final class PriorityClarificationEngine implements ClarificationEngine {

    private static final Comparator<Question> PRIORITY = Comparator.comparing(
                    Question::blocking, Comparator.reverseOrder())
            .thenComparing(Comparator.comparingInt(Question::impact).reversed())
            .thenComparing(Question::raisedAt)
            .thenComparing(question -> question.id().value());

    @Override
    public ClarificationState next(ClarificationState current, List<Question> doubts) {
        Set<QuestionId> named = Stream.concat(
                        current.setAside().stream().map(SetAside::question), current.reopened().stream())
                .collect(Collectors.toSet());
        Map<QuestionId, Question> open = doubts.stream()
                .filter(doubt -> named.contains(doubt.id()))
                .collect(Collectors.toMap(Question::id, doubt -> doubt));
        List<QuestionId> reopened =
                current.reopened().stream().filter(open::containsKey).toList();
        List<SetAside> setAside = current.setAside().stream()
                .filter(each -> open.containsKey(each.question()))
                .toList();
        Set<QuestionId> later = setAside.stream().map(SetAside::question).collect(Collectors.toSet());
        List<Question> ordered = new ArrayList<>(doubts.size());
        doubts.stream().filter(doubt -> !later.contains(doubt.id())).forEach(ordered::add);
        ordered.sort(PRIORITY);
        with(setAside, Reason.SKIPPED).map(open::get).forEach(ordered::add);
        boolean askable = current.pause() == null && !ordered.isEmpty();
        with(setAside, Reason.DEFERRED).map(open::get).forEach(ordered::add);
        ClarificationState kept = current.withSetAside(setAside).withReopened(reopened);
        return askable ? kept.asking(ordered.get(0), ordered.subList(1, ordered.size())) : kept.asking(null, ordered);
    }

    private static Stream<QuestionId> with(List<SetAside> setAside, Reason reason) {
        return setAside.stream().filter(each -> each.reason() == reason).map(SetAside::question);
    }
}
