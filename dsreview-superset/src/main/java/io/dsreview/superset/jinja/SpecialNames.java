package io.dsreview.superset.jinja;

import io.dsreview.superset.jinja.tree.Expression;
import io.dsreview.superset.jinja.tree.Statement;
import io.dsreview.superset.jinja.tree.StatementVisitor;
import io.dsreview.superset.jinja.tree.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds which of the names that Jinja defines on demand ({@code loop}, {@code caller}, {@code self} and the like) are used
 * in statements, whatever is nested in them except named blocks, before they are given another meaning.
 */
final class SpecialNames implements StatementVisitor {

    private final Set<String> possible;
    private final Set<String> used = new HashSet<>();

    private SpecialNames(Set<String> possible) {
        this.possible = new HashSet<>(possible);
    }

    static Set<String> in(List<Statement> statements, String... names) {
        SpecialNames found = new SpecialNames(Set.of(names));
        statements.forEach(found::statement);
        return found.used;
    }

    @Override
    public void expression(Expression expression) {
        if (!isDecided()) {
            expression.names(name -> {
                if (possible.contains(name.name())) {
                    used.add(name.name());
                }
            });
        }
    }

    @Override
    public void store(Target target) {
        target.names().forEach(possible::remove);
    }

    @Override
    public void parameter(String name) {
        possible.remove(name);
    }

    @Override
    public void statement(Statement statement) {
        if (!(statement instanceof Statement.Block) && !isDecided()) {
            statement.visit(this);
        }
    }

    private boolean isDecided() {
        return used.containsAll(possible);
    }
}
