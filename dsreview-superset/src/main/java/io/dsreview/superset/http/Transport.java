package io.dsreview.superset.http;

import io.dsreview.api.error.Problem;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.observation.SupersetCall;
import io.dsreview.superset.observation.SupersetCallListener;
import io.dsreview.superset.seam.Deadline;
import io.dsreview.superset.seam.Timekeeper;
import io.dsreview.superset.traffic.Admission;
import io.dsreview.superset.traffic.Admission.Verdict;
import io.dsreview.superset.traffic.TrafficGuard;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The way to one Superset: each request waits for its turn, is sent, and is told of to the listener. What has an effect is
 * sent once, over a connection of its own. What has none is sent again in two cases: once when a connection that had been
 * used before broke, and up to three times when Superset asked for a pause that the deadline allows. Thread-safe.
 */
final class Transport {

    private static final int MOST_PAUSES = 3;
    private static final int TOO_MANY_REQUESTS = 429;
    /** A server that was given less time than this by an operation near its end is not to blame. */
    private static final Duration FAIR_CHANCE = Duration.ofSeconds(1);

    private final SupersetHost host;
    private final HttpExchange exchange;
    private final TrafficGuard guard;
    private final SupersetCallListener listener;
    private final Timekeeper time;

    Transport(
            SupersetHost host,
            HttpExchange exchange,
            TrafficGuard guard,
            SupersetCallListener listener,
            Timekeeper time) {
        this.host = host;
        this.exchange = exchange;
        this.guard = guard;
        this.listener = listener;
        this.time = time;
    }

    SupersetHost host() {
        return host;
    }

    Timekeeper time() {
        return time;
    }

    ExecutorService threads() {
        return exchange.threads();
    }

    Answer send(ApiRequest request, Access access, @Nullable CsrfTicket ticket, Deadline deadline, Secrets secrets) {
        Headers headers = access.headers(host, request, ticket);
        boolean fresh = !request.safe();
        int pauses = 0;
        for (int attempt = 1; ; attempt++) {
            HttpExchange.Way way = new HttpExchange.Way(headers, fresh, new WireMark(), secrets);
            Answer answer = attempt(request, way, deadline, attempt);
            if (!request.safe()) {
                return answer;
            }
            if (brokeOnUsedConnection(answer, way)) {
                fresh = true;
            } else if (pauses < MOST_PAUSES && isToBeRepeatedLater(answer, deadline)) {
                pauses++;
                if (!pause((Answer.Received) answer)) {
                    return new Answer.Missing(
                            SupersetFailures.problem(SupersetErrorCode.SUPERSET_INTERRUPTED, host, request), false);
                }
            } else {
                return answer;
            }
        }
    }

    /** Tells the listener of an answer that was there already. */
    void tellOfCached(String request) {
        listener.called(new SupersetCall(
                host.environment(), request, OptionalInt.empty(), Optional.empty(), Duration.ZERO, 1, true));
    }

    private Answer attempt(ApiRequest request, HttpExchange.Way way, Deadline deadline, int attempt) {
        if (Thread.currentThread().isInterrupted()) {
            return new Answer.Missing(
                    SupersetFailures.problem(SupersetErrorCode.SUPERSET_INTERRUPTED, host, request), false);
        }
        Admission admission = guard.admit(deadline);
        if (!(admission instanceof Admission.Pass pass)) {
            Admission.Refused refused = (Admission.Refused) admission;
            Problem problem = SupersetFailures.timed(refused.code(), host, request, refused.time());
            return told(request, new Answer.Missing(problem, false), Duration.ZERO, attempt);
        }
        long start = time.nanos();
        Answer answer = null;
        try {
            answer = exchange.send(host, request, way, deadline);
        } finally {
            Duration took = since(start);
            pass.end(verdict(request, way, answer, took), took);
        }
        return told(request, answer, since(start), attempt);
    }

    private Duration since(long start) {
        return Duration.ofNanos(Math.max(0, time.nanos() - start));
    }

    private Answer told(ApiRequest request, Answer answer, Duration took, int attempt) {
        OptionalInt status =
                answer instanceof Answer.Received received ? OptionalInt.of(received.status()) : OptionalInt.empty();
        Optional<String> problem = answer instanceof Answer.Missing missing
                ? Optional.of(missing.problem().code())
                : Optional.empty();
        listener.called(new SupersetCall(host.environment(), request.name(), status, problem, took, attempt, false));
        return answer;
    }

    /** A launch takes as long as its query does, so that only a broken connection says something about the server. */
    private static Verdict verdict(ApiRequest request, HttpExchange.Way way, @Nullable Answer answer, Duration took) {
        if (answer == null || brokeOnUsedConnection(answer, way)) {
            return Verdict.NONE;
        }
        if (answer instanceof Answer.Received received) {
            return SupersetFailures.isGateway(received.status()) ? failingUnlessLaunch(request) : Verdict.WORKING;
        }
        Problem problem = ((Answer.Missing) answer).problem();
        if (problem.is(SupersetErrorCode.SUPERSET_UNREACHABLE)
                || problem.is(SupersetErrorCode.SUPERSET_ANSWER_INCOMPLETE)) {
            return Verdict.FAILING;
        }
        if (problem.is(SupersetErrorCode.SUPERSET_UNAVAILABLE)) {
            return failingUnlessLaunch(request);
        }
        if (problem.is(SupersetErrorCode.SUPERSET_TIMEOUT)) {
            return took.compareTo(FAIR_CHANCE) < 0 ? Verdict.NONE : failingUnlessLaunch(request);
        }
        boolean saysNothing =
                problem.is(SupersetErrorCode.SUPERSET_INTERRUPTED) || problem.is(SupersetErrorCode.SUPERSET_CLOSED);
        return saysNothing ? Verdict.NONE : Verdict.WORKING;
    }

    private static Verdict failingUnlessLaunch(ApiRequest request) {
        return request.safe() ? Verdict.FAILING : Verdict.NONE;
    }

    private static boolean brokeOnUsedConnection(Answer answer, HttpExchange.Way way) {
        return answer instanceof Answer.Missing missing
                && way.mark().wasReused()
                && missing.problem().is(SupersetErrorCode.SUPERSET_ANSWER_INCOMPLETE);
    }

    private boolean isToBeRepeatedLater(Answer answer, Deadline deadline) {
        return answer instanceof Answer.Received received
                && received.status() == TOO_MANY_REQUESTS
                && received.retryAfter().from(time.now()).compareTo(deadline.left()) < 0;
    }

    private boolean pause(Answer.Received received) {
        try {
            time.pause(received.retryAfter().from(time.now()));
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
