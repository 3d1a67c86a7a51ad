package io.dsreview.live;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Never lets two tests on one bed at the same time: some change what is in it, others count what was added to it. What is
 * locked is a parameter, for which JUnit's own locks have no words.
 */
final class OneTestOnEachBed implements InvocationInterceptor {

    /** As many as the beds that {@code it/superset/beds.sh} brings up at once: each is a process that fills a core. */
    private static final int AT_ONCE = Integer.getInteger("live.parallel", 2);

    private static final Semaphore RUNNING = new Semaphore(AT_ONCE, true);

    private static final Map<String, Lock> BEDS = new ConcurrentHashMap<>();

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> called, ExtensionContext context)
            throws Throwable {
        Bed bed = (Bed) called.getArguments().get(0);
        Lock lock = BEDS.computeIfAbsent(bed.version(), version -> new ReentrantLock());
        lock.lock();
        try {
            RUNNING.acquire();
            try {
                test.proceed();
            } finally {
                RUNNING.release();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Lets a test do what fills every core by itself, such as drawing pages, while no other test runs: what is timed there would
     * wait for it.
     */
    static <T> T alone(Callable<T> work) throws Exception {
        RUNNING.release();
        RUNNING.acquireUninterruptibly(AT_ONCE);
        try {
            return work.call();
        } finally {
            RUNNING.release(AT_ONCE - 1);
        }
    }
}
