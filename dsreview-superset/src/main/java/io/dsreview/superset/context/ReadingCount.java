package io.dsreview.superset.context;

import io.dsreview.api.superset.RecoveryMonitor;
import io.dsreview.api.superset.RecoveryProgress;
import io.dsreview.api.superset.RecoveryProgress.Stage;

/** Counts the requests of one recovery, and tells who listens. Thread-safe: requests are answered on several threads. */
final class ReadingCount {

    private final RecoveryMonitor monitor;
    private Stage stage = Stage.LINK;
    private int done;
    private int total;
    private boolean awaited = true;

    ReadingCount(RecoveryMonitor monitor) {
        this.monitor = monitor;
    }

    /** Some requests more are to be sent. Returns false if nobody waits for them. */
    synchronized boolean begin(Stage next, int requests) {
        stage = next;
        total += requests;
        return requests == 0 ? awaited : report();
    }

    /** A request was answered, or will not be. */
    synchronized void answered() {
        done++;
        report();
    }

    private boolean report() {
        awaited = awaited && monitor.report(new RecoveryProgress(stage, done, total));
        return awaited;
    }
}
