package io.dsreview.core.invariant;

import io.dsreview.api.clarification.Answer;
import io.dsreview.api.clarification.ClarificationSummary;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.id.QuestionId;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.ReviewView;
import io.dsreview.api.session.SessionEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Part of invariant 3: a summary tells every answer since the clarification began or was resumed, and every open question once. */
final class CompleteSummary {

    private final Map<SessionId, List<Answer>> given = new HashMap<>();

    Stream<String> violations(Observation seen) {
        seen.stored().stream().filter(each -> each.touches("clarification")).forEach(this::remember);
        return seen
                .result()
                .flatMap(result -> result.fold(
                        accepted -> Optional.of(accepted.view()),
                        rejected -> Optional.<ReviewView>empty(),
                        conflict -> Optional.empty(),
                        duplicate -> Optional.of(duplicate.view()),
                        notFound -> Optional.empty()))
                .filter(view -> isOfNow(view, seen.stage()))
                .stream()
                .flatMap(this::violations);
    }

    private void remember(Stored stored) {
        List<Answer> since = given.computeIfAbsent(stored.after().header().id(), none -> new ArrayList<>());
        if (stored.commit().events().stream()
                .anyMatch(event -> event.type() == SessionEvent.Type.CLARIFICATION_RESUMED)) {
            since.clear();
        }
        int known = stored.before()
                .map(session -> session.clarification().answers().size())
                .orElse(0);
        stored.after().clarification().answers().stream().skip(known).forEach(since::add);
    }

    /** What a second writer did meanwhile, a result need not show. */
    private static boolean isOfNow(ReviewView view, Stage stage) {
        return stage.store()
                .state(view.session().header().id())
                .map(ReviewSession::header)
                .equals(Optional.of(view.session().header()));
    }

    private Stream<String> violations(ReviewView view) {
        List<String> found = new ArrayList<>();
        ClarificationSummary summary = view.clarification();
        if (!summary.answers().equals(given.getOrDefault(view.session().header().id(), List.of()))) {
            found.add("the summary does not tell the answers since the clarification began or was resumed");
        }
        List<QuestionId> left = Stream.of(summary.asked(), summary.skipped(), summary.deferred())
                .flatMap(List::stream)
                .map(Question::id)
                .toList();
        Set<QuestionId> open = new HashSet<>();
        view.session().clarification().open().forEach(question -> open.add(question.id()));
        if (left.size() != open.size() || !open.containsAll(left)) {
            found.add("the summary does not tell what is left to ask");
        }
        return found.stream();
    }
}
