package io.dsreview.core.invariant;

import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.FilterId;
import io.dsreview.api.id.RecoveryItemId;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.mapping.FilterValue;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.core.Results;
import io.dsreview.core.World;
import io.dsreview.test.superset.SampleContext;
import java.util.List;
import java.util.Set;

/** What a link can show, the simplest first. */
record Contexts(String name, RecoveredContext build) {

    static final List<Contexts> ALL = List.of(
            new Contexts("one filter", filtered().build()),
            new Contexts("two variables", variables().build()),
            new Contexts(
                    "variables with values in the link",
                    variables()
                            .urlParameter("region", "EMEA")
                            .urlParameter("floor", "100")
                            .build()),
            new Contexts("two datasets", filtered().dataset(8).build()),
            new Contexts(
                    "filters that may feed the variables",
                    variables()
                            .filter("F-region", "region", "EMEA")
                            .filter("F-floors", "floors", "100", "200")
                            .build()),
            new Contexts(
                    "a filter whose list may feed a variable",
                    variables().filter("F-region", "region", "EMEA", "APAC").build()),
            new Contexts("no filter", new SampleContext().dataset(7).build()),
            new Contexts(
                    "a filter whose value is to be supplied",
                    filtered()
                            .item(item("filter:F-status", RecoveryItem.Kind.FILTER, RecoveryItem.State.PARTIAL, true))
                            .item(item("state", RecoveryItem.Kind.STATE, RecoveryItem.State.UNRESOLVED, true))
                            .build()),
            new Contexts(
                    "a title that was not recovered",
                    filtered()
                            .item(item("title", RecoveryItem.Kind.DASHBOARD, RecoveryItem.State.PARTIAL, false))
                            .build()),
            new Contexts("a relative time range", filtered().filter(lastWeek()).build()),
            new Contexts(
                    "a template that cannot be rendered",
                    filtered()
                            .item(item(
                                    "template:7:macro",
                                    RecoveryItem.Kind.TEMPLATE,
                                    RecoveryItem.State.UNRESOLVED,
                                    false))
                            .build()),
            new Contexts(
                    "a dataset that lost a column",
                    World.withoutColumn(variables().build(), "amount")));

    private static SampleContext filtered() {
        return new SampleContext().dataset(7).filter("F-status", "status", "paid");
    }

    private static SampleContext variables() {
        return new SampleContext()
                .dataset(
                        7,
                        TemplateVariable.of(VariableKind.URL_PARAM, "region", true, null),
                        TemplateVariable.of(VariableKind.URL_PARAM, "floor", true, "0"))
                .filter("F-status", "status", "paid");
    }

    private static ImportedFilter lastWeek() {
        return ImportedFilter.of(
                new FilterId("F-time"),
                "F-time",
                "filter_time",
                new FieldId("amount"),
                FilterValue.ofTimeRange("Last week"),
                FilterOrigin.DEFAULT,
                Set.of());
    }

    private static RecoveryItem item(String id, RecoveryItem.Kind kind, RecoveryItem.State state, boolean required) {
        return new RecoveryItem(
                new RecoveryItemId(id), kind, id, state, null, required, Results.problem("RECOVERY_INCOMPLETE"));
    }
}
