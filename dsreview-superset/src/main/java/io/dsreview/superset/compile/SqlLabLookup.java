package io.dsreview.superset.compile;

import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.http.Answer;
import io.dsreview.superset.http.ApiRequest;
import io.dsreview.superset.http.Conversation;
import io.dsreview.superset.http.Json;
import io.dsreview.superset.rison.Rison;
import io.dsreview.superset.seam.Timekeeper;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds a query whose answer was lost, by its client id, among the identity's own recent ones. (Superset does not let the
 * list of queries be filtered by client id.) While it runs it is asked about again, until the deadline.
 */
final class SqlLabLookup {

    private static final Duration RECENT = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int MOST_TRIES = 240;
    private static final Set<String> FAILED = Set.of("failed", "stopped", "timed_out");

    private final Conversation conversation;
    private final SqlLabLink links;
    private final Timekeeper time;

    SqlLabLookup(Conversation conversation, SqlLabLink links, Timekeeper time) {
        this.conversation = conversation;
        this.links = links;
        this.time = time;
    }

    LaunchOutcome find(String clientId, String sql, Problem cause) {
        long since = time.now().minus(RECENT).toEpochMilli();
        ApiRequest request = ApiRequest.get("recent queries", "query", "updated_since")
                .with("q", Rison.write(Map.of("last_updated_ms", since)));
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Answer answer = conversation.send(request);
            Optional<Json> query =
                    answer instanceof Answer.Received received ? own(received, clientId, sql) : Optional.empty();
            if (query.isEmpty()) {
                return SqlLabVerdict.unknown(cause);
            }
            String state = query.get().at("state").text("");
            long id = query.get().at("queryId").integer().orElse(-1);
            if (state.equals("success") && id >= 0) {
                return SqlLabVerdict.succeeded(
                        conversation.environment(),
                        links,
                        id,
                        query.get().at("executedSql").text(),
                        query.get().at("rows").integer().orElse(0));
            }
            if (FAILED.contains(state)) {
                String says = ((Answer.Received) answer)
                        .quote(query.get().at("errorMessage").text(""))
                        .says();
                return new LaunchOutcome.Failed(
                        Problem.of(SupersetErrorCode.SQLLAB_FAILED, "cause", state, "serverSays", says));
            }
            if (!pause()) {
                break;
            }
        }
        return new LaunchOutcome.Unknown(Problem.of(SupersetErrorCode.SQLLAB_STILL_RUNNING));
    }

    /** Returns the query, if there is one of this client id and of this very SQL. */
    private static Optional<Json> own(Answer.Received received, String clientId, String sql) {
        return received.body().at("result").elements().stream()
                .filter(query -> query.at("id").text("").equals(clientId))
                .filter(query -> query.at("sql").text("").equals(sql))
                .findFirst();
    }

    private boolean pause() {
        if (conversation.deadline().left().compareTo(PAUSE) <= 0) {
            return false;
        }
        try {
            time.pause(PAUSE);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
