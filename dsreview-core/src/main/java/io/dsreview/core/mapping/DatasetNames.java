package io.dsreview.core.mapping;

import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.superset.RecoveredColumn;
import io.dsreview.api.superset.RecoveredDataset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns and variables of a dataset, by name. */
final class DatasetNames {

    private final Map<FieldId, RecoveredColumn> columns;
    private final Map<VariableId, TemplateVariable> variables = new LinkedHashMap<>();

    DatasetNames(RecoveredDataset dataset) {
        columns = new HashMap<>(2 * dataset.columns().size());
        dataset.columns().forEach(column -> columns.put(column.id(), column));
        dataset.variables().forEach(variable -> variables.put(variable.id(), variable));
    }

    /** Returns a column, or null if the dataset has none of that name. */
    @Nullable
    RecoveredColumn column(FieldId id) {
        return columns.get(id);
    }

    /** Returns a variable that the dataset has. */
    TemplateVariable variable(VariableId id) {
        return Objects.requireNonNull(variables.get(id));
    }

    Stream<TemplateVariable> variables() {
        return variables.values().stream();
    }
}
