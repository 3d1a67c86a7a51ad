package io.dsreview.core.seam;

import com.github.f4b6a3.ulid.UlidFactory;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * The only way in which time and chance reach the core, so that a test can fix both.
 *
 * <p>Thread-safe if clock and generator are.
 *
 * @param clock tells the time
 * @param random gives the random part of ids and the salts of the ledger; cryptographically strong outside tests
 */
public record Seams(Clock clock, RandomGenerator random) {

    private static final int SALT_BYTES = 32;

    /**
     * Returns the real ones: the system's clock in UTC and a cryptographically strong generator.
     *
     * @return the seams
     */
    public static Seams system() {
        return new Seams(Clock.systemUTC(), new SecureRandom());
    }

    /**
     * Returns the present, cut to microseconds, which is what databases keep.
     *
     * @return the present
     */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Returns a fresh id: a ULID, whose order is that of its making, to the millisecond.
     *
     * @return 26 characters
     */
    public String freshId() {
        UlidFactory factory = UlidFactory.newInstance(this::bytes);
        return factory.create(clock.millis()).toString();
    }

    /**
     * Returns a fresh salt for one value in the ledger.
     *
     * @return 64 hex digits
     */
    public String freshSalt() {
        return HexFormat.of().formatHex(bytes(SALT_BYTES));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
