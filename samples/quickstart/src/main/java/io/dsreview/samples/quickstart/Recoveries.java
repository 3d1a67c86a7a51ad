package io.dsreview.samples.quickstart;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One thread that recovers, beside the one that reads what is typed. */
final class Recoveries implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread daemon = new Thread(work, "recovery");
        daemon.setDaemon(true);
        return daemon;
    });

    Executor executor() {
        return thread;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
