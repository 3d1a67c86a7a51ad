package io.dsreview.superset.template;

import io.dsreview.api.mapping.TemplateField;
import io.dsreview.api.mapping.TemplateField.Kind;
import io.dsreview.superset.capability.SupersetVersion;
import io.dsreview.superset.dataset.DatasetDefinition;
import io.dsreview.superset.http.Json;
import io.dsreview.superset.text.SafeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what the templates of a dataset need, in every field of it that reaches a query. Stateless. */
public final class DatasetTemplates {

    private static final Set<String> NESTING = Set.of("dataset", "metric");

    private DatasetTemplates() {}

    /**
     * Returns what is around the templates of a dataset.
     *
     * @param dataset the dataset
     * @param release the release that the server behaves like
     * @param siteNames names that the site itself adds
     * @return the setting
     */
    public static TemplateSetting setting(
            DatasetDefinition dataset, Optional<SupersetVersion> release, Set<String> siteNames) {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        Json.parse(dataset.templateParameters())
                .members()
                .forEach((name, value) -> parameters.put(name, value.asText()));
        return new TemplateSetting(parameters, release, siteNames, dataset.databaseKind());
    }

    /**
     * Reads all templates of a dataset.
     *
     * @param dataset the dataset
     * @param setting what is around them
     * @return what each field needs that has a template
     */
    public static List<TemplateNeeds> read(DatasetDefinition dataset, TemplateSetting setting) {
        List<TemplateNeeds> needs = new ArrayList<>();
        add(needs, dataset.sql(), TemplateField.of(Kind.SQL), setting);
        dataset.columns()
                .forEach(column -> add(
                        needs,
                        column.expression(),
                        new TemplateField(Kind.COLUMN, SafeText.shown(column.name(), "column")),
                        setting));
        dataset.metrics()
                .forEach(metric -> add(
                        needs,
                        metric.expression(),
                        new TemplateField(Kind.METRIC, SafeText.shown(metric.name(), "metric")),
                        setting));
        add(needs, dataset.fetchValuesPredicate(), TemplateField.of(Kind.FETCH_VALUES_PREDICATE), setting);
        return needs;
    }

    /**
     * Reads the templates in a part of a dataset that another template puts in.
     *
     * @param dataset the dataset
     * @param nested which part
     * @param setting what is around them
     * @return what each field needs that has a template
     */
    public static List<TemplateNeeds> read(DatasetDefinition dataset, NestedDataset nested, TemplateSetting setting) {
        return read(
                new DatasetDefinition(
                        dataset.reference(),
                        dataset.databaseKind(),
                        "",
                        nested.holdsRows() ? dataset.sql() : "",
                        "",
                        dataset.templateParameters(),
                        "",
                        "",
                        dataset.columns().stream()
                                .filter(column -> nested.holdsColumn(column.name()))
                                .toList(),
                        dataset.metrics().stream()
                                .filter(metric -> nested.holdsMetric(metric.name()))
                                .toList()),
                setting);
    }

    /**
     * Reads one template.
     *
     * @param template the template
     * @param field where it stands
     * @param setting what is around it
     * @return what it needs
     */
    public static TemplateNeeds read(String template, TemplateField field, TemplateSetting setting) {
        return NeedsFinder.find(template, field, setting);
    }

    /**
     * Returns the parts of other datasets that the templates of a dataset put in. Only what names a macro for that is read.
     *
     * @param dataset the dataset
     * @return the parts
     */
    public static Set<NestedDataset> nested(DatasetDefinition dataset) {
        TemplateSetting setting = new TemplateSetting(Map.of(), Optional.empty(), Set.of());
        Stream<String> fields = Stream.of(
                        Stream.of(dataset.sql(), dataset.fetchValuesPredicate()),
                        dataset.columns().stream().map(DatasetDefinition.Column::expression),
                        dataset.metrics().stream().map(DatasetDefinition.Metric::expression))
                .flatMap(each -> each);
        return fields.filter(
                        template -> template.contains("{") && NESTING.stream().anyMatch(template::contains))
                .flatMap(template -> NeedsFinder.find(template, TemplateField.of(Kind.SQL), setting).nested().stream())
                .collect(Collectors.toSet());
    }

    private static void add(List<TemplateNeeds> needs, String template, TemplateField field, TemplateSetting setting) {
        if (template.indexOf('{') >= 0) {
            needs.add(NeedsFinder.find(template, field, setting));
        }
    }
}
