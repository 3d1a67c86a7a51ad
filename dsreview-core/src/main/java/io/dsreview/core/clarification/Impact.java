package io.dsreview.core.clarification;

import io.dsreview.api.execution.LaunchClause;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.MappingTarget;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.superset.RecoveredColumn;
import io.dsreview.api.superset.RecoveredContext;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How much hangs on a question: fields, mappings, and clauses of the launch gate, one each. */
final class Impact {

    /** Without a dataset there is nothing to preview. */
    private static final Set<LaunchClause> ON_THE_DATASET = EnumSet.of(LaunchClause.L6, LaunchClause.L9);
    /** Without a value there is none to approve, and nothing to preview. */
    private static final Set<LaunchClause> ON_A_VALUE = EnumSet.of(LaunchClause.L4, LaunchClause.L6, LaunchClause.L9);
    /** A query runs whatever its fields mean. */
    private static final Set<LaunchClause> ON_A_MEANING = EnumSet.of(LaunchClause.L9);

    private final Map<MappingTarget, Long> mappings;

    Impact(ReviewSession session) {
        mappings = session.mappings().stream()
                .collect(Collectors.groupingBy(ExecutionMapping::target, Collectors.counting()));
    }

    /** The columns that the datasets have, each name once, and the filters that would be mapped to one of them. */
    static int ofDataset(RecoveredContext context) {
        long fields = context.reviewable().stream()
                .flatMap(dataset -> dataset.columns().stream())
                .map(RecoveredColumn::id)
                .distinct()
                .count();
        return (int) fields + context.filters().size() + ON_THE_DATASET.size();
    }

    /** The fields whose templates ask for the value, and the filters that are mapped to the variable. */
    int ofValue(TemplateVariable variable) {
        return variable.fields().size() + mapped(new MappingTarget.Variable(variable.id())) + ON_A_VALUE.size();
    }

    /** The field itself, and the filters that are mapped to it. */
    int ofMeaning(FieldId field) {
        return 1 + mapped(new MappingTarget.Column(field)) + ON_A_MEANING.size();
    }

    private int mapped(MappingTarget target) {
        return mappings.getOrDefault(target, 0L).intValue();
    }
}
