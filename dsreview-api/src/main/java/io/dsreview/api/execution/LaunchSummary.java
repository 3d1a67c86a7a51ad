package io.dsreview.api.execution;

import io.dsreview.api.canonical.CanonicalJson;
import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.ExecutionTarget.ChartQuery;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.id.PreviewId;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.id.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a person is shown before a launch. A launch names the {@link #hash} of the summary that was confirmed, and is refused
 * where the summary has become another one. Computed, never stored; a launch that was decided keeps the hash.
 *
 * @param session the session
 * @param by who would launch
 * @param environment the Superset
 * @param dataset the dataset
 * @param revision the state of its definition, and the name under which Superset knows who runs the query
 * @param target what will run
 * @param values what reaches the query, with origin and approval, in order; copied
 * @param preview the preview that would be launched
 * @param fingerprint fingerprint of its inputs
 * @param sql hash of its SQL, as {@link LaunchIntent#hashOf} makes it
 * @param channel how it was compiled
 * @param withoutEffect inputs that have no effect on the SQL, and why; copied
 * @param terms row limit, mode and version of Superset
 */
public record LaunchSummary(
        SessionId session,
        UserId by,
        EnvironmentId environment,
        DatasetReference dataset,
        DatasetRevision revision,
        ExecutionTarget target,
        List<Value> values,
        PreviewId preview,
        InputFingerprint fingerprint,
        Sha256 sql,
        String channel,
        List<Problem> withoutEffect,
        LaunchTerms terms) {

    private static final String TAG = "dsreview-launch-summary-v1";

    /**
     * A value that reaches the query, and who stands for it.
     *
     * @param name where it goes, such as {@code column:status} or {@code url_param:region}
     * @param filter the filter that gives it, or null where it has none
     * @param value the value in words
     * @param origin where it came from: a constant of {@link io.dsreview.api.mapping.FilterOrigin} or
     *     {@link io.dsreview.api.mapping.VariableValue.Origin}
     * @param content what the approval is bound to, changed by any change of the value
     * @param approval who approved exactly this value, or null
     */
    public record Value(
            String name,
            @Nullable String filter,
            String value,
            String origin,
            Sha256 content,
            @Nullable Approval approval) {}

    /**
     * Who stands for a value.
     *
     * @param by the person
     * @param at when
     */
    public record Approval(UserId by, Instant at) {}

    /** Copies the lists. */
    public LaunchSummary {
        values = List.copyOf(values);
        withoutEffect = List.copyOf(withoutEffect);
    }

    /**
     * Returns the hash over all that is shown.
     *
     * @return the same hash for the same summary only
     */
    public Sha256 hash() {
        List<byte[]> documents = new ArrayList<>();
        TreeMap<String, @Nullable Object> head = new TreeMap<>();
        head.put("session", session.value());
        head.put("by", by.value());
        head.put("environment", environment.value());
        head.put("dataset", Long.toString(dataset.id()));
        head.put("name", dataset.name());
        head.put("database", Long.toString(dataset.databaseId()));
        head.put("schema", dataset.schema());
        head.put("timeColumn", dataset.timeColumn());
        head.put("revision", revision.revision());
        head.put("chartRevision", revision.chart());
        head.put("identity", revision.supersetIdentity());
        head.put("preview", preview.value());
        head.put("fingerprint", fingerprint.hash().hex());
        head.put("sql", sql.hex());
        head.put("channel", channel);
        head.put("rowLimit", terms.rowLimit());
        head.put("onWorker", terms.onWorker());
        head.put("supersetVersion", terms.supersetVersion());
        documents.add(CanonicalJson.encode(head));
        addTarget(documents);
        values.forEach(value -> documents.add(CanonicalJson.encode(document(value))));
        withoutEffect.forEach(problem -> documents.add(CanonicalJson.encode(document(problem))));
        return Sha256.ofDocuments(TAG, documents);
    }

    private void addTarget(List<byte[]> documents) {
        if (target instanceof DatasetRows rows) {
            documents.add(CanonicalJson.encode(List.of("rows", rows.rowLimit())));
            rows.columns().forEach(column -> documents.add(CanonicalJson.encode(List.of("column", column.value()))));
        } else {
            documents.add(CanonicalJson.encode(List.of("chart", Long.toString(((ChartQuery) target).chart()))));
        }
    }

    private static TreeMap<String, @Nullable Object> document(Value value) {
        TreeMap<String, @Nullable Object> document = new TreeMap<>();
        document.put("name", value.name());
        document.put("filter", value.filter());
        document.put("value", value.value());
        document.put("origin", value.origin());
        document.put("content", value.content().hex());
        Approval approval = value.approval();
        document.put("by", approval == null ? null : approval.by().value());
        document.put("at", approval == null ? null : approval.at().toString());
        return document;
    }

    private static TreeMap<String, @Nullable Object> document(Problem problem) {
        TreeMap<String, @Nullable Object> document = new TreeMap<>();
        document.put("withoutEffect", problem.code());
        document.put("about", problem.target());
        document.put("arguments", problem.arguments());
        return document;
    }
}
