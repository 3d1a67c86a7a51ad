package io.dsreview.superset.context;

import io.dsreview.api.error.Problem;
import io.dsreview.api.mapping.TemplateField;
import io.dsreview.api.superset.RecoveryItem.Kind;
import io.dsreview.superset.dataset.DatasetDefinition;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.http.Json;
import io.dsreview.superset.jinja.syntax.Position;
import io.dsreview.superset.template.DatasetTemplates;
import io.dsreview.superset.template.NestedDataset;
import io.dsreview.superset.template.TemplateDoubt;
import io.dsreview.superset.template.TemplateNeeds;
import io.dsreview.superset.template.TemplateSetting;
import io.dsreview.superset.text.SafeText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the templates of a dataset need: those of its own fields, of the charts that draw it, and of the datasets that they
 * put in.
 *
 * @param dataset the dataset
 * @param needs what they need
 */
record DatasetNeeds(DatasetDefinition dataset, TemplateNeeds needs) {

    private static final Position START = new Position(1, 1);

    static DatasetNeeds of(DatasetDefinition dataset, Gathered gathered) {
        TemplateSetting setting = setting(dataset, gathered);
        List<TemplateNeeds> all = new ArrayList<>(DatasetTemplates.read(dataset, setting));
        for (ChartWire chart : gathered.charts()) {
            if (chart.dataset().isPresent()
                    && chart.dataset().getAsLong() == dataset.reference().id()) {
                TemplateField field = new TemplateField(TemplateField.Kind.CHART, String.valueOf(chart.id()));
                expressions(chart.form()).forEach(each -> all.add(DatasetTemplates.read(each, field, setting)));
            }
        }
        Set<NestedDataset> seen = new HashSet<>();
        all.addAll(nested(TemplateNeeds.all(all).nested(), gathered, seen));
        return new DatasetNeeds(dataset, TemplateNeeds.all(all));
    }

    private static List<TemplateNeeds> nested(Set<NestedDataset> parts, Gathered gathered, Set<NestedDataset> seen) {
        TemplateField field = TemplateField.of(TemplateField.Kind.SQL);
        List<TemplateNeeds> all = new ArrayList<>();
        for (NestedDataset part : parts) {
            if (!seen.add(part)) {
                continue;
            }
            gathered.anyDefinition(part.id())
                    .ifPresentOrElse(
                            inner -> {
                                TemplateNeeds needs =
                                        TemplateNeeds.all(DatasetTemplates.read(inner, part, setting(inner, gathered)));
                                all.add(needs.within(field));
                                all.addAll(nested(needs.nested(), gathered, seen));
                            },
                            () -> all.add(hidden(part.id(), field)));
        }
        return all;
    }

    private static TemplateNeeds hidden(long id, TemplateField field) {
        TemplateDoubt doubt =
                new TemplateDoubt(SupersetErrorCode.RECOVERY_TEMPLATE_NESTED_HIDDEN, "dataset " + id, field, START);
        return new TemplateNeeds(List.of(), List.of(doubt), Set.of(), Set.of(), Set.of());
    }

    private static TemplateSetting setting(DatasetDefinition dataset, Gathered gathered) {
        return DatasetTemplates.setting(dataset, gathered.capabilities().behavesLike(), gathered.siteNames());
    }

    /** Returns the SQL expressions anywhere in the form data of a chart that may be templates. */
    private static List<String> expressions(Json form) {
        List<String> expressions = new ArrayList<>();
        form.members().forEach((name, value) -> {
            if (name.equals("sqlExpression") && value.text("").indexOf('{') >= 0) {
                expressions.add(value.text(""));
            } else {
                expressions.addAll(expressions(value));
            }
        });
        form.elements().forEach(element -> expressions.addAll(expressions(element)));
        return expressions;
    }

    /** Adds an item for each thing that they ask for. */
    void list(Items items, boolean rendered) {
        long id = dataset.reference().id();
        for (TemplateDoubt doubt : needs.doubts()) {
            String shown = SafeText.shown(doubt.name(), "template");
            items.unresolvedOnce(Kind.TEMPLATE, "template:" + id + ":", doubt.key(), shown, id, doubt.problem());
        }
        if (!rendered && !needs.names().isEmpty()) {
            Problem why = Problem.of(SupersetErrorCode.RECOVERY_TEMPLATES_OFF);
            items.unresolvedOnce(
                    Kind.TEMPLATE, "template:" + id, "", dataset.reference().name(), id, why);
        }
        needs.variables().forEach(variable -> items.variable("variable:" + id + ":", variable, id, false));
    }
}
