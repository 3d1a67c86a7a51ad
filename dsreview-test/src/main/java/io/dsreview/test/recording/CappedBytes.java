package io.dsreview.test.recording;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.function.Consumer;

/** Collects a response body up to a limit; what is beyond it is read and dropped. */
final class CappedBytes implements Consumer<Optional<byte[]>> {

    private final int limit;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean exceeded;

    CappedBytes(int limit) {
        this.limit = limit;
    }

    @Override
    public synchronized void accept(Optional<byte[]> part) {
        part.ifPresent(more -> {
            exceeded |= (long) bytes.size() + more.length > limit;
            if (!exceeded) {
                bytes.writeBytes(more);
            }
        });
    }

    synchronized boolean isExceeded() {
        return exceeded;
    }

    synchronized byte[] bytes() {
        return bytes.toByteArray();
    }
}
