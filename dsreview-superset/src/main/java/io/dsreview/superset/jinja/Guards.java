package io.dsreview.superset.jinja;

import io.dsreview.api.id.VariableId;
import io.dsreview.superset.jinja.Expression.Call;
import io.dsreview.superset.jinja.Expression.Choice;
import io.dsreview.superset.jinja.Expression.Group;
import io.dsreview.superset.jinja.Expression.Not;
import io.dsreview.superset.jinja.Expression.Or;
import java.util.HashSet;
import java.util.Set;

/** The variables that a condition asks about, by the branch in which they may then be used without a value. */
record Guards(Set<VariableId> whenTrue, Set<VariableId> whenFalse) {

    static Guards of(Expression test) {
        Guards guards = new Guards(new HashSet<>(), new HashSet<>());
        guards.add(test, true);
        return guards;
    }

    Set<VariableId> all() {
        Set<VariableId> all = new HashSet<>(whenTrue);
        all.addAll(whenFalse);
        return all;
    }

    private void add(Expression part, boolean positive) {
        if (part instanceof Call call) {
            MacroCall.of(call).ifPresent(macro -> (positive ? whenTrue : whenFalse).add(macro.id()));
            call.positional().forEach(each -> add(each, positive));
        } else if (part instanceof Not not) {
            add(not.operand(), !positive);
        } else if (part instanceof Or or) {
            or.operands().forEach(each -> add(each, positive));
        } else if (part instanceof Group group) {
            group.parts().forEach(each -> add(each, positive));
        } else if (part instanceof Choice choice) {
            add(choice.test(), positive);
        }
    }
}
