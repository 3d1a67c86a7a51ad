package io.dsreview.superset.http;

import io.dsreview.api.error.Problem;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.superset.error.SupersetErrorCode;
import java.time.Duration;

/** From what happened, or from status and body, to a problem. Stateless. */
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

    static Problem problem(SupersetErrorCode code, SupersetHost host, ApiRequest request, String... more) {
        String[] arguments = new String[more.length + 4];
        arguments[0] = "environment";
        arguments[1] = host.environment().value();
        arguments[2] = "request";
        arguments[3] = request.name();
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Problem.of(code, arguments);
    }

    static Problem timed(SupersetErrorCode code, SupersetHost host, ApiRequest request, Duration time) {
        return problem(code, host, request, "milliseconds", String.valueOf(time.toMillis()));
    }

    /** Tells whether a gateway answered in the place of Superset. */
    static boolean isGateway(int status) {
        return status >= 502 && status <= 504;
    }

    static boolean isProofRefused(Answer answer) {
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
        if (isProofRefused(answer)) {
            // What newer PyJWT says of tokens that an older Flask-AppBuilder made on the same server.
            return answer.words().contain("subject must be a string")
                    ? SupersetErrorCode.SUPERSET_TOKEN_UNREADABLE
                    : SupersetErrorCode.SUPERSET_TOKEN_REFUSED;
        }
        if (isCsrf(answer)) {
            return SupersetErrorCode.SUPERSET_CSRF_REFUSED;
        }
        if (answer.words().errorType().contains("SECURITY_ACCESS")) {
            return SupersetErrorCode.SUPERSET_ACCESS_DENIED; // which SQL Lab answers by a 500
        }
        return switch (answer.status()) {
            case 401, 403 -> SupersetErrorCode.SUPERSET_ACCESS_DENIED;
            case 404 -> SupersetErrorCode.SUPERSET_NOT_FOUND;
            case 429 -> SupersetErrorCode.SUPERSET_RATE_LIMITED;
            case 502, 503, 504 -> SupersetErrorCode.SUPERSET_UNAVAILABLE;
            default ->
                answer.status() >= CLIENT_ERROR && answer.status() < SERVER_ERROR
                        ? SupersetErrorCode.SUPERSET_REQUEST_REFUSED
                        : SupersetErrorCode.SUPERSET_FAILED;
        };
    }
}
