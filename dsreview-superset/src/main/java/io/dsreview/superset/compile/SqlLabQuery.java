package io.dsreview.superset.compile;

import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.LaunchIntent;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.QueryResults;
import io.dsreview.api.execution.SqlLabReference;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.http.Answer;
import io.dsreview.superset.http.Json;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A query as SQL Lab tells of it: in the answer to a launch and in the list of recent ones, in the same words on every
 * version. Immutable.
 */
final class SqlLabQuery {

    private static final String STOPPED = "stopped";
    private static final Set<String> FAILED = Set.of("failed", STOPPED, "timed_out");
    private static final Set<String> UNDER_WAY = Set.of("pending", "running", "fetching", "scheduled");
    private static final String NOT_LIMITED = "NOT_LIMITED";

    private final EnvironmentId environment;
    private final SqlLabLink links;
    private final Answer.Received answer;
    private final Json query;
    private final long id;

    private SqlLabQuery(EnvironmentId environment, SqlLabLink links, Answer.Received answer, Json query, long id) {
        this.environment = environment;
        this.links = links;
        this.answer = answer;
        this.query = query;
        this.id = id;
    }

    /** Reads a query out of an answer; empty if it has no id or no state that is known. */
    static Optional<SqlLabQuery> read(EnvironmentId environment, SqlLabLink links, Answer.Received answer, Json query) {
        OptionalLong id = query.at("queryId").integer();
        String state = query.at("state").text("");
        boolean known = state.equals("success") || FAILED.contains(state) || UNDER_WAY.contains(state);
        return id.isPresent() && known
                ? Optional.of(new SqlLabQuery(environment, links, answer, query, id.getAsLong()))
                : Optional.empty();
    }

    boolean isUnderWay() {
        return UNDER_WAY.contains(query.at("state").text(""));
    }

    LaunchOutcome outcome() {
        String state = query.at("state").text("");
        if (state.equals(STOPPED)) {
            return new LaunchOutcome.Failed(Problem.of(SupersetErrorCode.SQLLAB_STOPPED));
        }
        if (FAILED.contains(state)) {
            String says = answer.quote(query.at("errorMessage").text("")).says();
            return new LaunchOutcome.Failed(
                    Problem.of(SupersetErrorCode.SQLLAB_FAILED, "cause", state, "serverSays", says));
        }
        return isUnderWay() ? running(Problem.of(SupersetErrorCode.SQLLAB_STILL_RUNNING, "state", state)) : succeeded();
    }

    LaunchOutcome running(Problem why) {
        return new LaunchOutcome.Running(reference(), why);
    }

    private LaunchOutcome succeeded() {
        String executed = query.at("executedSql").text();
        long rows = query.at("rows").integer().orElse(0);
        long limit = query.at("limit").integer().orElse(0);
        // In the answer to a launch 6.x leaves the factor unknown where rows were cut, and says NOT_LIMITED where not.
        boolean cut = limit > 0
                && rows >= limit
                && !query.at("limitingFactor").text(NOT_LIMITED).equals(NOT_LIMITED);
        return new LaunchOutcome.Succeeded(
                reference(),
                executed == null ? null : LaunchIntent.hashOf(executed),
                new QueryResults(rows, limit, cut, query.at("resultsKey").text()));
    }

    private SqlLabReference reference() {
        return new SqlLabReference(id, links.toQuery(environment, id));
    }
}
