package io.dsreview.core.invariant;

import io.dsreview.api.clarification.ClarificationState;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.clarification.SetAside;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Invariant 2: the store's own column, the session and its waiting questions agree on the one that is active. */
final class OneActiveQuestion implements Invariant {

    @Override
    public Stream<String> violations(Observation seen) {
        return seen.stored().stream().flatMap(OneActiveQuestion::violations);
    }

    private static Stream<String> violations(Stored stored) {
        List<String> found = new ArrayList<>();
        ClarificationState state = stored.after().clarification();
        Question active = state.active();
        String id = active == null || stored.isDeletion() ? null : active.id().value();
        if (!Objects.equals(stored.commit().header().activeQuestion(), id)) {
            found.add("the store names another active question than the session");
        }
        if (state.pause() != null && active != null) {
            found.add("a question is active during a pause");
        }
        if (active != null
                && state.setAside(active.id())
                        .filter(each -> each.reason() == SetAside.Reason.DEFERRED)
                        .isPresent()) {
            found.add("a question is active that was left to an expert");
        }
        if (state.open().stream().map(Question::id).distinct().count()
                < state.open().size()) {
            found.add("a question is open twice");
        }
        return found.stream();
    }
}
