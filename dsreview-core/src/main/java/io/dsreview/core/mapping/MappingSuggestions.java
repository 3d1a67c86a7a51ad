package io.dsreview.core.mapping;

import io.dsreview.api.execution.ExecutionTarget;
import io.dsreview.api.execution.ExecutionTarget.ChartQuery;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.mapping.MappingTarget;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveredDataset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Proposes how the dashboard's filters reach the dataset under review, by Superset's own rules: a filter works on the
 * charts in its scope, on a column that the dataset has, or through {@code filter_values} of that column. In addition a
 * filter that asks for one text value is proposed for a {@code url_param} of its column's name. Nothing is approved here.
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
            return session.mappings();
        }
        Map<MappingId, ExecutionMapping> known = new HashMap<>();
        session.mappings().forEach(mapping -> known.put(mapping.id(), mapping));
        Map<MappingId, ExecutionMapping> result = new LinkedHashMap<>();
        for (ImportedFilter filter : context.filters()) {
            if (isInScope(filter, session.execution().target(), context, dataset.get())) {
                for (MappingTarget target : targets(session, filter, dataset.get())) {
                    ExecutionMapping proposal = proposal(session, filter, target);
                    result.putIfAbsent(proposal.id(), known.getOrDefault(proposal.id(), proposal));
                }
            }
        }
        return List.copyOf(result.values());
    }

    /** A chart's own conditions are part of its query already; for plain rows of its dataset they are filters. */
    private static boolean isInScope(
            ImportedFilter filter, ExecutionTarget target, RecoveredContext context, RecoveredDataset dataset) {
        if (target instanceof ChartQuery query) {
            return filter.source() != ImportedFilter.Source.AD_HOC
                    && filter.charts().contains(query.chart());
        }
        if (filter.source() == ImportedFilter.Source.AD_HOC) {
            return filter.datasetId() != null
                    && filter.datasetId() == dataset.reference().id();
        }
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
        dataset.variables().stream()
                .filter(variable ->
                        variable.kind().readsFilters() && variable.name().equals(column.value()))
                .findFirst()
                .ifPresentOrElse(variable -> targets.add(new MappingTarget.Variable(variable.id())), () -> {
                    if (dataset.columns().stream().anyMatch(each -> each.id().equals(column))) {
                        targets.add(new MappingTarget.Column(column));
                    }
                });
        variable(dataset, VariableKind.URL_PARAM, column)
                .filter(variable -> MappingValues.isSingleText(filter.value()) && hasNoValue(session, variable))
                .ifPresent(variable -> targets.add(new MappingTarget.Variable(variable.id())));
        return targets;
    }

    private static Optional<TemplateVariable> variable(RecoveredDataset dataset, VariableKind kind, FieldId column) {
        return dataset.variables().stream()
                .filter(variable -> variable.kind() == kind && variable.name().equals(column.value()))
                .findFirst();
    }

    /** The filter's value, or the one that a person supplied where recovery did not find it. */
    private static ExecutionMapping proposal(ReviewSession session, ImportedFilter filter, MappingTarget target) {
        ExecutionMapping recovered = ExecutionMapping.suggested(filter.id(), target, filter.value());
        return session.recovery()
                .decisionOn(RecoveryItems.of(filter))
                .filter(decision -> !decision.absent())
                .flatMap(decision -> MappingValues.replace(filter, filter.value(), decision.values()))
                .map(value -> recovered.withValue(value, true))
                .orElse(recovered);
    }

    private static boolean hasNoValue(ReviewSession session, TemplateVariable variable) {
        return session.values().stream().noneMatch(value -> value.variable().equals(variable.id()));
    }
}
