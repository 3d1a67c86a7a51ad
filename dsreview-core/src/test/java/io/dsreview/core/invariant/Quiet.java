package io.dsreview.core.invariant;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Silences the pipeline's log, since what breaks on purpose is no news, until it is closed. */
final class Quiet implements AutoCloseable {

    private final Logger logger = (Logger) LoggerFactory.getLogger("io.dsreview.core.pipeline");
    private final Level level = logger.getEffectiveLevel();

    Quiet() {
        logger.setLevel(Level.OFF);
    }

    @Override
    public void close() {
        logger.setLevel(level);
    }
}
