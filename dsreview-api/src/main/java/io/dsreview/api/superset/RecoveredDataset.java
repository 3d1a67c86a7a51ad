package io.dsreview.api.superset;

import io.dsreview.api.execution.DatasetReference;
import io.dsreview.api.execution.DatasetRevision;
import io.dsreview.api.mapping.TemplateVariable;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A dataset that the link touches.
 *
 * @param reference which dataset
 * @param description what its owner says about it; may be empty
 * @param virtual true if it is a query of its own, false if it is a table
 * @param revision the state of its definition, and under which Superset identity it was read
 * @param columns its columns, in Superset's order; copied, and of several with the same id only the first is kept
 * @param variables the variables its templates ask for; copied, and of several with the same id only the first is kept
 * @param templateNames every name in its templates, known or not; a preview must hold no trace of them. Copied
 */
public record RecoveredDataset(
        DatasetReference reference,
        String description,
        boolean virtual,
        DatasetRevision revision,
        List<RecoveredColumn> columns,
        List<TemplateVariable> variables,
        Set<String> templateNames) {

    /** Copies the collections. */
    public RecoveredDataset {
        columns = eachOnce(columns, RecoveredColumn::id);
        variables = eachOnce(variables, TemplateVariable::id);
        templateNames = Collections.unmodifiableSet(new TreeSet<>(templateNames));
    }

    private static <T> List<T> eachOnce(List<T> all, Function<T, Object> id) {
        Set<Object> ids = new HashSet<>();
        return all.stream().filter(each -> ids.add(id.apply(each))).toList();
    }
}
