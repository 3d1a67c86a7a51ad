package io.dsreview.superset.context;

import io.dsreview.api.error.Problem;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.FilterId;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.mapping.FilterValue;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.superset.RecoveryItem.Kind;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.http.Json;
import io.dsreview.superset.text.SafeText;
import io.dsreview.superset.text.ValueLimits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds what each filter of a dashboard is set to, clicks in charts included, and says of each whether anything about it
 * is not known.
 */
final class NativeFilters {

    private static final String PREFIX = "filter:";
    private static final Set<String> TYPES =
            Set.of("filter_select", "filter_range", "filter_time", "filter_timecolumn", "filter_timegrain");

    private final Gathered dashboard;
    private final Items items;
    private final FilterScope scope;
    private final FilterReach reach;
    private final List<ImportedFilter> imported = new ArrayList<>();

    NativeFilters(Gathered dashboard, FilterReach reach, Items items) {
        this.dashboard = dashboard;
        this.reach = reach;
        this.items = items;
        this.scope = new FilterScope(dashboard.charts(), dashboard.metadata(), dashboard.position());
    }

    List<ImportedFilter> read() {
        Set<String> configured = new HashSet<>();
        for (FilterWire filter : FilterWire.all(dashboard.metadata())) {
            boolean isNew = configured.add(filter.id());
            if (filter.isDivider()) {
                continue;
            }
            if (!SafeText.isIdentifier(filter.id())) {
                unread(filter, SupersetErrorCode.RECOVERY_FILTER_UNREADABLE);
            } else if (isNew) {
                read(filter);
            } else {
                unread(filter, SupersetErrorCode.RECOVERY_FILTER_TWICE);
            }
        }
        dashboard.state().mask().members().forEach((id, mask) -> {
            if (!configured.contains(id)) {
                notConfigured(id, mask);
            }
        });
        return imported;
    }

    /** Where a filter's value comes from, and Superset's words for it. */
    private record Chosen(FilterOrigin origin, Json form, boolean onlyShown) {}

    private void read(FilterWire filter) {
        Chosen chosen = choose(filter);
        ExtraFormData form = ExtraFormData.read(chosen.form());
        FilterValue value = chosen.origin() == FilterOrigin.NONE ? FilterValue.NONE : form.value();
        Set<String> notCarried = new TreeSet<>(form.notCarried());
        if (chosen.onlyShown()) {
            notCarried.add("filterState");
        }
        if (chosen.origin() == FilterOrigin.NONE && !form.value().isEmpty()) {
            notCarried.add("extraFormData");
        }
        if (form.showsNothing() && (!filter.needsValue() || !form.value().isEmpty())) {
            notCarried.add("adhoc_filters");
        }
        Set<Long> charts = scope.charts(filter);
        String column = filter.column();
        boolean legalColumn = column.isEmpty() || SafeText.isIdentifier(column);
        boolean isUnset = value.isEmpty() && notCarried.isEmpty() && !form.isTooLarge();
        boolean takesFirst = isUnset && filter.takesFirstOption();
        imported.add(new ImportedFilter(
                new FilterId(filter.id()),
                ImportedFilter.Source.NATIVE,
                filter.name(),
                SafeText.shown(filter.type(), "-"),
                filter.dataset().isPresent() ? (Long) filter.dataset().getAsLong() : null,
                legalColumn && !column.isEmpty() ? new FieldId(column) : null,
                value,
                takesFirst ? FilterOrigin.FIRST_ITEM : chosen.origin(),
                charts,
                filter.needsValue(),
                filter.parents().stream().map(FilterId::new).toList()));

        Doubts doubts = new Doubts("filter " + filter.id());
        if (form.isTooLarge()) {
            doubts.add(
                    true,
                    SupersetErrorCode.RECOVERY_FILTER_TOO_LARGE,
                    "characters",
                    String.valueOf(ValueLimits.MAX_TEXT),
                    "values",
                    String.valueOf(ValueLimits.MAX_VALUES));
        }
        if (!notCarried.isEmpty()) {
            doubts.add(true, SupersetErrorCode.RECOVERY_FILTER_NOT_CARRIED, "parts", String.join(", ", notCarried));
        }
        if (takesFirst) {
            doubts.add(true, SupersetErrorCode.RECOVERY_FILTER_FIRST_OPTION);
        } else if (isUnset && filter.needsValue()) {
            doubts.add(true, SupersetErrorCode.RECOVERY_FILTER_VALUE_MISSING);
        }
        if (dashboard.state().lost() != null) {
            doubts.add(false, SupersetErrorCode.RECOVERY_FILTER_STATE_LOST);
        }
        if (!legalColumn) {
            doubts.add(true, SupersetErrorCode.RECOVERY_NAME_ILLEGAL);
        } else if (reach.isTargetGone(filter)) {
            boolean isLost = !value.isEmpty() && !reach.isCarried(filter, charts);
            doubts.add(isLost, SupersetErrorCode.RECOVERY_FILTER_TARGET_GONE);
        }
        if (!TYPES.contains(filter.type())) {
            doubts.add(!value.isEmpty(), SupersetErrorCode.RECOVERY_FILTER_TYPE_UNKNOWN);
        }
        Long concerns = reach.concerns(filter, charts, !notCarried.isEmpty());
        if (doubts.first() == null) {
            items.recovered(Kind.FILTER, PREFIX, filter.id(), filter.name(), concerns);
        } else {
            items.partial(
                    Kind.FILTER, PREFIX, filter.id(), filter.name(), concerns, doubts.isRequired(), doubts.first());
        }
    }

    private Chosen choose(FilterWire filter) {
        Map<String, Json> masks = dashboard.state().mask().members();
        Json mask = masks.getOrDefault(filter.id(), Json.ABSENT);
        if (mask.isObject()) {
            Json form = mask.at("extraFormData");
            boolean onlyShown =
                    form.isAbsent() && !mask.at("filterState").at("value").isAbsent();
            return new Chosen(dashboard.state().origin(), form, onlyShown);
        }
        Json standard = filter.defaultMask();
        boolean hasDefault = !standard.at("filterState").at("value").isAbsent();
        Json form = standard.at("extraFormData");
        return new Chosen(hasDefault ? FilterOrigin.DEFAULT : FilterOrigin.NONE, form, hasDefault && form.isEmpty());
    }

    /** An entry of the state for something that is no filter of the dashboard: a click in a chart, or a filter of old. */
    private void notConfigured(String id, Json mask) {
        boolean filters = !mask.at("extraFormData").isEmpty();
        boolean isClick = !id.isEmpty() && id.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        if (isClick && !filters) {
            return; // an empty place that Superset keeps for each chart
        }
        Optional<ChartWire> clicked = dashboard.charts().stream()
                .filter(chart -> String.valueOf(chart.id()).equals(id))
                .findFirst();
        if (clicked.isPresent()) {
            crossFilter(clicked.get(), mask);
            return;
        }
        boolean holdsValue = filters || !mask.at("filterState").at("value").isAbsent();
        Problem why = Problem.of(SupersetErrorCode.RECOVERY_FILTER_LEFT_OVER);
        items.unresolved(Kind.FILTER, PREFIX, id, SafeText.shown(id, "filter"), null, holdsValue, why);
    }

    private void crossFilter(ChartWire chart, Json mask) {
        String id = String.valueOf(chart.id());
        ExtraFormData form = ExtraFormData.read(mask.at("extraFormData"));
        if (form.isTooLarge() || form.showsNothing() || !form.notCarried().isEmpty()) {
            Problem why = Problem.of(SupersetErrorCode.RECOVERY_CROSS_FILTER, "chart", id);
            items.unresolved(Kind.FILTER, PREFIX, id, chart.name(), null, true, why);
            return;
        }
        FilterValue value = form.value();
        imported.add(new ImportedFilter(
                new FilterId(id),
                ImportedFilter.Source.CROSS_FILTER,
                chart.name(),
                "cross_filter",
                chart.dataset().isPresent() ? (Long) chart.dataset().getAsLong() : null,
                value.conditions().isEmpty() ? null : value.conditions().get(0).column(),
                value,
                dashboard.state().origin(),
                scope.crossFiltered(chart.id()),
                false,
                List.of()));
        items.recovered(Kind.FILTER, PREFIX, id, chart.name(), null);
    }

    private void unread(FilterWire filter, SupersetErrorCode why) {
        items.unresolved(Kind.FILTER, PREFIX, filter.id(), filter.name(), null, true, Problem.of(why));
    }
}
