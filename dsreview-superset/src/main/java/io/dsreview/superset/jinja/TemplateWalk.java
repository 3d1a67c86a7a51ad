package io.dsreview.superset.jinja;

import io.dsreview.superset.jinja.Reference.Subject;
import io.dsreview.superset.jinja.syntax.Source;
import io.dsreview.superset.jinja.syntax.Template;
import io.dsreview.superset.jinja.tree.Expression;
import io.dsreview.superset.jinja.tree.Statement;
import io.dsreview.superset.jinja.tree.Statement.Assignment;
import io.dsreview.superset.jinja.tree.Statement.Autoescape;
import io.dsreview.superset.jinja.tree.Statement.Block;
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
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Walks a template in the order in which Jinja compiles it, frame by frame. */
final class TemplateWalk {

    private final Template template;
    private final Source source;
    private final Circumstances circumstances = new Circumstances();
    private final UseFinder finder;
    private final Faults faults;
    private final Set<String> undeclared = new TreeSet<>();
    private final List<OtherTemplate> otherTemplates = new ArrayList<>();
    private final Frame root = Frame.outermost();
    private int branches;
    private boolean extended;

    TemplateWalk(Template template) {
        this.template = template;
        source = template.source();
        finder = new UseFinder(source, circumstances);
        faults = new Faults(source, template.fault());
    }

    TemplateReading reading() {
        List<Block> blocks = faults.blocks(template.body());
        SpecialNames.in(template.body(), "self").forEach(root::parameter);
        Scoping.read(root, template.body());
        enter(root);
        statements(template.body(), root);
        for (Block block : blocks) {
            circumstances.forgetAssignments();
            circumstances.surroundings(Surroundings.NONE);
            Frame frame = Frame.outermost();
            SpecialNames.in(block.body(), "self", "super").forEach(frame::parameter);
            Scoping.read(frame, block.body());
            enter(frame);
            statements(block.body(), frame);
        }
        otherTemplates.sort(Comparator.comparing(OtherTemplate::position));
        return new TemplateReading(undeclared, finder.uses(), finder.unknownFilters(), otherTemplates, faults.first());
    }

    private void enter(Frame frame) {
        frame.fromOutside().stream()
                .filter(name -> !BuiltIns.FUNCTIONS.contains(name))
                .forEach(undeclared::add);
    }

    /** Behind a second tag that surely extends another template Jinja compiles nothing. */
    private void statements(List<Statement> statements, Frame frame) {
        for (Statement statement : statements) {
            boolean extending =
                    statement instanceof Loading loading && loading.tag().equals("extends");
            if (extending && frame == root && extended) {
                return;
            }
            statement(statement, frame);
            extended |= extending && frame == root && branches == 0;
        }
    }

    private void statement(Statement statement, Frame frame) {
        if (statement instanceof Output output) {
            output.printed().forEach(each -> finder.printed(each, frame));
        } else if (statement instanceof Assignment assignment) {
            finder.find(assignment.value(), frame);
            set(assignment.target(), frame);
        } else if (statement instanceof BlockAssignment assignment) {
            blockAssignment(assignment, frame);
        } else if (statement instanceof If condition) {
            condition(condition, frame);
        } else if (statement instanceof For loop) {
            loop(loop, frame);
        } else if (statement instanceof Macro macro) {
            macro(macro, frame);
        } else if (statement instanceof FilterBlock block) {
            Frame inner = frame.inner();
            Scoping.read(inner, block.body());
            Scoping.load(inner, block.filter());
            body(block.body(), inner);
            finder.find(block.filter(), inner);
        } else if (statement instanceof With with) {
            with(with, frame);
        } else if (statement instanceof Autoescape autoescape) {
            Frame inner = frame.inner();
            Scoping.load(inner, autoescape.option());
            Scoping.read(inner, autoescape.body());
            finder.find(autoescape.option(), inner);
            body(autoescape.body(), inner);
        } else if (statement instanceof Loading loading) {
            loading(loading, frame);
        }
    }

    /** Walks the body of a frame whose names have been told to it. */
    private void body(List<Statement> body, Frame frame) {
        enter(frame);
        circumstances.assignments().enter();
        statements(body, frame);
        circumstances.assignments().leave();
    }

    private void set(Target target, Frame frame) {
        for (Target.Place place : target.places()) {
            if (place.attribute() == null) {
                circumstances.assignments().set(place.name().name());
            } else {
                finder.use(
                        new Reference(place.name(), List.of(place.attribute()), null, List.of()), frame, null, false);
            }
        }
    }

    private void blockAssignment(BlockAssignment assignment, Frame frame) {
        Frame inner = frame.inner();
        Scoping.read(inner, assignment.body());
        body(assignment.body(), inner);
        Expression filter = assignment.filter();
        if (filter != null) {
            faults.unknownIn(filter, inner);
            finder.find(filter, inner);
        }
        set(assignment.target(), frame);
    }

    private void condition(If condition, Frame frame) {
        Surroundings around = circumstances.surroundings();
        Surroundings before = around;
        List<Subject> failed = new ArrayList<>();
        List<Set<String>> set = new ArrayList<>();
        branches++;
        for (If.Branch branch : condition.branches()) {
            Questions questions = Questions.of(branch.test());
            String written = source.excerpt(branch.written(), Surroundings.LONGEST_CONDITION);
            circumstances.surroundings(before);
            circumstances.ask(questions.all());
            finder.find(branch.test(), frame);
            circumstances.unask(questions.all());
            circumstances.surroundings(before.under(written));
            circumstances.ask(questions.whenTrue());
            set.add(branch(branch.body(), frame));
            circumstances.unask(questions.whenTrue());
            circumstances.ask(questions.whenFalse());
            failed.addAll(questions.whenFalse());
            before = before.underNot(written);
        }
        circumstances.surroundings(before);
        set.add(branch(condition.otherwise(), frame));
        branches--;
        circumstances.unask(failed);
        circumstances.surroundings(around);
        circumstances.assignments().set(Assignments.common(set));
    }

    private Set<String> branch(List<Statement> body, Frame frame) {
        circumstances.assignments().enter();
        statements(body, frame);
        return circumstances.assignments().leave();
    }

    private void loop(For loop, Frame frame) {
        finder.find(loop.elements(), frame);
        Surroundings around = circumstances.surroundings();
        Surroundings inside = around.inLoop();
        circumstances.surroundings(inside);
        Expression test = loop.test();
        Set<Subject> asked = new HashSet<>();
        if (test != null) {
            Questions questions = Questions.of(test);
            asked.addAll(questions.whenTrue());
            Frame testFrame = parameters(loop.target(), frame);
            Scoping.load(testFrame, test);
            enter(testFrame);
            circumstances.ask(questions.all());
            finder.find(test, testFrame);
            circumstances.unask(questions.all());
            inside = inside.under(source.excerpt(loop.written(), Surroundings.LONGEST_CONDITION));
        }
        Frame inner = parameters(loop.target(), frame);
        if (definesLoop(loop)) {
            inner.parameter("loop");
        }
        Scoping.read(inner, loop.body());
        faults.loopSet(loop);
        circumstances.surroundings(inside);
        circumstances.ask(asked);
        body(loop.body(), inner);
        circumstances.unask(asked);
        circumstances.surroundings(around);
        if (!loop.otherwise().isEmpty()) {
            Frame otherwise = frame.inner();
            Scoping.read(otherwise, loop.otherwise());
            body(loop.otherwise(), otherwise);
        }
    }

    private static boolean definesLoop(For loop) {
        return loop.isRecursive()
                || SpecialNames.in(loop.body(), "loop").contains("loop")
                || Descendants.of(List.of(loop)).blocks().stream().anyMatch(Block::isScoped);
    }

    private static Frame parameters(Target target, Frame frame) {
        Frame inner = frame.inner();
        target.names().forEach(inner::parameter);
        return inner;
    }

    private void macro(Macro macro, Frame frame) {
        Frame inner = frame.inner();
        macro.signature().parameters().forEach(each -> inner.parameter(each.name()));
        macro.signature().defaults().forEach(each -> Scoping.load(inner, each));
        Scoping.read(inner, macro.body());
        Set<String> special = SpecialNames.in(macro.body(), "caller", "kwargs", "varargs");
        faults.caller(macro, special.contains("caller"));
        special.forEach(inner::parameter);
        macro.signature().defaults().forEach(each -> finder.find(each, inner));
        body(macro.body(), inner);
        if (macro.call() != null) {
            finder.find(macro.call(), frame);
        }
        if (macro.name() != null) {
            circumstances.assignments().set(macro.name());
        }
    }

    private void with(With with, Frame frame) {
        with.values().forEach(each -> finder.find(each, frame));
        Frame inner = frame.inner();
        with.targets().forEach(target -> target.names().forEach(inner::parameter));
        Scoping.read(inner, with.body());
        body(with.body(), inner);
    }

    private void loading(Loading loading, Frame frame) {
        otherTemplates.add(new OtherTemplate(loading.tag(), source.position(loading.offset())));
        if (loading.tag().equals("extends") && frame != root) {
            faults.note("extends inside of something else", loading.offset());
        }
        finder.find(loading.template(), frame);
        circumstances.assignments().set(loading.defined());
    }
}
