package io.dsreview.api.superset;

import io.dsreview.api.mapping.ImportedFilter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a link means: dashboard, charts, datasets, filters with their values, and parameters, each with its origin.
 *
 * @param link the link
 * @param kind what it shows
 * @param server what is known about the Superset that answered
 * @param dashboardId Superset's id of the dashboard; null unless it shows one
 * @param title the title of the dashboard, or the name of the chart, dataset or query
 * @param charts the charts it shows; copied
 * @param datasets the datasets of its charts, then those that only filters use; copied
 * @param filters its filters; copied
 * @param urlParameters the parameters it gives to {@code url_param}; copied
 * @param query the SQL of a link into SQL Lab; else null
 * @param summary what was recovered, partial and unresolved
 */
public record RecoveredContext(
        SupersetLink link,
        Kind kind,
        SupersetServer server,
        @Nullable Long dashboardId,
        String title,
        List<RecoveredChart> charts,
        List<RecoveredDataset> datasets,
        List<ImportedFilter> filters,
        List<UrlParameter> urlParameters,
        @Nullable RecoveredQuery query,
        RecoverySummary summary) {

    /** What a link shows. */
    public enum Kind {
        /** A dashboard. */
        DASHBOARD,
        /** A chart, saved or not. */
        CHART,
        /** A dataset. */
        DATASET,
        /** SQL in SQL Lab. */
        SQL_LAB
    }

    /** Copies the lists. */
    public RecoveredContext {
        charts = List.copyOf(charts);
        datasets = List.copyOf(datasets);
        filters = List.copyOf(filters);
        urlParameters = List.copyOf(urlParameters);
    }

    /**
     * Returns a dataset of this context.
     *
     * @param id Superset's id
     * @return the dataset, or empty if the link does not touch it
     */
    public Optional<RecoveredDataset> dataset(long id) {
        return datasets.stream()
                .filter(dataset -> dataset.reference().id() == id)
                .findFirst();
    }

    /**
     * Returns the datasets that a review of this link can be about.
     *
     * @return the datasets that its charts draw; all it touches if its charts draw none
     */
    public List<RecoveredDataset> reviewable() {
        List<RecoveredDataset> drawn = datasets.stream()
                .filter(dataset -> charts.stream()
                        .anyMatch(chart ->
                                chart.datasetId() == dataset.reference().id()))
                .toList();
        return drawn.isEmpty() ? datasets : drawn;
    }
}
