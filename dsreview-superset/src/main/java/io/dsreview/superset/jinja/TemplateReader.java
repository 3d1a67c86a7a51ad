package io.dsreview.superset.jinja;

import io.dsreview.superset.jinja.UnresolvedName.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads templates without rendering them. Never fails, and takes time in proportion to the template: what cannot be
 * parsed becomes an {@link UnresolvedName} of its own. Stateless.
 *
 * <p>A variable is optional where the template gives it a literal default ({@code url_param('x', 'a')}, or
 * {@code url_param('x') or 'a'}), or uses it only under an <code>{% if %}</code> that asks about it; else it is required.
 */
public final class TemplateReader {

    private TemplateReader() {}

    /**
     * Reads a template.
     *
     * @param template the source
     * @param given names that the dataset's own template parameters define
     * @return what it asks for
     */
    public static TemplateReading read(String template, Set<String> given) {
        Scope scope = new Scope();
        Uses uses = new Uses(template, given, scope);
        List<Block> blocks = new ArrayList<>();
        TemplateFault fault = scan(template, blocks);
        try {
            new TemplateParser(blocks, uses, scope).read(fault == null ? template.length() : fault.offset());
        } catch (TemplateFault found) {
            fault = fault == null ? found : fault;
        }
        if (fault != null) {
            uses.report(Kind.SYNTAX, fault.what(), Math.min(fault.offset(), template.length()));
        }
        return uses.reading();
    }

    private static @Nullable TemplateFault scan(String template, List<Block> blocks) {
        try {
            TemplateScanner.scan(template, blocks);
            return null;
        } catch (TemplateFault fault) {
            return fault;
        }
    }
}
