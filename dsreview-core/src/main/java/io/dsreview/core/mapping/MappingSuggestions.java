package io.dsreview.core.mapping;

import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.FilterScalar;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.mapping.MappingTarget;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.TemplateVariable.Macro;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveredDataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Proposes how the dashboard's filters reach the dataset under review, by Superset's own rules: a filter works on the
 * charts in its scope, on a column that the dataset has, or through {@code filter_values} of that column. In addition a
 * filter with one text value is proposed for a {@code url_param} of its column's name. Nothing is approved here.
 */
public final class MappingSuggestions {

    private MappingSuggestions() {}

    /**
     * Returns the mappings a session has from now on: those it had and that are still possible, as they are, and new
     * proposals.
     *
     * @param session the session
     * @return the mappings, in the order of the filters
     */
    public static List<ExecutionMapping> of(ReviewSession session) {
        RecoveredContext context = session.recovery().context();
        Optional<RecoveredDataset> dataset = session.recovery().dataset();
        if (context == null || dataset.isEmpty()) {
            return List.of();
        }
        Map<MappingId, ExecutionMapping> known =
                session.mappings().stream().collect(Collectors.toMap(ExecutionMapping::id, Function.identity()));
        List<ExecutionMapping> result = new ArrayList<>();
        for (ImportedFilter filter : context.filters()) {
            if (isInScope(filter, context, dataset.get())) {
                for (MappingTarget target : targets(session, filter, dataset.get())) {
                    ExecutionMapping proposal = ExecutionMapping.suggested(filter.id(), target, filter.value());
                    result.add(known.getOrDefault(proposal.id(), proposal));
                }
            }
        }
        return result;
    }

    private static boolean isInScope(ImportedFilter filter, RecoveredContext context, RecoveredDataset dataset) {
        return context.charts().stream()
                .anyMatch(chart -> chart.datasetId() == dataset.reference().id()
                        && filter.charts().contains(chart.id()));
    }

    private static List<MappingTarget> targets(ReviewSession session, ImportedFilter filter, RecoveredDataset dataset) {
        FieldId column = filter.column();
        if (column == null) {
            return List.of(new MappingTarget.Time());
        }
        List<MappingTarget> targets = new ArrayList<>();
        variable(dataset, Macro.FILTER_VALUES, column)
                .ifPresentOrElse(variable -> targets.add(new MappingTarget.Variable(variable.id())), () -> {
                    if (dataset.columns().stream().anyMatch(each -> each.id().equals(column))) {
                        targets.add(new MappingTarget.Column(column));
                    }
                });
        variable(dataset, Macro.URL_PARAM, column)
                .filter(variable -> isSingleText(filter) && hasNoValue(session, variable))
                .ifPresent(variable -> targets.add(new MappingTarget.Variable(variable.id())));
        return targets;
    }

    private static Optional<TemplateVariable> variable(RecoveredDataset dataset, Macro macro, FieldId column) {
        return dataset.variables().stream()
                .filter(variable -> variable.macro() == macro && variable.name().equals(column.value()))
                .findFirst();
    }

    private static boolean isSingleText(ImportedFilter filter) {
        return filter.value().conditions().size() == 1
                && filter.value().conditions().get(0).values().size() == 1
                && filter.value().conditions().get(0).values().get(0).type() == FilterScalar.Type.TEXT;
    }

    private static boolean hasNoValue(ReviewSession session, TemplateVariable variable) {
        return session.values().stream().noneMatch(value -> value.variable().equals(variable.id()));
    }
}
