package io.dsreview.samples.quickstart.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one writer at a time into a folder: a lock file between processes, which the operating system releases when a process
 * dies, and a lock in memory between the threads of this one. An interruption waits until the writer is out again.
 */
final class FolderLock {

    private static final Map<Path, ReentrantLock> WITHIN_PROCESS = new ConcurrentHashMap<>();

    private final Path file;
    private final ReentrantLock within;

    /** Makes the lock of a folder that exists. */
    FolderLock(Path folder) throws IOException {
        Path real = folder.toRealPath();
        this.file = real.resolve("lock");
        this.within = WITHIN_PROCESS.computeIfAbsent(real, each -> new ReentrantLock());
    }

    <T> T hold(Supplier<T> work) {
        boolean interrupted = Thread.interrupted();
        within.lock();
        try {
            while (true) {
                // Closing the channel releases the lock.
                try (FileChannel channel =
                        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    channel.lock();
                    return work.get();
                } catch (FileLockInterruptionException | ClosedByInterruptException whileWaiting) {
                    interrupted |= Thread.interrupted();
                }
            }
        } catch (IOException unreachable) {
            throw new UncheckedIOException("The folder of the reviews cannot be locked: " + file, unreachable);
        } finally {
            within.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
