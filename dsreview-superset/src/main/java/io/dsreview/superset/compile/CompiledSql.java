package io.dsreview.superset.compile;

import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.EffectiveInputs;
import io.dsreview.api.execution.TemplateTraces;
import io.dsreview.api.mapping.FilterScalar;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.superset.SupersetCompilationAdapter.Compilation;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.sql.SqlShape;
import io.dsreview.superset.template.TemplateNeeds;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What Superset answered as the SQL. It is taken as it is or not at all: it must be one query that only reads, and hold
 * nothing of a template, since SQL Lab renders once more.
 *
 * @param inputs the inputs it was compiled from
 * @param needs what the templates needed
 * @param sql the SQL
 */
record CompiledSql(EffectiveInputs inputs, TemplateNeeds needs, String sql) {

    /** Takes the SQL as what came through a channel; or says why it cannot be taken. */
    Compilation as(String channel) {
        List<String> traces = TemplateTraces.in(sql, needs.names());
        if (traces.isEmpty()) {
            return query(channel);
        }
        Problem problem = Problem.of(SupersetErrorCode.PREVIEW_TEMPLATE_LEFT, "traces", String.join(" ", traces));
        Set<String> targets = targets(traces);
        return new Compilation.Failed(
                targets.isEmpty()
                        ? List.of(problem)
                        : targets.stream().map(problem::about).toList());
    }

    /** Superset refuses much of this itself, some versions only when it is run. */
    private Compilation query(String channel) {
        SqlShape shape = SqlShape.of(sql);
        if (shape.statements() != 1) {
            return new Compilation.Failed(List.of(Problem.of(
                    SupersetErrorCode.PREVIEW_SEVERAL_STATEMENTS, "count", String.valueOf(shape.statements()))));
        }
        return shape.readOnly()
                ? new Compilation.Compiled(sql, channel)
                : new Compilation.Failed(List.of(Problem.of(SupersetErrorCode.PREVIEW_NOT_READ_ONLY)));
    }

    /** Points at the variables whose names stand in the SQL, and at the filters whose values hold braces. */
    private Set<String> targets(List<String> traces) {
        Set<String> targets = new LinkedHashSet<>();
        for (TemplateVariable variable : needs.variables()) {
            boolean left = traces.contains(variable.name())
                    || sql.matches("(?s).*\\{[{%][^}]*\\b\\Q" + variable.name().replace("\\E", "") + "\\E\\b.*");
            if (left) {
                targets.add("variable " + variable.id());
            }
        }
        inputs.mappings().forEach(mapping -> mapping.value().conditions().stream()
                .flatMap(condition -> condition.values().stream())
                .map(FilterScalar::text)
                .filter(text -> text.contains("{{") || text.contains("{%") || text.contains("{#"))
                .forEach(text -> targets.add("filter " + mapping.filter())));
        return targets;
    }
}
