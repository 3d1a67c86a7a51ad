package io.dsreview.core.mapping;

import io.dsreview.api.execution.ExecutionTarget;
import io.dsreview.api.execution.ExecutionTarget.ChartQuery;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.mapping.Conversion;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.mapping.MappingTarget;
import io.dsreview.api.mapping.Match;
import io.dsreview.api.mapping.MatchReason;
import io.dsreview.api.mapping.MatchReason.Kind;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.mapping.VariableValue.Origin;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveredDataset;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Proposes how the dashboard's filters reach the dataset under review, by Superset's own rules: a filter works on the
 * charts in its scope, on a column that the dataset has, or through the macros that read the filters of that column. In addition
 * filters are proposed for each {@code url_param} whose name is that of their column, or similar; see {@link
 * ExecutionMapping#isOffered()}. Each proposal says why. Nothing is approved here.
 */
public final class MappingSuggestions {

    private final ReviewSession session;
    private final RecoveredContext context;
    private final RecoveredDataset dataset;
    private final DatasetNames names;
    private final Definitions definitions;
    private final List<TemplateVariable> parameters;
    private final SimilarParameters similar;

    /** By identity: what was found about these depends on nothing that changed since. */
    private final Set<ExecutionMapping> settled = Collections.newSetFromMap(new IdentityHashMap<>());

    private MappingSuggestions(
            @Nullable ReviewSession before, ReviewSession session, RecoveredContext context, RecoveredDataset dataset) {
        this.session = session;
        this.context = context;
        this.dataset = dataset;
        this.names = new DatasetNames(dataset);
        this.definitions = new Definitions(dataset, names);
        this.parameters = names.variables()
                .filter(variable -> variable.kind() == VariableKind.URL_PARAM && takesFilters(variable))
                .toList();
        this.similar = new SimilarParameters(parameters, context.filters());
        if (before != null && before.values().equals(session.values())) {
            settled.addAll(before.mappings());
        }
    }

    /**
     * Gives a session the mappings it has from now on: those it had and that are still possible, with what is known of them now,
     * and new proposals. What a person said about one that is not possible now stays, dormant.
     *
     * @param before the session when it was renewed last, with the same recovery, or null to look at every mapping again; what is
     *     found is the same
     * @param session the session
     * @return the session, with its mappings in the order of the filters
     */
    public static ReviewSession renew(@Nullable ReviewSession before, ReviewSession session) {
        RecoveredContext context = session.recovery().context();
        Optional<RecoveredDataset> dataset = session.recovery().dataset();
        return context == null || dataset.isEmpty() || (before != null && isRenewed(before, session))
                ? session
                : new MappingSuggestions(before, session, context, dataset.get()).renewed();
    }

    /** Most commands touch nothing that a mapping depends on. */
    private static boolean isRenewed(ReviewSession before, ReviewSession session) {
        return before.values().equals(session.values())
                && before.execution().target().equals(session.execution().target())
                && before.mappings().equals(session.mappings())
                && before.dormant().equals(session.dormant());
    }

    private ReviewSession renewed() {
        Map<MappingId, ExecutionMapping> known = new LinkedHashMap<>();
        session.dormant().forEach(mapping -> known.put(mapping.id(), mapping));
        session.mappings().forEach(mapping -> known.put(mapping.id(), mapping));
        Map<MappingId, ExecutionMapping> result = new LinkedHashMap<>();
        for (ImportedFilter filter : context.filters()) {
            if (isInScope(filter, session.execution().target())) {
                targets(filter).forEach((target, reason) -> {
                    ExecutionMapping had = known.get(ExecutionMapping.idOf(filter.id(), target));
                    ExecutionMapping mapping = had == null ? proposal(filter, target) : had;
                    (settled.contains(mapping) ? Optional.of(mapping) : looked(mapping, filter, reason))
                            .ifPresent(found -> result.putIfAbsent(found.id(), found));
                });
            }
        }
        known.keySet().removeAll(result.keySet());
        return session.withMappings(List.copyOf(result.values()))
                .withDormant(known.values().stream()
                        .filter(mapping -> mapping.overridden() || mapping.decision() != null)
                        .toList());
    }

    /** What is found about a mapping now; empty if there is nothing that could be handed over in a parameter. */
    private Optional<ExecutionMapping> looked(ExecutionMapping mapping, ImportedFilter filter, MatchReason reason) {
        MappingTarget target = mapping.target();
        Conversion conversion = Conversions.of(mapping.value(), target, names);
        return isParameter(target) && conversion.arriving().isEmpty()
                ? Optional.empty()
                : Optional.of(mapping.found(match(filter, target, reason, conversion), conversion));
    }

    private Match match(ImportedFilter filter, MappingTarget target, MatchReason reason, Conversion conversion) {
        boolean fits = !conversion.isLossy() && !conversion.arriving().isEmpty();
        MatchReason fitting = new MatchReason(Kind.VALUE_FITS, reason.filter(), reason.target(), null);
        return new Match(fits ? List.of(reason, fitting) : List.of(reason), definitions.of(filter, target));
    }

    /** A chart's own conditions are part of its query already; for plain rows of its dataset they are filters. */
    private boolean isInScope(ImportedFilter filter, ExecutionTarget target) {
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

    /** Every target that the filter fits, each with the strongest reason. */
    private Map<MappingTarget, MatchReason> targets(ImportedFilter filter) {
        Map<MappingTarget, MatchReason> targets = new LinkedHashMap<>();
        FieldId column = filter.column();
        if (column == null) {
            targets.put(new MappingTarget.Time(), reason(Kind.TIME_OF_QUERY, filter.name(), "time"));
        } else {
            String name = column.value();
            names.variables()
                    .filter(variable ->
                            variable.kind().readsFilters() && variable.name().equals(name))
                    .forEach(variable -> targets.put(
                            new MappingTarget.Variable(variable.id()), reason(Kind.READ_BY_TEMPLATE, name, name)));
            if (targets.isEmpty() && names.column(column) != null) {
                targets.put(new MappingTarget.Column(column), reason(Kind.COLUMN_OF_DATASET, name, name));
            }
        }
        for (TemplateVariable parameter : parameters) {
            boolean isSame = column != null && column.value().equals(parameter.name());
            Optional<MatchReason> why = isSame
                    ? Optional.of(reason(Kind.SAME_NAME, parameter.name(), parameter.name()))
                    : similar.of(filter, parameter);
            why.ifPresent(reason -> targets.put(new MappingTarget.Variable(parameter.id()), reason));
        }
        return targets;
    }

    private static MatchReason reason(Kind kind, String filter, String target) {
        return new MatchReason(kind, filter, target, null);
    }

    private static boolean isParameter(MappingTarget target) {
        return target instanceof MappingTarget.Variable variable
                && variable.variable().value().startsWith(VariableKind.URL_PARAM.prefix() + ":");
    }

    /** The filter's value, or the one that a person supplied where recovery did not find it. */
    private ExecutionMapping proposal(ImportedFilter filter, MappingTarget target) {
        ExecutionMapping recovered = ExecutionMapping.suggested(filter.id(), target, filter.value());
        return session.recovery()
                .suppliedFor(RecoveryItems.of(filter))
                .flatMap(values -> MappingValues.replace(filter, filter.value(), values))
                .map(value -> recovered.withValue(value, true))
                .orElse(recovered);
    }

    /** A value of its own keeps every filter out; an accepted default only says that there is none. */
    private boolean takesFilters(TemplateVariable variable) {
        return session.values().stream()
                .noneMatch(
                        value -> value.variable().equals(variable.id()) && value.origin() != Origin.ACCEPTED_DEFAULT);
    }
}
