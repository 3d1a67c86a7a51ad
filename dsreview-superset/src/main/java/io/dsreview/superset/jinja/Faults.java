package io.dsreview.superset.jinja;

import io.dsreview.superset.jinja.syntax.Source;
import io.dsreview.superset.jinja.syntax.Template.Fault;
import io.dsreview.superset.jinja.tree.Expression;
import io.dsreview.superset.jinja.tree.Expression.Name;
import io.dsreview.superset.jinja.tree.Statement;
import io.dsreview.superset.jinja.tree.Statement.Block;
import io.dsreview.superset.jinja.tree.Statement.For;
import io.dsreview.superset.jinja.tree.Statement.Macro;
import io.dsreview.superset.jinja.tree.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why Jinja would refuse a template: the fault of its parser, or else the first thing that its compiler would refuse. */
final class Faults {

    private final Source source;
    private @Nullable Fault first;

    Faults(Source source, @Nullable Fault ofParser) {
        this.source = source;
        this.first = ofParser;
    }

    @Nullable
    Fault first() {
        return first;
    }

    void note(String what, int offset) {
        if (first == null) {
            first = new Fault(what, source.position(offset));
        }
    }

    /** Returns all named blocks, in order, and notes those that are there twice. */
    List<Block> blocks(List<Statement> body) {
        List<Block> blocks = Descendants.of(body).blocks();
        Set<String> names = new HashSet<>();
        blocks.stream()
                .filter(block -> !names.add(block.name()))
                .forEach(block -> note("a block of this name is there already", block.offset()));
        return blocks;
    }

    /** Notes that something in a loop sets {@code loop}. */
    void loopSet(For loop) {
        Descendants.of(List.of(loop)).targets().stream()
                .flatMap(target -> target.places().stream())
                .filter(place -> place.attribute() == null)
                .map(Target.Place::name)
                .filter(name -> name.name().equals("loop"))
                .forEach(name -> note("loop cannot get a value inside of a loop", name.offset()));
    }

    /** Notes that the body of a macro uses its caller, who is a parameter without default. */
    void caller(Macro macro, boolean isUsed) {
        List<String> parameters =
                macro.signature().parameters().stream().map(Name::name).toList();
        int withoutDefault = parameters.size() - macro.signature().defaults().size();
        int caller = parameters.lastIndexOf("caller");
        if (isUsed && caller >= 0 && caller < withoutDefault) {
            note("the parameter caller needs a default", macro.offset());
        }
    }

    /** Notes that the filter of a block assignment uses a name that nothing else does: Jinja's compiler fails over it. */
    void unknownIn(Expression filter, Frame frame) {
        filter.names(name -> {
            if (!frame.knows(name.name())) {
                note("the filter of a block assignment uses a name that is not used elsewhere", name.offset());
            }
        });
    }
}
