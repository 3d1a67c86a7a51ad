package io.dsreview.api.execution;

import io.dsreview.api.canonical.CanonicalJson;
import io.dsreview.api.execution.ExecutionTarget.ChartQuery;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.mapping.ExecutionMapping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * All that decides what SQL Superset compiles: exactly this is sent for a preview, and exactly this is fingerprinted.
 *
 * @param environment the Superset
 * @param dataset the dataset
 * @param revision the state of its definition, and the Superset identity
 * @param target what will run
 * @param mappings the mappings that reach the query, in order; copied
 * @param urlParameters values of {@code url_param} variables, by name; copied, in order of the names
 * @param templateValues values of plain variables, by name; copied, in order of the names
 */
public record EffectiveInputs(
        EnvironmentId environment,
        DatasetReference dataset,
        DatasetRevision revision,
        ExecutionTarget target,
        List<ExecutionMapping> mappings,
        Map<String, String> urlParameters,
        Map<String, String> templateValues) {

    /** Copies mappings, parameters and values. */
    public EffectiveInputs {
        mappings = List.copyOf(mappings);
        urlParameters = Collections.unmodifiableMap(new TreeMap<>(urlParameters));
        templateValues = Collections.unmodifiableMap(new TreeMap<>(templateValues));
    }

    /**
     * Returns the fingerprint: a hash over all of these inputs. An approval alone does not change it, a changed value
     * does.
     *
     * @return the fingerprint
     */
    public InputFingerprint fingerprint() {
        List<byte[]> documents = new ArrayList<>();
        documents.add(CanonicalJson.encode(Map.of(
                "environment", environment.value(),
                "dataset", Long.toString(dataset.id()),
                "database", Long.toString(dataset.databaseId()),
                "revision", revision.revision(),
                "identity", revision.supersetIdentity())));
        addTarget(documents);
        mappings.forEach(mapping -> documents.add(CanonicalJson.encode(List.of(
                "mapping",
                mapping.id().value(),
                mapping.version(),
                mapping.content().hex()))));
        urlParameters.forEach((name, value) -> documents.add(CanonicalJson.encode(List.of("parameter", name, value))));
        templateValues.forEach((name, value) -> documents.add(CanonicalJson.encode(List.of("value", name, value))));
        return InputFingerprint.of(documents);
    }

    private void addTarget(List<byte[]> documents) {
        if (target instanceof DatasetRows rows) {
            documents.add(CanonicalJson.encode(Map.of("rowLimit", rows.rowLimit())));
            rows.columns().forEach(column -> documents.add(CanonicalJson.encode(List.of("column", column.value()))));
        } else {
            ChartQuery query = (ChartQuery) target;
            documents.add(CanonicalJson.encode(
                    List.of("chart", Long.toString(query.chart()), Objects.requireNonNullElse(revision.chart(), ""))));
        }
    }

    /**
     * Tells whether the SQL for these inputs depends on the moment it is compiled.
     *
     * @return true if a mapping carries a relative time range
     */
    public boolean isRelative() {
        return mappings.stream().anyMatch(mapping -> mapping.value().isRelative());
    }
}
