package io.dsreview.superset.jinja.syntax;

import io.dsreview.superset.jinja.tree.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A template as a tree. Parsing never fails, and takes time in proportion to the source.
 *
 * @param source the source
 * @param body what it consists of, up to the fault if there is one; copied
 * @param fault why it cannot be parsed, or null
 */
public record Template(
        Source source, List<Statement> body, @Nullable Fault fault) {

    /** How deep blocks may be nested in blocks, and in each of them brackets and operands in each other. */
    public static final int DEEPEST_NESTING = 100;

    /**
     * Why a template cannot be parsed, or not be compiled.
     *
     * @param what what is wrong; never a text from the template
     * @param position where; its line is the one that Jinja names
     */
    public record Fault(String what, Position position) {}

    /** Copies the list. */
    public Template {
        body = List.copyOf(body);
    }

    /**
     * Parses a template.
     *
     * @param text the template
     * @return the tree
     */
    public static Template parse(String text) {
        Source source = new Source(text);
        try {
            StatementParser parser = new StatementParser(source);
            List<Statement> body = parser.parse();
            return new Template(source, body, fault(source, parser.fault()));
        } catch (SyntaxException atOnce) {
            return new Template(source, List.of(), fault(source, atOnce));
        }
    }

    private static @Nullable Fault fault(Source source, @Nullable SyntaxException fault) {
        return fault == null ? null : new Fault(fault.what(), source.position(fault.offset()));
    }
}
