package io.dsreview.superset.context;

import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.DatasetReference;
import io.dsreview.api.execution.DatasetRevision;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.superset.RecoveredChart;
import io.dsreview.api.superset.RecoveredColumn;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveredDataset;
import io.dsreview.api.superset.RecoveryItem.Kind;
import io.dsreview.api.superset.SupersetLink;
import io.dsreview.api.superset.SupersetServer;
import io.dsreview.api.superset.UrlParameter;
import io.dsreview.superset.dataset.DatasetDefinition;
import io.dsreview.superset.dataset.RevisionHash;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.text.SafeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the context out of what was read. Pure; never fails, whatever the names in it look like. */
final class ContextAssembly {

    private final Gathered gathered;
    private final Items items = new Items();

    ContextAssembly(Gathered gathered) {
        this.gathered = gathered;
    }

    RecoveredContext context() {
        serverItem();
        subjectItem();
        stateItem();
        preselectItem();
        List<RecoveredChart> charts = charts();
        Map<Long, DatasetNeeds> templates = new LinkedHashMap<>();
        for (DatasetDefinition definition : definitions()) {
            templates.put(definition.reference().id(), DatasetNeeds.of(definition, gathered));
        }
        List<ImportedFilter> filters = filters(templates);
        List<UrlParameter> parameters = UrlParameters.read(gathered, items);
        List<RecoveredDataset> datasets = new ArrayList<>();
        templates.values().forEach(each -> {
            each.list(items, !Boolean.FALSE.equals(gathered.server().templates()));
            datasets.add(dataset(each));
        });
        return new RecoveredContext(
                gathered.link(),
                gathered.kind(),
                gathered.server(),
                gathered.dashboardId(),
                title(),
                charts,
                datasets,
                filters,
                parameters,
                gathered.query() == null ? null : QueryNeeds.read(gathered.query(), gathered, items),
                items.summary());
    }

    private String title() {
        Long only = gathered.kind() == RecoveredContext.Kind.DATASET
                ? gathered.touched().get(0)
                : null;
        return only == null
                ? gathered.title()
                : gathered.definition(only)
                        .map(definition -> SafeText.shown(definition.reference().name(), gathered.title()))
                        .orElse(gathered.title());
    }

    private List<ImportedFilter> filters(Map<Long, DatasetNeeds> templates) {
        return switch (gathered.kind()) {
            case DASHBOARD -> new NativeFilters(gathered, new FilterReach(gathered, templates), items).read();
            case CHART -> new FormDataFilters(gathered, items).read();
            case DATASET, SQL_LAB -> List.of();
        };
    }

    /** What the server can do decides how far the rest can be trusted; one that tells nothing is only partly known. */
    private void serverItem() {
        SupersetServer server = gathered.server();
        String templates = server.templates() == null ? "" : server.templates() ? ", templates on" : ", templates off";
        if (server.version() == null || server.templates() == null) {
            String shown = server.version() == null ? "Superset" : "Superset " + server.version();
            Problem why = Problem.of(SupersetErrorCode.RECOVERY_SERVER_UNKNOWN);
            items.partial(Kind.SERVER, "server", "", shown + templates, null, false, why);
        } else {
            items.recovered(Kind.SERVER, "server", "", "Superset " + server.version() + templates, null);
        }
    }

    private void subjectItem() {
        if (gathered.dashboardId() == null) {
            return;
        }
        if (gathered.metadata().isObject()) {
            items.recovered(Kind.DASHBOARD, "dashboard", "", gathered.title(), null);
        } else {
            Problem why = Problem.of(SupersetErrorCode.RECOVERY_METADATA_UNREADABLE);
            items.partial(Kind.DASHBOARD, "dashboard", "", gathered.title(), null, true, why);
        }
    }

    private void stateItem() {
        if (!gathered.state().isNamed()) {
            return;
        }
        String shown =
                switch (gathered.state().origin()) {
                    case PERMALINK -> "permalink";
                    case URL -> "state in the link";
                    default -> gathered.kind() == RecoveredContext.Kind.DASHBOARD ? "saved filter state" : "saved form";
                };
        Problem lost = gathered.state().lost();
        if (lost == null) {
            items.recovered(Kind.STATE, "state", "", shown, null);
        } else {
            items.unresolved(Kind.STATE, "state", "", shown, null, true, lost);
        }
    }

    /** Values for the filter boxes of old, which Superset 4.0 removed: without such a box they do nothing. */
    private void preselectItem() {
        if (gathered.link() instanceof SupersetLink.Dashboard dashboard && dashboard.preselectFilters() != null) {
            boolean hasBox =
                    gathered.charts().stream().anyMatch(chart -> chart.type().equals("filter_box"));
            Problem why = Problem.of(SupersetErrorCode.RECOVERY_PRESELECT_FILTERS);
            items.unresolved(Kind.STATE, "preselect_filters", "", "preselect_filters", null, hasBox, why);
        }
    }

    private List<RecoveredChart> charts() {
        List<RecoveredChart> charts = new ArrayList<>();
        for (ChartWire chart : gathered.charts()) {
            String id = String.valueOf(chart.id());
            if (chart.dataset().isPresent()) {
                long dataset = chart.dataset().getAsLong();
                charts.add(new RecoveredChart(chart.id(), chart.name(), dataset, SafeText.shown(chart.type(), "")));
                items.recovered(Kind.CHART, "chart:", id, chart.name(), dataset);
            } else {
                Problem why = Problem.of(SupersetErrorCode.RECOVERY_CHART_WITHOUT_DATASET);
                items.unresolved(Kind.CHART, "chart:", id, chart.name(), null, false, why);
            }
        }
        if (gathered.link() instanceof SupersetLink.Explore explore
                && explore.chart() != null
                && gathered.charts().isEmpty()) {
            String id = String.valueOf(explore.chart());
            Problem why = Problem.of(SupersetErrorCode.RECOVERY_CHART_GONE);
            items.unresolved(Kind.CHART, "chart:", id, "chart " + id, null, true, why);
        }
        return charts;
    }

    private List<DatasetDefinition> definitions() {
        List<Long> touched = gathered.touched();
        boolean noneReadable =
                touched.stream().allMatch(id -> gathered.definition(id).isEmpty());
        List<DatasetDefinition> definitions = new ArrayList<>();
        for (long id : touched) {
            Optional<DatasetDefinition> definition = gathered.definition(id);
            if (definition.isPresent()) {
                String name = SafeText.shown(definition.get().reference().name(), "dataset " + id);
                items.recovered(Kind.DATASET, "dataset:", String.valueOf(id), name, id);
                definitions.add(definition.get());
            } else {
                boolean required = noneReadable && !gathered.isOnlyFiltered(id);
                Problem why = Problem.of(SupersetErrorCode.RECOVERY_DATASET_HIDDEN, "dataset", String.valueOf(id));
                items.unresolved(Kind.DATASET, "dataset:", String.valueOf(id), "dataset " + id, id, required, why);
            }
        }
        return definitions;
    }

    private RecoveredDataset dataset(DatasetNeeds templates) {
        DatasetDefinition definition = templates.dataset();
        return new RecoveredDataset(
                reference(definition.reference()),
                SafeText.described(definition.description()),
                !definition.sql().isBlank(),
                DatasetRevision.of(RevisionHash.of(definition), gathered.identity()),
                columns(definition),
                templates.needs().variables(),
                templates.needs().names());
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
