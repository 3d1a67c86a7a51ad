package io.dsreview.superset.context;

import io.dsreview.api.superset.SupersetLink;
import io.dsreview.superset.dataset.DatasetDefinition;
import io.dsreview.superset.dataset.DatasetReading;
import io.dsreview.superset.http.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that was read for one link.
 *
 * @param link the link
 * @param identity under which identity it was read
 * @param id Superset's id of the dashboard
 * @param title its title
 * @param metadata its json_metadata; absent if that is no JSON object
 * @param position its position_json; absent if that is no JSON object
 * @param charts its charts
 * @param state the state the link names
 * @param datasets the datasets of its charts and filters, by id
 */
record GatheredDashboard(
        SupersetLink link,
        String identity,
        long id,
        String title,
        Json metadata,
        Json position,
        List<ChartWire> charts,
        SavedState state,
        Map<Long, DatasetReading> datasets) {

    Optional<DatasetDefinition> definition(long dataset) {
        return datasets.get(dataset) instanceof DatasetReading.Defined defined
                ? Optional.of(defined.definition())
                : Optional.empty();
    }

    /** Returns the ids of the datasets that its charts draw, in the order of the charts. */
    List<Long> drawn() {
        return charts.stream()
                .flatMap(chart -> chart.dataset().stream().boxed())
                .distinct()
                .toList();
    }
}
