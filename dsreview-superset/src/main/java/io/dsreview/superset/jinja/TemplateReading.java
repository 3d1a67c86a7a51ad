package io.dsreview.superset.jinja;

import io.dsreview.superset.jinja.syntax.Template.Fault;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a template asks its surroundings for.
 *
 * @param undeclared the names that Jinja would look up outside of the template: those that
 *     {@code jinja2.meta.find_undeclared_variables} returns, in alphabetical order; copied
 * @param uses every place where one of them is used, in the order of the source. A name that the template sets in one branch
 *     only is undeclared, but has no use where it surely is set. Copied
 * @param unknownFilters filters and tests that Jinja does not have, each once, at its first place; copied
 * @param otherTemplates the tags that load other templates, in the order of the source; copied
 * @param fault why Jinja would refuse the template, or null; what was read before is told all the same
 */
public record TemplateReading(
        Set<String> undeclared,
        List<Use> uses,
        List<UnknownFilter> unknownFilters,
        List<OtherTemplate> otherTemplates,
        @Nullable Fault fault) {

    /** Copies the collections. */
    public TemplateReading {
        undeclared = Collections.unmodifiableSet(new TreeSet<>(undeclared));
        uses = List.copyOf(uses);
        unknownFilters = List.copyOf(unknownFilters);
        otherTemplates = List.copyOf(otherTemplates);
    }
}
