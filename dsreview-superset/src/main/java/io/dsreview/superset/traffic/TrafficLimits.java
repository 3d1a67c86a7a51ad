package io.dsreview.superset.traffic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How much is asked of each environment. Start from {@link #defaults()} and change what has to be different:
 *
 * <pre>{@code
 * TrafficLimits.defaults().withConcurrentRequests(4).withRequestsPerSecond(10)
 * }</pre>
 *
 * <p>The circuit opens when too many of the last requests failed because Superset could not be reached, gave no answer
 * within a second or more, or a gateway answered 502, 503 or 504 in its place. What Superset itself answers, errors included,
 * is no such failure, nor is a query of SQL Lab that takes too long. While the circuit is open nothing is sent; then two requests try.
 *
 * @param concurrentRequests most requests that are under way at once, 1 to 1,000; default 16
 * @param parallelReads most requests that one operation has under way at once, 1 to 64, and never more than
 *     {@code concurrentRequests}; default 4
 * @param requestsPerSecond most requests that are started in a second, 1 to 10,000; default 50, which is what Superset's
 *     own limit allows one client
 * @param patience longest time that a request waits for its turn, up to 1 hour; default 5 seconds
 * @param circuitRequests how many of the last requests are judged, 2 to 1,000; default 10
 * @param circuitFailurePercent at which share of failed ones the circuit opens, 1 to 100; default 50
 * @param circuitPause how long the circuit stays open, 1 millisecond to 1 hour; default 30 seconds
 */
public record TrafficLimits(
        int concurrentRequests,
        int parallelReads,
        int requestsPerSecond,
        Duration patience,
        int circuitRequests,
        int circuitFailurePercent,
        Duration circuitPause) {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final TrafficLimits DEFAULTS =
            new TrafficLimits(16, 4, 50, Duration.ofSeconds(5), 10, 50, Duration.ofSeconds(30));

    /**
     * Checks everything.
     *
     * @throws IllegalArgumentException if anything is out of its range; the message lists everything
     */
    public TrafficLimits {
        List<String> problems = new ArrayList<>();
        within("concurrentRequests", concurrentRequests, 1, 1_000, problems);
        within("parallelReads", parallelReads, 1, 64, problems);
        within("requestsPerSecond", requestsPerSecond, 1, 10_000, problems);
        within("circuitRequests", circuitRequests, 2, 1_000, problems);
        within("circuitFailurePercent", circuitFailurePercent, 1, 100, problems);
        if (patience.isNegative() || patience.compareTo(LONGEST) > 0) {
            problems.add("patience: is " + patience + "; up to 1 hour is legal");
        }
        if (circuitPause.compareTo(Duration.ofMillis(1)) < 0 || circuitPause.compareTo(LONGEST) > 0) {
            problems.add("circuitPause: is " + circuitPause + "; 1 millisecond to 1 hour are legal");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("The traffic limits are not legal: " + String.join("; ", problems));
        }
    }

    /**
     * Returns the defaults.
     *
     * @return the limits that hold where none are set
     */
    public static TrafficLimits defaults() {
        return DEFAULTS;
    }

    /**
     * Returns these limits with another number of requests at once.
     *
     * @param requests 1 to 1,000
     * @return the copy
     */
    public TrafficLimits withConcurrentRequests(int requests) {
        return new TrafficLimits(
                requests,
                parallelReads,
                requestsPerSecond,
                patience,
                circuitRequests,
                circuitFailurePercent,
                circuitPause);
    }

    /**
     * Returns these limits with another number of requests at once in one operation.
     *
     * @param requests 1 to 64; 1 sends one after the other
     * @return the copy
     */
    public TrafficLimits withParallelReads(int requests) {
        return new TrafficLimits(
                concurrentRequests,
                requests,
                requestsPerSecond,
                patience,
                circuitRequests,
                circuitFailurePercent,
                circuitPause);
    }

    /**
     * Returns these limits with another number of requests in a second.
     *
     * @param requests 1 to 10,000
     * @return the copy
     */
    public TrafficLimits withRequestsPerSecond(int requests) {
        return new TrafficLimits(
                concurrentRequests,
                parallelReads,
                requests,
                patience,
                circuitRequests,
                circuitFailurePercent,
                circuitPause);
    }

    /**
     * Returns these limits with another patience.
     *
     * @param longest up to 1 hour; nothing refuses at once what cannot be sent at once
     * @return the copy
     */
    public TrafficLimits withPatience(Duration longest) {
        return new TrafficLimits(
                concurrentRequests,
                parallelReads,
                requestsPerSecond,
                longest,
                circuitRequests,
                circuitFailurePercent,
                circuitPause);
    }

    /**
     * Returns these limits with another rule for the circuit.
     *
     * @param requests how many of the last requests are judged, 2 to 1,000
     * @param failurePercent at which share of failed ones the circuit opens, 1 to 100
     * @param pause how long it stays open, 1 millisecond to 1 hour
     * @return the copy
     */
    public TrafficLimits withCircuit(int requests, int failurePercent, Duration pause) {
        return new TrafficLimits(
                concurrentRequests, parallelReads, requestsPerSecond, patience, requests, failurePercent, pause);
    }

    private static void within(String name, int value, int least, int most, List<String> problems) {
        if (value < least || value > most) {
            problems.add(name + ": is " + value + "; " + least + " to " + most + " are legal");
        }
    }
}
