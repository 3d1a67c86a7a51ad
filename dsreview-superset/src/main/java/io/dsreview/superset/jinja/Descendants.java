package io.dsreview.superset.jinja;

import io.dsreview.superset.jinja.tree.Expression;
import io.dsreview.superset.jinja.tree.Statement;
import io.dsreview.superset.jinja.tree.Statement.Block;
import io.dsreview.superset.jinja.tree.StatementVisitor;
import io.dsreview.superset.jinja.tree.Target;
import java.util.ArrayList;
import java.util.List;

/** The named blocks and the targets of assignments and loops anywhere in statements, in the order in which Jinja finds them. */
record Descendants(List<Block> blocks, List<Target> targets) implements StatementVisitor {

    static Descendants of(List<Statement> statements) {
        Descendants found = new Descendants(new ArrayList<>(), new ArrayList<>());
        statements.forEach(found::statement);
        return found;
    }

    @Override
    public void expression(Expression expression) {
        // Nothing is named in it.
    }

    @Override
    public void store(Target target) {
        targets.add(target);
    }

    @Override
    public void parameter(String name) {
        // Jinja does not count parameters.
    }

    @Override
    public void statement(Statement statement) {
        if (statement instanceof Block block) {
            blocks.add(block);
        }
        statement.visit(this);
    }
}
