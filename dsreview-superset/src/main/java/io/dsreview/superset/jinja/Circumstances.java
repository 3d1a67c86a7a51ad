package io.dsreview.superset.jinja;

import io.dsreview.superset.jinja.Reference.Subject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Where the reading of a template is: under which conditions, what has been asked, and what has surely been set. */
final class Circumstances {

    private final Map<Subject, Integer> asked = new HashMap<>();
    private Surroundings surroundings = Surroundings.NONE;
    private Assignments assignments = new Assignments();

    Surroundings surroundings() {
        return surroundings;
    }

    void surroundings(Surroundings now) {
        surroundings = now;
    }

    Assignments assignments() {
        return assignments;
    }

    /** Enters a named block, which sees nothing of what is set around it. */
    void forgetAssignments() {
        assignments = new Assignments();
    }

    void ask(Collection<Subject> subjects) {
        subjects.forEach(subject -> asked.merge(subject, 1, Integer::sum));
    }

    void unask(Collection<Subject> subjects) {
        subjects.forEach(subject -> asked.computeIfPresent(subject, (same, times) -> times == 1 ? null : times - 1));
    }

    boolean isAsked(Reference reference) {
        Subject subject = reference.subject();
        return (subject != null && asked.containsKey(subject))
                || asked.containsKey(Subject.name(reference.name().name()));
    }
}
