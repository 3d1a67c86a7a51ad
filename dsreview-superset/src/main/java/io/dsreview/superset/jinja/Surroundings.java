package io.dsreview.superset.jinja;

import java.util.ArrayList;
import java.util.List;

/**
 * Where in a template something stands.
 *
 * @param conditions the conditions that must hold for it to matter, outermost first, as they are written; that of another
 *     branch is put as {@code not (…)}. At most {@value #MOST_CONDITIONS}, the outermost; each of at most
 *     {@value #LONGEST_CONDITION} characters as written, the rest replaced by an ellipsis. Copied
 * @param isInLoop true if it is inside of a loop, and so may matter many times
 */
public record Surroundings(List<String> conditions, boolean isInLoop) {

    /** How many conditions are told. */
    public static final int MOST_CONDITIONS = 50;

    /** How much of a condition is told, in UTF-16 units. */
    public static final int LONGEST_CONDITION = 500;

    static final Surroundings NONE = new Surroundings(List.of(), false);

    /** Copies the list. */
    public Surroundings {
        conditions = List.copyOf(conditions);
    }

    Surroundings under(String condition) {
        if (conditions.size() == MOST_CONDITIONS) {
            return this;
        }
        List<String> more = new ArrayList<>(conditions);
        more.add(condition);
        return new Surroundings(more, isInLoop);
    }

    Surroundings underNot(String condition) {
        return under("not (" + condition + ")");
    }

    Surroundings inLoop() {
        return new Surroundings(conditions, true);
    }
}
