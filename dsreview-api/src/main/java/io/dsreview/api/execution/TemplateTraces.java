package io.dsreview.api.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds what is left of a template in compiled SQL. SQL Lab renders once more, so braces are dangerous even in a literal.
 * Servers that regenerate the SQL turn a bare <code>{{ x }}</code> into {@code STRUCT(STRUCT(x))} or, in other dialects,
 * {@code ROW(ROW(x))}, a dictionary or an object: the names to look for therefore come from the template's source.
 */
public final class TemplateTraces {

    private static final List<String> OPENERS = List.of("{{", "{%", "{#");
    /** What generators of SQL make of a bare name in braces, by dialect; the name stands for the question mark. */
    private static final List<String> FORMS = List.of(
            "struct(struct(?", "row(row(?", "struct(?)", "row(?)", "':?}", "{:?", "{?}", "object_construct('_0',?");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private TemplateTraces() {}

    /**
     * Looks for traces.
     *
     * @param sql the compiled SQL
     * @param names every name in the templates that it was compiled from
     * @return the openers found, and the names that were left unrendered; empty if there is no trace
     */
    public static List<String> in(String sql, Set<String> names) {
        List<String> traces = new ArrayList<>();
        OPENERS.stream().filter(sql::contains).forEach(traces::add);
        String dense = SPACE.matcher(sql).replaceAll("").toLowerCase(Locale.ROOT);
        for (String name : names) {
            String bare = SPACE.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
            if (FORMS.stream().map(form -> form.replace("?", bare)).anyMatch(dense::contains)) {
                traces.add(name);
            }
        }
        return traces;
    }
}
