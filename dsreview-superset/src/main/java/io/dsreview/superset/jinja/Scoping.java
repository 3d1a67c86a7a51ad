package io.dsreview.superset.jinja;

import io.dsreview.superset.jinja.tree.Expression;
import io.dsreview.superset.jinja.tree.Statement;
import io.dsreview.superset.jinja.tree.Statement.Assignment;
import io.dsreview.superset.jinja.tree.Statement.BlockAssignment;
import io.dsreview.superset.jinja.tree.Statement.FilterBlock;
import io.dsreview.superset.jinja.tree.Statement.For;
import io.dsreview.superset.jinja.tree.Statement.If;
import io.dsreview.superset.jinja.tree.Statement.Loading;
import io.dsreview.superset.jinja.tree.Statement.Macro;
import io.dsreview.superset.jinja.tree.Statement.Output;
import io.dsreview.superset.jinja.tree.Statement.With;
import io.dsreview.superset.jinja.tree.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells a frame which names its statements load and store, in Jinja's order. What has a frame of its own is left to that. */
final class Scoping {

    private final Frame frame;

    private Scoping(Frame frame) {
        this.frame = frame;
    }

    static void read(Frame frame, List<Statement> statements) {
        new Scoping(frame).statements(statements);
    }

    static void load(Frame frame, Expression expression) {
        expression.names(name -> frame.load(name.name()));
    }

    private void statements(List<Statement> statements) {
        statements.forEach(this::statement);
    }

    private void statement(Statement statement) {
        if (statement instanceof Output output) {
            output.printed().forEach(this::load);
        } else if (statement instanceof Assignment assignment) {
            load(assignment.value());
            store(assignment.target());
        } else if (statement instanceof BlockAssignment assignment) {
            store(assignment.target());
        } else if (statement instanceof If condition) {
            load(condition.branches().get(0).test());
            branches(condition);
        } else if (statement instanceof For loop) {
            load(loop.elements());
        } else if (statement instanceof Macro macro) {
            macro(macro);
        } else if (statement instanceof FilterBlock block) {
            load(block.filter());
        } else if (statement instanceof With with) {
            with.values().forEach(this::load);
        } else if (statement instanceof Loading loading) {
            load(loading.template());
            loading.defined().forEach(frame::store);
        }
    }

    private void load(Expression expression) {
        load(frame, expression);
    }

    private void macro(Macro macro) {
        if (macro.call() != null) {
            load(macro.call());
        }
        if (macro.name() != null) {
            frame.store(macro.name());
        }
    }

    private void store(Target target) {
        for (Target.Place place : target.places()) {
            String name = place.name().name();
            if (place.attribute() == null) {
                frame.store(name);
            } else {
                frame.load(name);
            }
        }
    }

    /** To Jinja, all the further conditions together are one branch, in which each is a condition without further ones. */
    private void branches(If condition) {
        List<Map<String, Boolean>> added = new ArrayList<>();
        added.add(branch(condition.branches().get(0).body()));
        frame.branch();
        for (If.Branch further :
                condition.branches().subList(1, condition.branches().size())) {
            load(further.test());
            frame.merge(List.of(branch(further.body())));
        }
        added.add(frame.leaveBranch());
        added.add(branch(condition.otherwise()));
        frame.merge(added);
    }

    private Map<String, Boolean> branch(List<Statement> body) {
        frame.branch();
        statements(body);
        return frame.leaveBranch();
    }
}
