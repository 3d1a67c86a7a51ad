package io.dsreview.superset.context;

import io.dsreview.api.error.Problem;
import io.dsreview.api.id.RecoveryItemId;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.RecoveryItem.Kind;
import io.dsreview.api.superset.RecoveryItem.State;
import io.dsreview.api.superset.RecoverySummary;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.text.SafeText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The items of one recovery, each under an id of its own: a second one of the same name is numbered. */
final class Items {

    private final Map<RecoveryItemId, RecoveryItem> items = new LinkedHashMap<>();

    void recovered(Kind kind, String prefix, String name, String shown, @Nullable Long dataset) {
        add(new RecoveryItem(id(prefix, name), kind, shown, State.RECOVERED, dataset, false, null));
    }

    void partial(
            Kind kind,
            String prefix,
            String name,
            String shown,
            @Nullable Long dataset,
            boolean required,
            Problem why) {
        add(new RecoveryItem(id(prefix, name), kind, shown, State.PARTIAL, dataset, required, why));
    }

    void unresolved(
            Kind kind,
            String prefix,
            String name,
            String shown,
            @Nullable Long dataset,
            boolean required,
            Problem why) {
        add(new RecoveryItem(id(prefix, name), kind, shown, State.UNRESOLVED, dataset, required, why));
    }

    /** As {@link #unresolved}, not required, unless there already is an item of that name. */
    void unresolvedOnce(Kind kind, String prefix, String name, String shown, @Nullable Long dataset, Problem why) {
        if (!items.containsKey(SafeText.itemId(prefix, name, items.size() + 1))) {
            unresolved(kind, prefix, name, shown, dataset, false, why);
        }
    }

    /** A plain name that nothing gives a value is only known in part. */
    void variable(String prefix, TemplateVariable variable, @Nullable Long dataset, boolean hasValue) {
        String shown = SafeText.shown(variable.name(), "variable");
        if (variable.kind() == VariableKind.VARIABLE && variable.required() && !hasValue) {
            Problem why = Problem.of(SupersetErrorCode.RECOVERY_TEMPLATE_VALUE_MISSING, "name", shown);
            partial(Kind.VARIABLE, prefix, variable.id().value(), shown, dataset, false, why);
        } else {
            recovered(Kind.VARIABLE, prefix, variable.id().value(), shown, dataset);
        }
    }

    RecoverySummary summary() {
        return new RecoverySummary(List.copyOf(items.values()));
    }

    private void add(RecoveryItem item) {
        items.put(item.id(), item);
    }

    private RecoveryItemId id(String prefix, String name) {
        int position = items.size() + 1;
        RecoveryItemId id = SafeText.itemId(prefix, name, position);
        for (int number = 2; items.containsKey(id); number++) {
            id = SafeText.itemId(SafeText.numbered(prefix, number), name, position);
        }
        return id;
    }
}
