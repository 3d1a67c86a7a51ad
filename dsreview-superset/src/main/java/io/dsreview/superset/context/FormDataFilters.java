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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The conditions of a chart's own form: for plain rows of its dataset they are filters like any other. */
final class FormDataFilters {

    private static final String PREFIX = "filter:";
    private static final String TYPE = "adhoc_filter";
    private static final String NO_FILTER = "No filter";

    private final Gathered gathered;
    private final Items items;
    private final @Nullable Long dataset;
    private final Set<Long> charts;
    private final List<ImportedFilter> imported = new ArrayList<>();

    FormDataFilters(Gathered gathered, Items items) {
        this.gathered = gathered;
        this.items = items;
        List<Long> touched = gathered.touched();
        this.dataset = touched.isEmpty() ? null : touched.get(0);
        this.charts = gathered.charts().isEmpty()
                ? Set.of()
                : Set.of(gathered.charts().get(0).id());
    }

    List<ImportedFilter> read() {
        FilterOrigin origin = gathered.originOf("adhoc_filters");
        int number = 0;
        for (Json filter : gathered.shown("adhoc_filters").elements()) {
            adHoc(++number, filter, origin);
        }
        time("time_range", "Time range", "filter_time");
        time("time_grain_sqla", "Time grain", "filter_timegrain");
        time("granularity_sqla", "Time column", "filter_timecolumn");
        return imported;
    }

    private void adHoc(int number, Json filter, FilterOrigin origin) {
        String id = "adhoc-" + number;
        String subject = filter.at("subject").text("");
        String operator = filter.at("operator").text("");
        boolean noTime = operator.equals("TEMPORAL_RANGE")
                && filter.at("comparator").text("").equals(NO_FILTER);
        if (noTime) {
            return; // the place that Superset keeps for a time range
        }
        boolean simple = filter.at("expressionType").text("").equals("SIMPLE")
                && filter.at("clause").text("").equals("WHERE");
        ExtraFormData read = ExtraFormData.ofCondition(subject, operator, filter.at("comparator"));
        String shown = SafeText.shown(subject, id);
        if (!simple || read.isTooLarge() || !read.notCarried().isEmpty()) {
            Problem why = Problem.of(SupersetErrorCode.RECOVERY_AD_HOC_NOT_CARRIED);
            items.unresolved(Kind.FILTER, PREFIX, id, simple ? shown : id, dataset, true, why);
            return;
        }
        add(id, shown, TYPE, new FieldId(subject), read.value(), origin);
    }

    private void time(String member, String name, String type) {
        String text = gathered.shown(member).text("");
        if (text.isEmpty() || text.equals(NO_FILTER)) {
            return;
        }
        ExtraFormData read = ExtraFormData.read(Json.of(Map.of(member, text)));
        FilterOrigin origin = gathered.originOf(member);
        if (read.isTooLarge() || !read.notCarried().isEmpty()) {
            Problem why = Problem.of(SupersetErrorCode.RECOVERY_AD_HOC_NOT_CARRIED);
            items.unresolved(Kind.FILTER, PREFIX, member, name, dataset, true, why);
        } else {
            add(member, name, type, null, read.value(), origin);
        }
    }

    private void add(
            String id, String name, String type, @Nullable FieldId column, FilterValue value, FilterOrigin origin) {
        imported.add(new ImportedFilter(
                new FilterId(id),
                ImportedFilter.Source.AD_HOC,
                name,
                type,
                dataset,
                column,
                value,
                origin,
                charts,
                false,
                List.of()));
        boolean unknown = column != null
                && dataset != null
                && gathered.definition(dataset).isPresent()
                && !gathered.definition(dataset).get().hasColumn(column.value());
        if (unknown) {
            Problem why = Problem.of(SupersetErrorCode.RECOVERY_FILTER_TARGET_GONE);
            items.partial(Kind.FILTER, PREFIX, id, name, dataset, true, why);
        } else {
            items.recovered(Kind.FILTER, PREFIX, id, name, dataset);
        }
    }
}
