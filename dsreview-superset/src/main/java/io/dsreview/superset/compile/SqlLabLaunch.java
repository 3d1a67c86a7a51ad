package io.dsreview.superset.compile;

import io.dsreview.api.access.Actor;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.LaunchTerms;
import io.dsreview.api.execution.SentLaunch;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.http.Answer;
import io.dsreview.superset.http.ApiRequest;
import io.dsreview.superset.http.Conversation;
import io.dsreview.superset.http.HttpLimits;
import io.dsreview.superset.http.SupersetClient;
import io.dsreview.superset.http.SupersetClient.Opening;
import io.dsreview.superset.seam.Deadline;
import io.dsreview.superset.seam.Timekeeper;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Runs an SQL in SQL Lab, at most once. Once the request may have reached Superset, nothing is sent a second time: where
 * the answer is missing, says that the query is not at its end, or may be about an earlier try, the query is looked up under
 * its client id.
 */
final class SqlLabLaunch {

    private static final int LOOKUP_SHARE = 4;
    private static final LaunchOutcome NOT_FOUND =
            new LaunchOutcome.Unknown(Problem.of(SupersetErrorCode.SQLLAB_NOT_IN_HISTORY));

    private final SupersetClient client;
    private final SqlLabLink links;
    private final Timekeeper time;

    SqlLabLaunch(SupersetClient client, SqlLabLink links, Timekeeper time) {
        this.client = client;
        this.links = links;
        this.time = time;
    }

    LaunchOutcome run(SentLaunch launch, Actor actor) {
        HttpLimits limits = client.limits();
        Deadline whole = Deadline.in(time, limits.call());
        Duration share = limits.call().dividedBy(LOOKUP_SHARE);
        Opening opening =
                client.open(launch.inputs().environment(), actor, limits.call().minus(share));
        if (!(opening instanceof Opening.Open open)) {
            return new LaunchOutcome.Failed(((Opening.Closed) opening).problem());
        }
        Conversation conversation = open.conversation();
        ApiRequest request = ApiRequest.post("SQL Lab execute", body(launch), "sqllab", "execute", "")
                .withCsrf();
        Answer answer = conversation.send(request);
        if (answer instanceof Answer.Missing missing) {
            return missing.sent()
                    ? await(launch, actor, whole, SqlLabVerdict.unknown(missing.problem()))
                    : SqlLabVerdict.unsent(missing.problem());
        }
        SqlLabVerdict verdict =
                new SqlLabVerdict(launch.inputs().environment(), links, request, (Answer.Received) answer);
        if (verdict.isConclusive()) {
            return verdict.outcome();
        }
        return verdict.isFailure()
                ? failedUnlessKnown(launch, actor, share, verdict.outcome())
                : await(launch, actor, whole, SqlLabVerdict.unknown(verdict.doubt()));
    }

    LaunchOutcome lookUp(SentLaunch launch, Actor actor) {
        return await(launch, actor, Deadline.in(time, client.limits().call()), NOT_FOUND);
    }

    LaunchOutcome stop(SentLaunch launch, Actor actor) {
        return during(client.limits().call(), launch, actor, conversation -> {
            Answer answer = conversation.send(
                    ApiRequest.post("SQL Lab stop", Map.of("client_id", launch.clientId()), "query", "stop")
                            .withCsrf()
                            .asSafe());
            return new SqlLabLookup(conversation, links, time)
                    .find(launch)
                    .map(query ->
                            query.isUnderWay() ? query.running(SqlLabVerdict.notStopped(answer)) : query.outcome())
                    .orElse(NOT_FOUND);
        });
    }

    /** The words of a failure do not tell on every version whether they are about an earlier try that had arrived. */
    private LaunchOutcome failedUnlessKnown(SentLaunch launch, Actor actor, Duration budget, LaunchOutcome failure) {
        LaunchOutcome known = during(budget, launch, actor, conversation -> new SqlLabLookup(conversation, links, time)
                .find(launch)
                .map(SqlLabQuery::outcome)
                .orElse(failure));
        return known instanceof LaunchOutcome.Succeeded || known instanceof LaunchOutcome.Running ? known : failure;
    }

    private LaunchOutcome await(SentLaunch launch, Actor actor, Deadline whole, LaunchOutcome notFound) {
        return during(whole.left(), launch, actor, conversation -> new SqlLabLookup(conversation, links, time)
                .await(launch, notFound));
    }

    private LaunchOutcome during(
            Duration budget, SentLaunch launch, Actor actor, Function<Conversation, LaunchOutcome> work) {
        Opening opening = client.open(launch.inputs().environment(), actor, budget);
        return opening instanceof Opening.Open open
                ? work.apply(open.conversation())
                : SqlLabVerdict.unknown(((Opening.Closed) opening).problem());
    }

    private static Map<String, Object> body(SentLaunch launch) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("database_id", launch.inputs().dataset().databaseId());
        body.put("sql", launch.sql());
        body.put("client_id", launch.clientId());
        String schema = launch.inputs().dataset().schema();
        if (schema != null) {
            body.put("schema", schema);
        }
        body.put("queryLimit", launch.terms().rowLimit());
        body.put("runAsync", launch.terms().onWorker());
        body.put("tab", LaunchTerms.TAB);
        return body;
    }
}
