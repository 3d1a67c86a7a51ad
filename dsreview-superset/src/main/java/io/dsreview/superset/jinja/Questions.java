package io.dsreview.superset.jinja;

import io.dsreview.superset.jinja.Reference.Subject;
import io.dsreview.superset.jinja.tree.Expression;
import io.dsreview.superset.jinja.tree.Expression.Chain;
import io.dsreview.superset.jinja.tree.Expression.Choice;
import io.dsreview.superset.jinja.tree.Expression.Operation;
import io.dsreview.superset.jinja.tree.Expression.Operator;
import io.dsreview.superset.jinja.tree.Link;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a condition asks about, by the branch in which there is something then. A use asks if it does not fail without a
 * value: on its own, compared for equality, with a filter or a test, but not in a sum or behind a {@code <}.
 */
record Questions(Set<Subject> whenTrue, Set<Subject> whenFalse) {

    private static final Set<String> ASKING_FOR_NOTHING = Set.of("undefined", "none", "false");

    static Questions of(Expression test) {
        Questions questions = new Questions(new HashSet<>(), new HashSet<>());
        questions.add(test, true);
        return questions;
    }

    Set<Subject> all() {
        Set<Subject> all = new HashSet<>(whenTrue);
        all.addAll(whenFalse);
        return all;
    }

    private void add(Expression part, boolean positive) {
        if (part instanceof Operation operation) {
            operation(operation, positive);
        } else if (part instanceof Choice choice) {
            add(choice.test(), positive);
        } else {
            operand(part, positive);
        }
    }

    private void operation(Operation operation, boolean positive) {
        boolean needsValues = operation.operator() == Operator.ORDER
                || operation.operator() == Operator.ARITHMETIC
                || operation.operator() == Operator.NEGATION;
        boolean flips = operation.operator() == Operator.NOT;
        operation.operands().stream()
                .filter(operand -> !needsValues || isFiltered(operand))
                .forEach(operand -> add(operand, positive != flips));
    }

    private static boolean isFiltered(Expression operand) {
        return operand instanceof Chain chain
                && chain.links().stream().anyMatch(link -> link instanceof Link.Filter || link instanceof Link.Test);
    }

    private void operand(Expression operand, boolean positive) {
        Reference reference = Reference.of(operand);
        if (reference != null) {
            Subject subject = reference.subject();
            if (subject != null) {
                (positive == flips(reference.rest()) ? whenFalse : whenTrue).add(subject);
            }
        } else if (operand instanceof Chain chain) {
            add(chain.base(), positive != flips(chain.links()));
        }
    }

    private static boolean flips(List<Link> links) {
        boolean flips = false;
        for (Link link : links) {
            if (link instanceof Link.Test test) {
                flips ^= test.isNegated() ^ ASKING_FOR_NOTHING.contains(test.name());
            }
        }
        return flips;
    }
}
