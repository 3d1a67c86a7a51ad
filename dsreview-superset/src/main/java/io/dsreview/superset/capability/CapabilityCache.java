package io.dsreview.superset.capability;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.superset.http.Conversation;
import io.dsreview.superset.seam.Timekeeper;
import java.time.Duration;

/**
 * Remembers what each Superset can do for each identity: for an hour if all was found out, else for a minute. Two operations
 * that ask at the same time may both find it out; neither waits for the other. Thread-safe.
 */
public final class CapabilityCache {

    private static final Duration COMPLETE = Duration.ofHours(1);
    private static final Duration INCOMPLETE = Duration.ofMinutes(1);
    private static final Duration LONGEST_DETECTION = Duration.ofSeconds(10);
    private static final int MOST = 1_000;

    private final Cache<Key, SupersetCapabilities> known;

    private record Key(EnvironmentId environment, String identity) {}

    /**
     * Makes an empty cache.
     *
     * @param time the clock
     */
    public CapabilityCache(Timekeeper time) {
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfter(Expiry.<Key, SupersetCapabilities>writing(
                        (key, found) -> found.isComplete() ? COMPLETE : INCOMPLETE))
                .ticker(time::nanos)
                .executor(Runnable::run)
                .build();
    }

    /**
     * Returns what a Superset can do, and asks it if that is not known. Takes at most 10 seconds and at most what is left of
     * the conversation.
     *
     * @param conversation with the Superset
     * @return what could be found out; never a failure
     */
    public SupersetCapabilities of(Conversation conversation) {
        Key key = new Key(conversation.environment(), conversation.identity());
        SupersetCapabilities remembered = known.getIfPresent(key);
        if (remembered != null) {
            conversation.tellOfCached("capabilities");
            return remembered;
        }
        SupersetCapabilities found = CapabilityDetection.of(conversation.within(LONGEST_DETECTION));
        known.put(key, found);
        return found;
    }
}
