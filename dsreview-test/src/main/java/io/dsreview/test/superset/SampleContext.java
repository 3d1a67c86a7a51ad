package io.dsreview.test.superset;

import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.DatasetReference;
import io.dsreview.api.execution.DatasetRevision;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.FilterId;
import io.dsreview.api.id.RecoveryItemId;
import io.dsreview.api.mapping.FilterCondition;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.mapping.FilterScalar;
import io.dsreview.api.mapping.FilterValue;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.superset.RecoveredChart;
import io.dsreview.api.superset.RecoveredColumn;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveredDataset;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.RecoverySummary;
import io.dsreview.api.superset.SupersetLink;
import io.dsreview.api.superset.SupersetServer;
import io.dsreview.api.superset.UrlParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Builds contexts for tests: a dashboard with one chart per dataset, whose datasets have the columns {@code region},
 * {@code status} and {@code amount}. Add what the test is about. Not thread-safe.
 */
public final class SampleContext {

    /** The environment of all sample contexts. */
    public static final EnvironmentId ENVIRONMENT = new EnvironmentId("test");

    /** The revision of every dataset, until a {@link FakeSuperset} is told to answer another. */
    public static final String REVISION = "1";

    /** The Superset identity of everybody. */
    public static final String IDENTITY = "service";

    private final List<RecoveredDataset> datasets = new ArrayList<>();
    private final List<ImportedFilter> filters = new ArrayList<>();
    private final List<UrlParameter> parameters = new ArrayList<>();
    private final List<RecoveryItem> items = new ArrayList<>();

    /** Makes an empty context. */
    public SampleContext() {}

    /**
     * Adds a dataset whose template asks for variables.
     *
     * @param id its id; also the id of its chart
     * @param variables the variables
     * @return this
     */
    public SampleContext dataset(long id, TemplateVariable... variables) {
        Set<String> names = new TreeSet<>();
        for (TemplateVariable variable : variables) {
            names.add(variable.kind().prefix());
        }
        List<RecoveredColumn> columns = List.of(
                new RecoveredColumn(new FieldId("region"), "TEXT", false, false),
                new RecoveredColumn(new FieldId("status"), "TEXT", false, false),
                new RecoveredColumn(new FieldId("amount"), "DECIMAL", false, false));
        datasets.add(new RecoveredDataset(
                new DatasetReference(id, "dataset_" + id, 1, "main", null),
                "",
                true,
                DatasetRevision.of(REVISION, IDENTITY),
                columns,
                List.of(variables),
                names));
        return this;
    }

    /**
     * Adds a select filter with text values, in scope of every chart.
     *
     * @param id its id
     * @param column its column
     * @param values the values; none for a filter without a value
     * @return this
     */
    public SampleContext filter(String id, String column, String... values) {
        List<FilterScalar> scalars =
                List.of(values).stream().map(FilterScalar::text).toList();
        FilterValue value = values.length == 0
                ? FilterValue.NONE
                : FilterValue.of(new FilterCondition(new FieldId(column), "IN", scalars));
        return filter(ImportedFilter.of(
                new FilterId(id),
                id,
                "filter_select",
                new FieldId(column),
                value,
                values.length == 0 ? FilterOrigin.NONE : FilterOrigin.DEFAULT,
                Set.of()));
    }

    /**
     * Adds a filter. Where it names no chart, it is in scope of every one.
     *
     * @param filter the filter
     * @return this
     */
    public SampleContext filter(ImportedFilter filter) {
        filters.add(filter);
        return this;
    }

    /**
     * Adds a parameter of the link.
     *
     * @param name its name
     * @param value its value
     * @return this
     */
    public SampleContext urlParameter(String name, String value) {
        parameters.add(new UrlParameter(name, value, FilterOrigin.URL));
        return this;
    }

    /**
     * Adds something that was not fully recovered.
     *
     * @param id the item
     * @param kind what sort of thing it is
     * @param required true if a person must settle it
     * @param why why it is not fully recovered
     * @return this
     */
    public SampleContext unresolved(String id, RecoveryItem.Kind kind, boolean required, Problem why) {
        return item(
                new RecoveryItem(new RecoveryItemId(id), kind, id, RecoveryItem.State.UNRESOLVED, null, required, why));
    }

    /**
     * Adds a recovery item.
     *
     * @param item the item
     * @return this
     */
    public SampleContext item(RecoveryItem item) {
        items.add(item);
        return this;
    }

    /**
     * Returns the context.
     *
     * @return the context
     */
    public RecoveredContext build() {
        List<RecoveredChart> charts = datasets.stream()
                .map(dataset -> dataset.reference().id())
                .map(id -> new RecoveredChart(id, "chart_" + id, id, "table"))
                .toList();
        Set<Long> everywhere = new TreeSet<>();
        charts.forEach(chart -> everywhere.add(chart.id()));
        List<ImportedFilter> scoped = filters.stream()
                .map(filter -> filter.charts().isEmpty() ? filter.in(everywhere) : filter)
                .toList();
        return new RecoveredContext(
                new SupersetLink.Dashboard(ENVIRONMENT, "1", null, null, null, null, null, Map.of()),
                RecoveredContext.Kind.DASHBOARD,
                SupersetServer.UNKNOWN,
                1L,
                "Sample",
                charts,
                datasets,
                scoped,
                parameters,
                null,
                new RecoverySummary(items));
    }
}
