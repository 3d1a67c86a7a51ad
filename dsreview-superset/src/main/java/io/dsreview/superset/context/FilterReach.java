package io.dsreview.superset.context;

import io.dsreview.superset.dataset.DatasetDefinition;
import io.dsreview.superset.template.TemplateNeeds;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which datasets' queries a filter can change. A value for a column gets there in two ways: as a condition, where the
 * dataset has the column, and through {@code filter_values}, where a template of the dataset asks for it.
 */
final class FilterReach {

    private final Gathered dashboard;
    private final Map<Long, DatasetNeeds> templates;

    FilterReach(Gathered dashboard, Map<Long, DatasetNeeds> templates) {
        this.dashboard = dashboard;
        this.templates = templates;
    }

    /** Tells whether the filter's own dataset, or its column there, cannot be found. */
    boolean isTargetGone(FilterWire filter) {
        if (filter.dataset().isEmpty()) {
            return false;
        }
        Optional<DatasetDefinition> target =
                dashboard.definition(filter.dataset().getAsLong());
        return target.isEmpty() || (!filter.column().isEmpty() && !target.get().hasColumn(filter.column()));
    }

    /** Tells whether at least one of the datasets of these charts is known to take a value for the filter's column. */
    boolean isCarried(FilterWire filter, Set<Long> charts) {
        return !taking(filter.column(), reached(charts), TemplateNeeds::askFor).isEmpty();
    }

    /**
     * Returns the dataset that the filter is on, if it can change the queries of no other one; for a filter on none, the
     * one dataset whose queries it can change. What a hidden dataset has is not known.
     *
     * @param anyColumn true if it is not known on which columns the filter works
     */
    @Nullable
    Long concerns(FilterWire filter, Set<Long> charts, boolean anyColumn) {
        OptionalLong own = filter.dataset();
        Set<Long> reached = reached(charts);
        if (!anyColumn && !filter.column().isEmpty()) {
            Set<Long> taking = taking(filter.column(), reached, TemplateNeeds::mayAskFor);
            if (taking.isEmpty()) {
                return own.isPresent() ? own.getAsLong() : null;
            }
            reached.removeIf(id -> dashboard.definition(id).isPresent() && !taking.contains(id));
        }
        if (reached.size() != 1) {
            return null;
        }
        Long only = reached.iterator().next();
        return own.isEmpty() || only == own.getAsLong() ? only : null;
    }

    private Set<Long> taking(String column, Set<Long> datasets, BiPredicate<TemplateNeeds, String> asks) {
        Set<Long> taking = new TreeSet<>();
        for (long id : datasets) {
            DatasetNeeds asking = templates.get(id);
            boolean takes = dashboard
                            .definition(id)
                            .map(dataset -> dataset.hasColumn(column))
                            .orElse(false)
                    || (asking != null && asks.test(asking.needs(), column));
            if (takes) {
                taking.add(id);
            }
        }
        return taking;
    }

    private Set<Long> reached(Set<Long> charts) {
        Set<Long> reached = new TreeSet<>();
        for (ChartWire chart : dashboard.charts()) {
            if (charts.contains(chart.id())) {
                chart.dataset().ifPresent(reached::add);
            }
        }
        return reached;
    }
}
