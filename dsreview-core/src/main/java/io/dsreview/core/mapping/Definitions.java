package io.dsreview.core.mapping;

import io.dsreview.api.canonical.CanonicalJson;
import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.mapping.MappingTarget;
import io.dsreview.api.mapping.Match;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.superset.RecoveredColumn;
import io.dsreview.api.superset.RecoveredDataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Hashes what a filter and its target are, so that an approval is withdrawn when one of them is defined otherwise. The filter's
 * value is not part of it, nor where that came from, nor which charts besides the reviewed one are in its scope.
 */
final class Definitions {

    private final RecoveredDataset dataset;
    private final DatasetNames names;

    Definitions(RecoveredDataset dataset, DatasetNames names) {
        this.dataset = dataset;
        this.names = names;
    }

    Sha256 of(ImportedFilter filter, MappingTarget target) {
        return Match.definition(List.of(filter(filter), target(target)));
    }

    private static byte[] filter(ImportedFilter filter) {
        return encode(
                filter.source().name(),
                filter.name(),
                filter.type(),
                filter.datasetId(),
                filter.column() == null ? null : filter.column().value(),
                filter.needsValue(),
                filter.parents().stream().map(parent -> parent.value()).toList());
    }

    private byte[] target(MappingTarget target) {
        if (target instanceof MappingTarget.Column column) {
            RecoveredColumn known = Objects.requireNonNull(names.column(column.field()));
            return encode("column", known.type(), known.temporal(), known.calculated());
        }
        if (target instanceof MappingTarget.Variable variable) {
            return variable(names.variable(variable.variable()));
        }
        return encode("time", dataset.reference().timeColumn());
    }

    private static byte[] variable(TemplateVariable variable) {
        List<@Nullable Object> parts = new ArrayList<>();
        parts.add("variable");
        parts.add(variable.required());
        parts.add(variable.defaultValue());
        parts.add(variable.conditions());
        variable.fields().forEach(field -> parts.add(List.of(field.kind().name(), field.name())));
        return CanonicalJson.encode(parts);
    }

    private static byte[] encode(@Nullable Object... parts) {
        return CanonicalJson.encode(Arrays.asList(parts));
    }
}
