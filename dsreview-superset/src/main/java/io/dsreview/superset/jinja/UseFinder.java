package io.dsreview.superset.jinja;

import io.dsreview.superset.jinja.UnknownFilter.Kind;
import io.dsreview.superset.jinja.syntax.Source;
import io.dsreview.superset.jinja.tree.Expression;
import io.dsreview.superset.jinja.tree.Expression.Chain;
import io.dsreview.superset.jinja.tree.Expression.Choice;
import io.dsreview.superset.jinja.tree.Expression.Name;
import io.dsreview.superset.jinja.tree.Expression.Operation;
import io.dsreview.superset.jinja.tree.Expression.Operator;
import io.dsreview.superset.jinja.tree.Link;
import io.dsreview.superset.jinja.tree.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects from expressions what they ask the surroundings of the template for. */
final class UseFinder {

    private final Source source;
    private final Circumstances circumstances;
    private final List<Use> uses = new ArrayList<>();
    private final Map<String, UnknownFilter> unknownFilters = new LinkedHashMap<>();

    UseFinder(Source source, Circumstances circumstances) {
        this.source = source;
        this.circumstances = circumstances;
    }

    List<Use> uses() {
        return uses.stream().sorted(Comparator.comparing(Use::position)).toList();
    }

    List<UnknownFilter> unknownFilters() {
        return unknownFilters.values().stream()
                .sorted(Comparator.comparing(UnknownFilter::position))
                .toList();
    }

    /** Reads what a block prints. */
    void printed(Expression expression, Frame frame) {
        if (expression instanceof Name name) {
            use(new Reference(name, List.of(), null, List.of()), frame, null, true);
        } else {
            find(expression, frame);
        }
    }

    void find(Expression expression, Frame frame) {
        find(expression, frame, null);
    }

    private void find(Expression expression, Frame frame, @Nullable Value fallback) {
        Reference reference = Reference.of(expression);
        if (expression instanceof Chain chain) {
            Expression base = chain.base();
            if (reference == null) {
                find(base, frame, Fallbacks.ofFilter(chain.links(), false));
            } else {
                chained(reference, frame, fallback);
            }
            chain.links().forEach(link -> link(link, frame));
        } else if (reference != null) {
            use(reference, frame, fallback, false);
        } else if (expression instanceof Operation operation && operation.operator() == Operator.OR) {
            alternatives(operation.operands(), frame, fallback);
        } else if (expression instanceof Choice choice) {
            choice(choice, frame);
        } else {
            expression.parts().forEach(part -> find(part, frame));
        }
    }

    private void alternatives(List<Expression> operands, Frame frame, @Nullable Value fallback) {
        Value behind = fallback;
        for (int i = operands.size() - 1; i >= 0; i--) {
            find(operands.get(i), frame, behind);
            behind = Fallbacks.before(operands.get(i), behind);
        }
    }

    private void chained(Reference reference, Frame frame, @Nullable Value fallback) {
        boolean isCall = reference.call() != null;
        boolean mayFallBack = isCall || reference.attributes().isEmpty();
        Value own = reference.rest().isEmpty() ? fallback : Fallbacks.ofFilter(reference.rest(), isCall);
        use(reference, frame, mayFallBack ? own : null, false);
    }

    private void link(Link link, Frame frame) {
        if (link instanceof Link.Filter filter) {
            applied(Kind.FILTER, BuiltIns.FILTERS, filter.name(), filter.offset());
        } else if (link instanceof Link.Test test) {
            applied(Kind.TEST, BuiltIns.TESTS, test.name(), test.offset());
        }
        link.parts().forEach(part -> find(part, frame));
    }

    private void applied(Kind kind, Set<String> known, String name, int offset) {
        if (!known.contains(name)) {
            UnknownFilter unknown = new UnknownFilter(kind, name, source.position(offset));
            unknownFilters.merge(
                    kind + name,
                    unknown,
                    (one, other) -> one.position().compareTo(other.position()) <= 0 ? one : other);
        }
    }

    private void choice(Choice choice, Frame frame) {
        Questions questions = Questions.of(choice.test());
        Surroundings around = circumstances.surroundings();
        String condition = source.excerpt(choice.written(), Surroundings.LONGEST_CONDITION);
        under(questions.all(), around, choice.test(), frame);
        under(questions.whenTrue(), around.under(condition), choice.then(), frame);
        if (choice.otherwise() != null) {
            under(questions.whenFalse(), around.underNot(condition), choice.otherwise(), frame);
        }
    }

    private void under(Set<Reference.Subject> asked, Surroundings surroundings, Expression part, Frame frame) {
        Surroundings around = circumstances.surroundings();
        circumstances.surroundings(surroundings);
        circumstances.ask(asked);
        find(part, frame);
        circumstances.unask(asked);
        circumstances.surroundings(around);
    }

    void use(Reference reference, Frame frame, @Nullable Value fallback, boolean isBare) {
        String name = reference.name().name();
        if (!frame.comesFromOutside(name)
                || BuiltIns.FUNCTIONS.contains(name)
                || circumstances.assignments().isSet(name)) {
            return;
        }
        uses.add(new Use(
                name,
                reference.attributes(),
                reference.call(),
                source.position(reference.name().offset()),
                isBare,
                circumstances.isAsked(reference),
                fallback,
                circumstances.surroundings()));
    }
}
