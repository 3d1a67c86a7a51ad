package io.dsreview.superset.context;

import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.SupersetLink;
import io.dsreview.api.superset.SupersetServer;
import io.dsreview.superset.capability.SupersetCapabilities;
import io.dsreview.superset.capability.SupersetVersion;
import io.dsreview.superset.dataset.DatasetDefinition;
import io.dsreview.superset.dataset.DatasetReading;
import io.dsreview.superset.http.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that was read for one link.
 *
 * @param link the link
 * @param kind what it shows
 * @param capabilities what is known about the server
 * @param identity under which identity it was read
 * @param dashboardId Superset's id of the dashboard, or null
 * @param title title or name of what it shows
 * @param metadata the dashboard's json_metadata; absent if there is none, or it is no JSON object
 * @param position the dashboard's position_json; absent if there is none, or it is no JSON object
 * @param form what is saved with the chart of an Explore link: its form data; absent if there is none
 * @param charts the charts
 * @param state the state that the link names or holds
 * @param query the SQL of a link into SQL Lab, or null
 * @param datasets the datasets that were asked for, by id
 * @param nested the datasets that their templates put in, by id
 * @param siteNames names that the site itself adds to templates
 */
record Gathered(
        SupersetLink link,
        RecoveredContext.Kind kind,
        SupersetCapabilities capabilities,
        String identity,
        @Nullable Long dashboardId,
        String title,
        Json metadata,
        Json position,
        Json form,
        List<ChartWire> charts,
        SavedState state,
        @Nullable QueryWire query,
        Map<Long, DatasetReading> datasets,
        Map<Long, DatasetReading> nested,
        Set<String> siteNames) {

    SupersetServer server() {
        return new SupersetServer(
                capabilities.version().map(SupersetVersion::toString).orElse(null),
                switch (capabilities.templateProcessing()) {
                    case YES -> Boolean.TRUE;
                    case NO -> Boolean.FALSE;
                    case UNKNOWN -> null;
                });
    }

    Optional<DatasetDefinition> definition(long dataset) {
        return datasets.get(dataset) instanceof DatasetReading.Defined defined
                ? Optional.of(defined.definition())
                : Optional.empty();
    }

    /** Returns a dataset, whether asked for or put in by a template. */
    Optional<DatasetDefinition> anyDefinition(long dataset) {
        return definition(dataset)
                .or(() -> nested.get(dataset) instanceof DatasetReading.Defined defined
                        ? Optional.of(defined.definition())
                        : Optional.empty());
    }

    /** Returns the ids of the datasets that its charts draw, in the order of the charts. */
    List<Long> drawn() {
        return charts.stream()
                .flatMap(chart -> chart.dataset().stream().boxed())
                .distinct()
                .toList();
    }

    /** Returns the ids of all datasets that were asked for: those drawn, then the others. */
    List<Long> touched() {
        Set<Long> touched = new LinkedHashSet<>(drawn());
        touched.addAll(datasets.keySet());
        return new ArrayList<>(touched);
    }

    /** Tells whether a dataset belongs to a filter only, and to no chart; only dashboards have such. */
    boolean isOnlyFiltered(long dataset) {
        return kind == RecoveredContext.Kind.DASHBOARD && !drawn().contains(dataset);
    }

    /** Returns the form data that the page would show: what is saved, overridden member by member by the state. */
    Json shown(String member) {
        Json fromState = state.form().at(member);
        return fromState.isDocument() ? fromState : form.at(member);
    }

    /** Returns where a member of the form data comes from. */
    FilterOrigin originOf(String member) {
        return state.form().at(member).isDocument() ? state.origin() : FilterOrigin.DEFAULT;
    }
}
