package io.dsreview.superset.context;

import io.dsreview.superset.http.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which charts a filter reaches, by Superset's own rule: {@code chartsInScope} where it is stored, else every chart that
 * is not excluded and lies below one of the roots: below none if the list of roots is empty. A click in a chart reaches all others unless the dashboard says
 * otherwise. Ids of charts that are not on the dashboard count for nothing.
 */
final class FilterScope {

    private static final String WHOLE_DASHBOARD = "ROOT_ID";
    private static final String CHARTS_IN_SCOPE = "chartsInScope";
    private static final String SCOPE = "scope";

    private final List<ChartWire> charts;
    private final Json metadata;
    private final Map<Long, Set<String>> parents = new HashMap<>();

    FilterScope(List<ChartWire> charts, Json metadata, Json position) {
        this.charts = charts;
        this.metadata = metadata;
        for (Json element : position.members().values()) {
            OptionalLong chart = element.at("meta").at("chartId").integer();
            if (chart.isPresent()) {
                Set<String> above = parents.computeIfAbsent(chart.getAsLong(), each -> new HashSet<>());
                element.at("parents").elements().forEach(parent -> above.add(parent.text("")));
            }
        }
    }

    /** Returns the charts that a native filter reaches. */
    Set<Long> charts(FilterWire filter) {
        return reached(filter.chartsInScope(), filter.scope());
    }

    /** Returns the charts that a click in a chart reaches. */
    Set<Long> crossFiltered(long chart) {
        Json own = metadata.at("chart_configuration").at(String.valueOf(chart)).at("crossFilters");
        boolean isGlobal = !own.at(SCOPE).isObject();
        Json rule = isGlobal ? metadata.at("global_chart_configuration") : own;
        Set<Long> reached = reached(
                own.at(CHARTS_IN_SCOPE).isList() ? own.at(CHARTS_IN_SCOPE) : rule.at(CHARTS_IN_SCOPE), rule.at(SCOPE));
        reached.remove(chart);
        return reached;
    }

    private Set<Long> reached(Json chartsInScope, Json scope) {
        Set<Long> reached = new TreeSet<>();
        boolean listed = chartsInScope.isList();
        Set<Long> named = ids(listed ? chartsInScope : scope.at("excluded"));
        Set<String> roots = new HashSet<>();
        if (!scope.at("rootPath").isList()) {
            roots.add(WHOLE_DASHBOARD);
        }
        scope.at("rootPath").elements().forEach(root -> roots.add(root.text("")));
        for (ChartWire chart : charts) {
            boolean inScope = listed ? named.contains(chart.id()) : !named.contains(chart.id()) && below(chart, roots);
            if (inScope) {
                reached.add(chart.id());
            }
        }
        return reached;
    }

    private boolean below(ChartWire chart, Set<String> roots) {
        if (roots.contains(WHOLE_DASHBOARD)) {
            return true;
        }
        return parents.getOrDefault(chart.id(), Set.of()).stream().anyMatch(roots::contains);
    }

    private static Set<Long> ids(Json list) {
        Set<Long> ids = new HashSet<>();
        list.elements().forEach(element -> element.integer().ifPresent(ids::add));
        return ids;
    }
}
