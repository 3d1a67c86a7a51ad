package io.dsreview.core.export;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.execution.ApprovedState;
import io.dsreview.api.execution.DatasetReference;
import io.dsreview.api.execution.EffectiveInputs;
import io.dsreview.api.execution.LaunchTerms;
import io.dsreview.api.execution.RunContext;
import io.dsreview.api.execution.SentLaunch;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.id.LaunchId;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run context as it is exported: {@code run-context-1.schema.json} describes it as JSON. Nothing else is needed to make the
 * request again.
 *
 * @param request what was sent to SQL Lab, which is how it is made again; null for a manual launch
 * @param sql the SQL that was handed to a person; null where it is in the request, or where there is none
 */
record RunRecord(
        String format,
        int version,
        SessionId session,
        LaunchId launch,
        UserId by,
        Instant at,
        String reference,
        String library,
        @Nullable String superset,
        @Nullable Sha256 summary,
        Sha256 fingerprint,
        @Nullable String channel,
        @Nullable Request request,
        @Nullable String sql,
        EffectiveInputs inputs,
        ApprovedState approved) {

    private static final String FORMAT = "dsreview-run-context";
    private static final int VERSION = 1;

    /**
     * The request to SQL Lab, by the names of this project.
     *
     * @param databaseId {@code database_id}
     * @param schema {@code schema}; not sent where it is null
     * @param sql {@code sql}
     * @param clientId {@code client_id}
     * @param rowLimit {@code queryLimit}
     * @param onWorker {@code runAsync}
     * @param tab {@code tab}
     */
    record Request(
            EnvironmentId environment,
            long databaseId,
            @Nullable String schema,
            String sql,
            String clientId,
            int rowLimit,
            boolean onWorker,
            String tab) {

        private static Request of(SentLaunch sent) {
            DatasetReference dataset = sent.inputs().dataset();
            return new Request(
                    sent.inputs().environment(),
                    dataset.databaseId(),
                    dataset.schema(),
                    sent.sql(),
                    sent.clientId(),
                    sent.terms().rowLimit(),
                    sent.terms().onWorker(),
                    LaunchTerms.TAB);
        }
    }

    static RunRecord of(SessionId session, RunContext context) {
        LaunchTerms terms = context.terms();
        Request request = context.request().map(Request::of).orElse(null);
        return new RunRecord(
                FORMAT,
                VERSION,
                session,
                context.launch(),
                context.by(),
                context.at(),
                context.reference(),
                context.library(),
                terms == null ? null : terms.supersetVersion(),
                context.summary(),
                context.fingerprint().hash(),
                context.channel(),
                request,
                request == null ? context.sql() : null,
                context.inputs(),
                context.approved());
    }
}
