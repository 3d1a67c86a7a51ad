package io.dsreview.superset.compile;

import io.dsreview.api.access.Actor;
import io.dsreview.api.execution.EffectiveInputs;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.execution.LaunchTerms;
import io.dsreview.superset.capability.CapabilityCache;
import io.dsreview.superset.capability.SupersetVersion;
import io.dsreview.superset.http.Answer;
import io.dsreview.superset.http.ApiRequest;
import io.dsreview.superset.http.Conversation;
import io.dsreview.superset.http.SupersetClient;
import io.dsreview.superset.http.SupersetClient.Opening;
import io.dsreview.superset.sql.SqlShape;

/**
 * Finds out how SQL Lab would be asked to run an SQL.
 *
 * @param client talks to Superset
 * @param capabilities tells the version
 * @param async true if launches run on a worker where the database allows it
 * @param rowCap most rows that are ever asked for
 */
record SqlLabTerms(SupersetClient client, CapabilityCache capabilities, boolean async, int rowCap) {

    LaunchTerms of(EffectiveInputs inputs, String sql, Actor actor) {
        if (!(client.open(inputs.environment(), actor) instanceof Opening.Open open)) {
            return new LaunchTerms(limit(inputs, sql), false, null);
        }
        Conversation conversation = open.conversation();
        return new LaunchTerms(
                limit(inputs, sql),
                async && mayRunAsync(conversation, inputs),
                capabilities
                        .of(conversation)
                        .version()
                        .map(SupersetVersion::toString)
                        .orElse(null));
    }

    /** Superset itself does not ask its own setting before it puts a query into the queue. */
    private static boolean mayRunAsync(Conversation conversation, EffectiveInputs inputs) {
        Answer answer = conversation.send(ApiRequest.get(
                "database", "database", Long.toString(inputs.dataset().databaseId())));
        return answer instanceof Answer.Received received
                && received.isSuccess()
                && received.body().at("result").at("allow_run_async").isTrue();
    }

    /** Superset 6 raises the query's own limit to the one it is sent, so this must never be the larger of the two. */
    private int limit(EffectiveInputs inputs, String sql) {
        int wanted = inputs.target() instanceof DatasetRows rows ? Math.min(rows.rowLimit(), rowCap) : rowCap;
        return (int) Math.min(SqlShape.of(sql).rowLimit().orElse(wanted), wanted);
    }
}
