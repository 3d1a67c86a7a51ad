package io.dsreview.live;

import io.dsreview.api.mapping.FilterCondition;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.mapping.FilterScalar;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveredDataset;
import io.dsreview.api.superset.UrlParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The value that a link gives to a variable, as anybody can tell from a recovered context, and where it comes from. */
record GivenValue(Object value, FilterOrigin origin) {

    static GivenValue of(RecoveredContext context, RecoveredDataset dataset, TemplateVariable variable) {
        Optional<GivenValue> given =
                switch (variable.kind()) {
                    case URL_PARAM -> parameter(context, variable.name());
                    case GET_TIME_FILTER -> timeRange(context, dataset);
                    case FILTER_VALUES, GET_FILTERS -> filtered(context, dataset, variable);
                    default -> Optional.empty();
                };
        return given.orElseGet(() -> new GivenValue(
                variable.defaultValue(), variable.defaultValue() == null ? FilterOrigin.NONE : FilterOrigin.DEFAULT));
    }

    private static Optional<GivenValue> parameter(RecoveredContext context, String name) {
        return context.urlParameters().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .map((UrlParameter each) -> new GivenValue(each.value(), each.origin()));
    }

    private static Optional<GivenValue> timeRange(RecoveredContext context, RecoveredDataset dataset) {
        return reaching(context, dataset).stream()
                .filter(filter -> filter.value().timeRange() != null)
                .findFirst()
                .map(filter -> new GivenValue(filter.value().timeRange(), filter.origin()));
    }

    private static Optional<GivenValue> filtered(
            RecoveredContext context, RecoveredDataset dataset, TemplateVariable variable) {
        List<Object> values = new ArrayList<>();
        FilterOrigin origin = null;
        for (ImportedFilter filter : reaching(context, dataset)) {
            for (FilterCondition condition : filter.value().conditions()) {
                if (condition.column().value().equals(variable.name())) {
                    origin = origin == null ? filter.origin() : origin;
                    if (variable.kind() == VariableKind.GET_FILTERS) {
                        values.add(Told.condition(condition));
                    } else {
                        condition.values().stream().map(FilterScalar::text).forEach(values::add);
                    }
                }
            }
        }
        return origin == null ? Optional.empty() : Optional.of(new GivenValue(values, origin));
    }

    private static List<ImportedFilter> reaching(RecoveredContext context, RecoveredDataset dataset) {
        long id = dataset.reference().id();
        return context.filters().stream()
                .filter(filter -> filter.source() == ImportedFilter.Source.AD_HOC
                        || context.charts().stream()
                                .anyMatch(chart -> chart.datasetId() == id
                                        && filter.charts().contains(chart.id())))
                .toList();
    }
}
