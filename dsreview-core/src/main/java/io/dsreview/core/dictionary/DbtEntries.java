package io.dsreview.core.dictionary;

import io.dsreview.api.semantic.DbtModel;
import io.dsreview.api.semantic.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Entries from dbt: name and description of each column of one model, and what stands under the column's {@code meta}, plain, under
 * {@code config} or under {@code superset}, by the names of a dictionary's columns.
 */
final class DbtEntries {

    private static final List<String> IN_A_SCHEMA = List.of("models", "seeds", "snapshots");
    private static final List<String> IN_A_MANIFEST = List.of("nodes", "sources");
    private static final Pattern TEMPLATE = Pattern.compile("\\{[{%#]");

    private DbtEntries() {}

    static List<Entry> of(DbtModel source, Node root) throws Malformed {
        Node.Mapping file = root.mapping("$");
        List<Node.Mapping> models = source.artifact() == DbtModel.Artifact.MANIFEST
                ? inManifest(file, source.model())
                : inSchema(file, source.model());
        if (models.size() != 1) {
            throw models.isEmpty()
                    ? Malformed.at(file.spot(), DictionaryProblem.SOURCE_MODEL_UNKNOWN)
                    : Malformed.at(
                            models.get(1).spot(),
                            DictionaryProblem.SOURCE_MODEL_AMBIGUOUS,
                            "count",
                            Integer.toString(models.size()));
        }
        EntryReader entries = new EntryReader();
        for (Node.Mapping column : columns(models.get(0))) {
            String path = "columns." + column.text("name");
            entries.add(column.spot(), new Place.Path(path), key -> {
                String text = cell(column, key);
                if (source.artifact() == DbtModel.Artifact.SCHEMA) {
                    refuseTemplate(column.spot(), key, text);
                }
                return text;
            });
        }
        return entries.entries();
    }

    /** A manifest holds what dbt made of a template; a schema holds the template. */
    private static void refuseTemplate(Spot spot, String key, @Nullable String text) throws Malformed {
        if (text != null && TEMPLATE.matcher(text).find()) {
            throw Malformed.at(spot, DictionaryProblem.SOURCE_NOT_RENDERED, "part", key);
        }
    }

    private static List<Node.Mapping> inManifest(Node.Mapping manifest, String model) throws Malformed {
        List<Node.Mapping> found = new ArrayList<>();
        for (String section : IN_A_MANIFEST) {
            Node nodes = manifest.get(section);
            if (nodes == null) {
                continue;
            }
            for (var each : nodes.mapping(section).members().entrySet()) {
                Node.Mapping node = each.getValue().mapping(section);
                if (each.getKey().equals(model)) {
                    return List.of(node);
                }
                if (model.equals(node.text("name")) && node.get("columns") != null && isData(each.getKey())) {
                    found.add(node);
                }
            }
        }
        return found;
    }

    private static boolean isData(String uniqueId) {
        return Stream.of("model.", "seed.", "snapshot.", "source.").anyMatch(uniqueId::startsWith);
    }

    /** As in dbt, a name alone is that of a model first; a source's table can be told from others by the source's name before it. */
    private static List<Node.Mapping> inSchema(Node.Mapping schema, String model) throws Malformed {
        List<Node.Mapping> found = new ArrayList<>();
        for (String section : IN_A_SCHEMA) {
            for (Node.Mapping each : mappings(schema.get(section), section)) {
                if (model.equals(each.text("name"))) {
                    found.add(each);
                }
            }
        }
        return found.isEmpty() ? tables(schema, model) : found;
    }

    private static List<Node.Mapping> tables(Node.Mapping schema, String model) throws Malformed {
        List<Node.Mapping> found = new ArrayList<>();
        for (Node.Mapping source : mappings(schema.get("sources"), "sources")) {
            for (Node.Mapping table : mappings(source.get("tables"), "tables")) {
                String name = table.text("name");
                if (model.equals(name) || model.equals(source.text("name") + "." + name)) {
                    found.add(table);
                }
            }
        }
        return found;
    }

    /** A manifest has columns by name, a schema has a list of them. */
    private static List<Node.Mapping> columns(Node.Mapping model) throws Malformed {
        Node columns = model.get("columns");
        if (columns instanceof Node.Mapping byName) {
            return mappings(
                    new Node.Listing(byName.spot(), List.copyOf(byName.members().values())), "columns");
        }
        return mappings(columns, "columns");
    }

    private static List<Node.Mapping> mappings(@Nullable Node list, String key) throws Malformed {
        List<Node.Mapping> result = new ArrayList<>();
        if (list == null || (list instanceof Node.Scalar nothing && nothing.value() == null)) {
            return result;
        }
        for (Node element : list.listing(key).elements()) {
            result.add(element.mapping(key));
        }
        return result;
    }

    private static @Nullable String cell(Node.Mapping column, String key) throws Malformed {
        if (key.equals(EntryReader.FIELD)) {
            return column.text("name");
        }
        if (key.equals(EntryReader.DESCRIPTION)) {
            return column.text("description");
        }
        Node config = column.get("config");
        for (Node holder : Stream.of(column, config).flatMap(Stream::ofNullable).toList()) {
            Node meta = holder instanceof Node.Mapping mapping ? mapping.get("meta") : null;
            if (meta instanceof Node.Mapping values) {
                Node superset = values.get("superset");
                String own = superset instanceof Node.Mapping nested ? nested.text(key) : null;
                String found = own == null ? values.text(key) : own;
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
