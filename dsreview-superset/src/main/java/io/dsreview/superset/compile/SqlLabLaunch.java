package io.dsreview.superset.compile;

import io.dsreview.api.access.Actor;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.EffectiveInputs;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.superset.http.Answer;
import io.dsreview.superset.http.ApiRequest;
import io.dsreview.superset.http.HttpLimits;
import io.dsreview.superset.http.SupersetClient;
import io.dsreview.superset.http.SupersetClient.Opening;
import io.dsreview.superset.seam.Timekeeper;
import io.dsreview.superset.sql.SqlShape;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Runs an SQL in SQL Lab, at most once. Once the request may have reached Superset, nothing is sent a second time: where
 * the answer is missing, the query is looked up under its client id.
 */
final class SqlLabLaunch {

    private static final String TAB = "dsreview";
    private static final int LOOKUP_SHARE = 4;

    private final SupersetClient client;
    private final SqlLabLink links;
    private final int rowCap;
    private final Timekeeper time;

    SqlLabLaunch(SupersetClient client, SqlLabLink links, int rowCap, Timekeeper time) {
        this.client = client;
        this.links = links;
        this.rowCap = rowCap;
        this.time = time;
    }

    LaunchOutcome run(EffectiveInputs inputs, String sql, String clientId, Actor actor) {
        HttpLimits limits = client.limits();
        Duration lookup = limits.call().dividedBy(LOOKUP_SHARE);
        Opening opening = client.open(inputs.environment(), actor, limits.call().minus(lookup));
        if (!(opening instanceof Opening.Open open)) {
            return new LaunchOutcome.Failed(((Opening.Closed) opening).problem());
        }
        ApiRequest request = ApiRequest.post("SQL Lab execute", body(inputs, sql, clientId), "sqllab", "execute", "")
                .withCsrf();
        Answer answer = open.conversation().send(request);
        if (answer instanceof Answer.Received received) {
            SqlLabVerdict verdict = new SqlLabVerdict(inputs.environment(), links, request, received);
            return verdict.isConclusive()
                    ? verdict.outcome()
                    : lookUp(inputs, sql, clientId, actor, lookup, verdict.doubt());
        }
        Answer.Missing missing = (Answer.Missing) answer;
        if (!missing.sent()) {
            return SqlLabVerdict.unsent(missing.problem());
        }
        return lookUp(inputs, sql, clientId, actor, lookup, missing.problem());
    }

    private LaunchOutcome lookUp(
            EffectiveInputs inputs, String sql, String clientId, Actor actor, Duration budget, Problem cause) {
        Opening opening = client.open(inputs.environment(), actor, budget);
        return opening instanceof Opening.Open open
                ? new SqlLabLookup(open.conversation(), links, time).find(clientId, sql, cause)
                : SqlLabVerdict.unknown(cause);
    }

    private long limit(EffectiveInputs inputs, String sql) {
        int wanted = inputs.target() instanceof DatasetRows rows ? Math.min(rows.rowLimit(), rowCap) : rowCap;
        return Math.min(SqlShape.of(sql).rowLimit().orElse(wanted), wanted);
    }

    private Map<String, Object> body(EffectiveInputs inputs, String sql, String clientId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("database_id", inputs.dataset().databaseId());
        body.put("sql", sql);
        body.put("client_id", clientId);
        String schema = inputs.dataset().schema();
        if (schema != null) {
            body.put("schema", schema);
        }
        // Superset 6 raises the query's own limit to this one, so it must never be the larger of the two.
        body.put("queryLimit", limit(inputs, sql));
        body.put("runAsync", false);
        body.put("tab", TAB);
        return body;
    }
}
