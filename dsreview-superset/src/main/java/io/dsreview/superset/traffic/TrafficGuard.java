package io.dsreview.superset.traffic;

import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.seam.Deadline;
import io.dsreview.superset.seam.Timekeeper;
import io.dsreview.superset.traffic.Admission.Pass;
import io.dsreview.superset.traffic.Admission.Refused;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.internal.AtomicRateLimiter;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the {@link TrafficLimits} of one environment: lets requests in, makes them wait, or refuses them. Waiting ends
 * with the patience or the deadline, whichever is sooner. Thread-safe.
 */
public final class TrafficGuard {

    private static final int TRIALS = 2;
    private static final Duration NEVER_SLOW = Duration.ofDays(1);

    private final TrafficLimits limits;
    private final Timekeeper time;
    private final CircuitBreaker circuit;
    private final RateLimiter rate;
    /** Not resilience4j's bulkhead, which is a semaphore too, but cannot wait until a deadline. */
    private final Semaphore places;

    /**
     * Makes a guard that has seen nothing yet.
     *
     * @param limits the limits
     * @param time the clock, and how waiting is done
     */
    public TrafficGuard(TrafficLimits limits, Timekeeper time) {
        this.limits = limits;
        this.time = time;
        this.circuit = CircuitBreaker.of(
                "superset",
                CircuitBreakerConfig.custom()
                        .slidingWindow(
                                limits.circuitRequests(), limits.circuitRequests(), SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(limits.circuitFailurePercent())
                        .slowCallDurationThreshold(NEVER_SLOW)
                        .waitDurationInOpenState(limits.circuitPause())
                        .permittedNumberOfCallsInHalfOpenState(TRIALS)
                        .clock(new SteadyClock(time))
                        .currentTimestampFunction(clock -> time.nanos(), TimeUnit.NANOSECONDS)
                        .build());
        RateLimiterConfig perSecond = RateLimiterConfig.custom()
                .limitForPeriod(limits.requestsPerSecond())
                .limitRefreshPeriod(Duration.ofSeconds(1))
                .timeoutDuration(limits.patience())
                .build();
        // The only constructor of a limiter that takes a clock.
        this.rate = new AtomicRateLimiter("superset", perSecond, time::nanos);
        this.places = new Semaphore(limits.concurrentRequests(), true);
    }

    /**
     * Asks to send a request, and waits for its turn.
     *
     * @param deadline until when the caller can wait at most
     * @return a pass, or why there is none
     */
    public Admission admit(Deadline deadline) {
        if (!circuit.tryAcquirePermission()) {
            return new Refused(SupersetErrorCode.SUPERSET_CIRCUIT_OPEN, limits.circuitPause());
        }
        Admission admission;
        try {
            admission = takeTurn(deadline);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            admission = new Refused(SupersetErrorCode.SUPERSET_INTERRUPTED, deadline.budget());
        }
        if (admission instanceof Refused) {
            circuit.releasePermission();
        }
        return admission;
    }

    private Admission takeTurn(Deadline deadline) throws InterruptedException {
        long wait = rate.reservePermission();
        if (wait < 0 || wait > Math.max(0, deadline.left().toNanos())) {
            return new Refused(SupersetErrorCode.SUPERSET_THROTTLED, limits.patience());
        }
        if (wait > 0) {
            time.pause(Duration.ofNanos(wait));
        }
        long patience = Math.min(limits.patience().toNanos(), deadline.left().toNanos());
        return places.tryAcquire(patience, TimeUnit.NANOSECONDS)
                ? (Pass) this::end
                : new Refused(SupersetErrorCode.SUPERSET_BUSY, limits.patience());
    }

    private void end(Admission.Verdict verdict, Duration took) {
        places.release();
        switch (verdict) {
            case WORKING -> circuit.onSuccess(took.toNanos(), TimeUnit.NANOSECONDS);
            case FAILING -> circuit.onError(took.toNanos(), TimeUnit.NANOSECONDS, new IOException());
            case NONE -> circuit.releasePermission();
        }
    }
}
