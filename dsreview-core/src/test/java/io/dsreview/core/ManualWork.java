package io.dsreview.core;

import io.dsreview.core.decision.RecoveryTerms;
import io.dsreview.core.pipeline.RecoveryWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A host's executor and alarm that do something only when they are told to, on the thread of the test. */
public final class ManualWork {

    public static final RecoveryTerms TERMS = new RecoveryTerms(Duration.ofMinutes(5), Duration.ofSeconds(30));

    /** No record: two alarms of the same delay are two. */
    private static final class Due {
        private final Duration delay;
        private final Runnable what;

        Due(Duration delay, Runnable what) {
            this.delay = delay;
            this.what = what;
        }
    }

    private final List<Runnable> waiting = new ArrayList<>();
    private final List<Due> alarms = new ArrayList<>();

    public RecoveryWork work() {
        return new RecoveryWork(waiting::add, TERMS, (delay, what) -> {
            Due due = new Due(delay, what);
            alarms.add(due);
            return () -> alarms.remove(due);
        });
    }

    /** Does all work that waits for a thread. */
    public void runAll() {
        List<Runnable> now = List.copyOf(waiting);
        waiting.clear();
        now.forEach(Runnable::run);
    }

    /** Lets every alarm of that delay go off once. */
    public void ring(Duration delay) {
        List<Due> now = alarms.stream().filter(due -> due.delay.equals(delay)).toList();
        alarms.removeAll(now);
        now.forEach(due -> due.what.run());
    }

    /** The alarms that are set. */
    public List<Duration> alarms() {
        return alarms.stream().map(due -> due.delay).toList();
    }
}
