package io.dsreview.api.superset;

import io.dsreview.api.mapping.ImportedFilter;
import java.util.List;
import java.util.Optional;

/**
 * What a link means: dashboard, charts, datasets, filters with their values, and parameters, each with its origin.
 *
 * @param link the link
 * @param dashboardId Superset's id of the dashboard
 * @param dashboardTitle its title
 * @param charts its charts; copied
 * @param datasets the datasets of its charts; copied
 * @param filters its native filters; copied
 * @param urlParameters the parameters the link gives to {@code url_param}; copied
 * @param summary what was recovered, partial and unresolved
 */
public record RecoveredContext(
        SupersetLink link,
        long dashboardId,
        String dashboardTitle,
        List<RecoveredChart> charts,
        List<RecoveredDataset> datasets,
        List<ImportedFilter> filters,
        List<UrlParameter> urlParameters,
        RecoverySummary summary) {

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
}
