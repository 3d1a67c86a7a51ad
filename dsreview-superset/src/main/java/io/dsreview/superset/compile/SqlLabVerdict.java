package io.dsreview.superset.compile;

import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.http.Answer;
import io.dsreview.superset.http.ApiRequest;
import io.dsreview.superset.http.ServerWords;
import io.dsreview.superset.http.SupersetFailures;
import java.util.Optional;
import java.util.Set;

/** What an answer of SQL Lab means. The type of an error decides before its status, since most failures are a 500. */
final class SqlLabVerdict {

    private static final Set<String> NOT_ALLOWED = Set.of("DML_NOT_ALLOWED_ERROR", "MISSING_OWNERSHIP_ERROR");
    private static final Set<Integer> NO_PERMISSION = Set.of(401, 403, 404);
    private static final int SERVER_ERROR = 500;
    private static final Set<Integer> GATEWAY = Set.of(502, 503, 504);
    private static final Set<SupersetErrorCode> IDENTITY_REFUSED = Set.of(
            SupersetErrorCode.SUPERSET_LOGIN_DEMANDED,
            SupersetErrorCode.SUPERSET_LOGIN_REFUSED,
            SupersetErrorCode.SUPERSET_TOKEN_REFUSED,
            SupersetErrorCode.SUPERSET_ACCESS_DENIED);

    /** What Superset says before SQL Lab has seen the query: nothing ran, and the query is not at fault. */
    private static final Set<SupersetErrorCode> BEFORE_SQL_LAB = Set.of(
            SupersetErrorCode.SUPERSET_TOKEN_REFUSED,
            SupersetErrorCode.SUPERSET_TOKEN_UNREADABLE,
            SupersetErrorCode.SUPERSET_CSRF_REFUSED,
            SupersetErrorCode.SUPERSET_RATE_LIMITED);

    private final EnvironmentId environment;
    private final SqlLabLink links;
    private final ApiRequest request;
    private final Answer.Received answer;

    SqlLabVerdict(EnvironmentId environment, SqlLabLink links, ApiRequest request, Answer.Received answer) {
        this.environment = environment;
        this.links = links;
        this.request = request;
        this.answer = answer;
    }

    /** Tells whether the answer says how the launch ended; else the query has to be looked up. */
    boolean isConclusive() {
        return answer.isSuccess()
                ? query().filter(query -> !query.isUnderWay()).isPresent()
                : !GATEWAY.contains(answer.status()) && (isRefusal() || answer.status() < SERVER_ERROR);
    }

    /** Tells whether Superset says that it failed, so that only an earlier try can have run. */
    boolean isFailure() {
        return answer.status() >= SERVER_ERROR && !GATEWAY.contains(answer.status());
    }

    /** The outcome of a conclusive answer, or of a failure. */
    LaunchOutcome outcome() {
        if (answer.isSuccess()) {
            return query().orElseThrow().outcome();
        }
        Problem general = SupersetFailures.of(environment, request, answer);
        if (BEFORE_SQL_LAB.stream().anyMatch(general::is)) {
            return unsent(general);
        }
        return isRefusal()
                ? new LaunchOutcome.Refused(problem(SupersetErrorCode.SQLLAB_REFUSED))
                : new LaunchOutcome.Failed(problem(SupersetErrorCode.SQLLAB_FAILED));
    }

    /** Returns why the answer says nothing about the launch. */
    Problem doubt() {
        return problem(SupersetErrorCode.SUPERSET_FAILED);
    }

    /** What it means that nothing came to SQL Lab: a refusal where the identity was not let in. */
    static LaunchOutcome unsent(Problem problem) {
        return IDENTITY_REFUSED.stream().anyMatch(problem::is)
                ? new LaunchOutcome.Refused(problem)
                : new LaunchOutcome.Failed(problem);
    }

    static LaunchOutcome unknown(Problem cause) {
        return new LaunchOutcome.Unknown(Problem.of(
                SupersetErrorCode.SQLLAB_OUTCOME_UNKNOWN,
                "cause",
                cause.code(),
                "serverSays",
                cause.arguments().getOrDefault("serverSays", "-")));
    }

    /** Why a query still runs after Superset was asked to stop it. */
    static Problem notStopped(Answer answer) {
        if (answer instanceof Answer.Missing missing) {
            return missing.problem();
        }
        Answer.Received received = (Answer.Received) answer;
        return Problem.of(
                SupersetErrorCode.SQLLAB_NOT_STOPPED,
                "status",
                Integer.toString(received.status()),
                "serverSays",
                received.words().says());
    }

    private Optional<SqlLabQuery> query() {
        return SqlLabQuery.read(environment, links, answer, answer.body().at("query"));
    }

    private boolean isRefusal() {
        ServerWords words = answer.words();
        return NO_PERMISSION.contains(answer.status())
                || words.errorType().contains("SECURITY_ACCESS")
                || NOT_ALLOWED.contains(words.errorType())
                // Superset's words where the identity does not see the database; there is no type for it.
                || words.contain("database referenced in this query was not found");
    }

    private Problem problem(SupersetErrorCode code) {
        ServerWords words = answer.words();
        return Problem.of(
                code, "cause", words.errorType().isEmpty() ? "-" : words.errorType(), "serverSays", words.says());
    }
}
