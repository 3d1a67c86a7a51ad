package io.dsreview.superset.http;

import io.dsreview.api.error.Problem;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.superset.error.SupersetErrorCode;

/** From status and body to an error code. Stateless. */
public final class SupersetFailures {

    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;

    private SupersetFailures() {}

    /**
     * Says what an answer means that is no success.
     *
     * @param environment who answered
     * @param request what was asked
     * @param answer the answer
     * @return the problem
     */
    public static Problem of(EnvironmentId environment, ApiRequest request, Answer.Received answer) {
        return Problem.of(
                code(answer),
                "environment",
                environment.value(),
                "request",
                request.name(),
                "status",
                String.valueOf(answer.status()),
                "serverSays",
                answer.words().says());
    }

    /**
     * Says that a successful answer has not the shape of Superset's.
     *
     * @param environment who answered
     * @param request what was asked
     * @return the problem
     */
    public static Problem unexpected(EnvironmentId environment, ApiRequest request) {
        return Problem.of(
                SupersetErrorCode.SUPERSET_ANSWER_UNEXPECTED,
                "environment",
                environment.value(),
                "request",
                request.name());
    }

    static boolean isExpiredToken(Answer answer) {
        return answer instanceof Answer.Received received
                && (received.status() == 401 || received.status() == 422)
                && received.body().at("msg").text() != null;
    }

    static boolean isCsrf(Answer answer) {
        return answer instanceof Answer.Received received
                && received.status() == CLIENT_ERROR
                && received.words().contain("csrf");
    }

    private static SupersetErrorCode code(Answer.Received answer) {
        if (isExpiredToken(answer)) {
            return SupersetErrorCode.SUPERSET_TOKEN_REFUSED;
        }
        if (isCsrf(answer)) {
            return SupersetErrorCode.SUPERSET_CSRF_REFUSED;
        }
        return switch (answer.status()) {
            case 401, 403 -> SupersetErrorCode.SUPERSET_ACCESS_DENIED;
            case 404 -> SupersetErrorCode.SUPERSET_NOT_FOUND;
            case 429 -> SupersetErrorCode.SUPERSET_RATE_LIMITED;
            default ->
                answer.status() >= CLIENT_ERROR && answer.status() < SERVER_ERROR
                        ? SupersetErrorCode.SUPERSET_REQUEST_REFUSED
                        : SupersetErrorCode.SUPERSET_FAILED;
        };
    }
}
