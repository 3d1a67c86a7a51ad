package io.dsreview.superset.context;

import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.DatasetReference;
import io.dsreview.api.execution.DatasetRevision;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.superset.RecoveredChart;
import io.dsreview.api.superset.RecoveredColumn;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveredDataset;
import io.dsreview.api.superset.RecoveryItem.Kind;
import io.dsreview.api.superset.UrlParameter;
import io.dsreview.superset.dataset.DatasetDefinition;
import io.dsreview.superset.dataset.RevisionHash;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.jinja.TemplateReading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Makes the context out of what was read. Pure; never fails, whatever the names in it look like. */
final class ContextAssembly {

    private final GatheredDashboard dashboard;
    private final Items items = new Items();

    ContextAssembly(GatheredDashboard dashboard) {
        this.dashboard = dashboard;
    }

    RecoveredContext context() {
        dashboardItem();
        stateItem();
        List<RecoveredChart> charts = charts();
        List<DatasetDefinition> definitions = definitions();
        Map<Long, DatasetTemplates> templates = new HashMap<>();
        definitions.forEach(each -> templates.put(each.reference().id(), DatasetTemplates.of(each)));
        List<ImportedFilter> filters = new FilterReader(dashboard, new FilterReach(dashboard, templates), items).read();
        List<UrlParameter> parameters = UrlParameters.read(dashboard, items);
        List<RecoveredDataset> datasets = new ArrayList<>();
        for (DatasetDefinition definition : definitions) {
            DatasetTemplates read =
                    Objects.requireNonNull(templates.get(definition.reference().id()));
            read.list(items);
            datasets.add(dataset(definition, read.reading()));
        }
        return new RecoveredContext(
                dashboard.link(),
                dashboard.id(),
                dashboard.title(),
                charts,
                datasets,
                filters,
                parameters,
                items.summary());
    }

    private void dashboardItem() {
        if (dashboard.metadata().isObject()) {
            items.recovered(Kind.DASHBOARD, "dashboard", "", dashboard.title(), null);
        } else {
            Problem why = Problem.of(SupersetErrorCode.RECOVERY_METADATA_UNREADABLE);
            items.partial(Kind.DASHBOARD, "dashboard", "", dashboard.title(), null, true, why);
        }
    }

    private void stateItem() {
        if (!dashboard.state().isNamed()) {
            return;
        }
        String shown = dashboard.state().origin() == FilterOrigin.PERMALINK ? "permalink" : "saved filter state";
        Problem lost = dashboard.state().lost();
        if (lost == null) {
            items.recovered(Kind.STATE, "state", "", shown, null);
        } else {
            items.unresolved(Kind.STATE, "state", "", shown, null, true, lost);
        }
    }

    private List<RecoveredChart> charts() {
        List<RecoveredChart> charts = new ArrayList<>();
        for (ChartWire chart : dashboard.charts()) {
            String id = String.valueOf(chart.id());
            if (chart.dataset().isPresent()) {
                long dataset = chart.dataset().getAsLong();
                charts.add(new RecoveredChart(chart.id(), chart.name(), dataset));
                items.recovered(Kind.CHART, "chart:", id, chart.name(), dataset);
            } else {
                Problem why = Problem.of(SupersetErrorCode.RECOVERY_CHART_WITHOUT_DATASET);
                items.unresolved(Kind.CHART, "chart:", id, chart.name(), null, false, why);
            }
        }
        return charts;
    }

    private List<DatasetDefinition> definitions() {
        List<Long> drawn = dashboard.drawn();
        boolean noneReadable =
                drawn.stream().allMatch(id -> dashboard.definition(id).isEmpty());
        List<DatasetDefinition> definitions = new ArrayList<>();
        for (long id : drawn) {
            Optional<DatasetDefinition> definition = dashboard.definition(id);
            if (definition.isPresent()) {
                String name = SafeText.shown(definition.get().reference().name(), "dataset " + id);
                items.recovered(Kind.DATASET, "dataset:", String.valueOf(id), name, id);
                definitions.add(definition.get());
            } else {
                Problem why = Problem.of(SupersetErrorCode.RECOVERY_DATASET_HIDDEN, "dataset", String.valueOf(id));
                items.unresolved(Kind.DATASET, "dataset:", String.valueOf(id), "dataset " + id, id, noneReadable, why);
            }
        }
        return definitions;
    }

    private RecoveredDataset dataset(DatasetDefinition definition, TemplateReading templates) {
        return new RecoveredDataset(
                reference(definition.reference()),
                SafeText.described(definition.description()),
                !definition.sql().isBlank(),
                new DatasetRevision(RevisionHash.of(definition), dashboard.identity()),
                columns(definition),
                templates.variables(),
                templates.names());
    }

    /** The reference is stored and hashed later, which not every text survives. */
    private static DatasetReference reference(DatasetReference told) {
        String schema = told.schema();
        String timeColumn = told.timeColumn();
        return new DatasetReference(
                told.id(),
                SafeText.shown(told.name(), "dataset " + told.id()),
                told.databaseId(),
                schema != null && SafeText.isValue(schema) ? schema : null,
                timeColumn != null && SafeText.isIdentifier(timeColumn) ? timeColumn : null);
    }

    private List<RecoveredColumn> columns(DatasetDefinition definition) {
        long id = definition.reference().id();
        List<RecoveredColumn> columns = new ArrayList<>();
        for (DatasetDefinition.Column column : definition.columns()) {
            if (SafeText.isIdentifier(column.name())) {
                columns.add(new RecoveredColumn(
                        new FieldId(column.name()),
                        column.type() == null ? null : SafeText.shown(column.type(), "-"),
                        column.temporal(),
                        !column.expression().isBlank()));
            } else {
                Problem why = Problem.of(SupersetErrorCode.RECOVERY_NAME_ILLEGAL);
                String shown = SafeText.shown(column.name(), "column");
                items.unresolved(Kind.DATASET, "column:" + id + ":", column.name(), shown, id, false, why);
            }
        }
        return columns;
    }
}
