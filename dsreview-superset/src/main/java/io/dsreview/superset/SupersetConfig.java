package io.dsreview.superset;

import io.dsreview.api.execution.ExecutionTarget;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.superset.SupersetCredentials;
import io.dsreview.superset.observation.SupersetCallListener;
import io.dsreview.superset.reference.TrustedDatasets;
import io.dsreview.superset.traffic.TrafficLimits;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which Supersets may be talked to, and how long and how much. Immutable and thread-safe; made by {@link #builder()},
 * which checks everything at once.
 */
public final class SupersetConfig {

    /** Longest time to make a connection: 5 seconds. */
    public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** Longest silence within an answer: 60 seconds, more than SQL Lab's own limit of 30. */
    public static final Duration DEFAULT_READ_TIMEOUT = Duration.ofSeconds(60);

    /** Longest time for one whole operation: 2 minutes. */
    public static final Duration DEFAULT_CALL_TIMEOUT = Duration.ofMinutes(2);

    /** Longest time for a probe: 10 seconds. */
    public static final Duration DEFAULT_PROBE_TIMEOUT = Duration.ofSeconds(10);

    /** Largest answer that is read: 16 MiB. */
    public static final int DEFAULT_MAX_RESPONSE_BYTES = 16 * 1024 * 1024;

    /** Most rows that are ever asked for: {@link ExecutionTarget#MAX_ROW_LIMIT}. */
    public static final int DEFAULT_ROW_CAP = ExecutionTarget.MAX_ROW_LIMIT;

    private final Map<EnvironmentId, Environment> environments;
    private final Duration connectTimeout;
    private final Duration readTimeout;
    private final Duration callTimeout;
    private final Duration probeTimeout;
    private final int maxResponseBytes;
    private final int rowCap;
    private final LaunchMode launchMode;
    private final Proxy proxy;
    private final Set<String> templateNames;
    private final TrafficLimits traffic;
    private final TrustedDatasets trustedDatasets;
    private final SupersetCallListener callListener;

    /**
     * One Superset.
     *
     * @param base its base address: scheme, host, perhaps a port and an application root; without a last slash
     * @param credentials under which identity each actor's requests are made
     */
    public record Environment(URI base, SupersetCredentials credentials) {

        /** Returns the address only. */
        @Override
        public String toString() {
            return "Environment[" + base + "]";
        }
    }

    SupersetConfig(SupersetConfigBuilder builder) {
        this.environments = Collections.unmodifiableMap(new LinkedHashMap<>(builder.environments));
        this.connectTimeout = builder.connectTimeout;
        this.readTimeout = builder.readTimeout;
        this.callTimeout = builder.callTimeout;
        this.probeTimeout = builder.probeTimeout;
        this.maxResponseBytes = builder.maxResponseBytes;
        this.rowCap = builder.rowCap;
        this.launchMode = builder.launchMode;
        this.proxy = builder.proxy;
        this.templateNames = Set.copyOf(builder.templateNames);
        this.traffic = builder.traffic;
        this.trustedDatasets = new TrustedDatasets(builder.trustedDatasets, builder.certifiedOnly);
        this.callListener = builder.callListener;
    }

    /**
     * Starts a configuration.
     *
     * @return a builder with the defaults and without any environment
     */
    public static SupersetConfigBuilder builder() {
        return new SupersetConfigBuilder();
    }

    /**
     * Returns the environments.
     *
     * @return the environments by id, in the order in which they were added; unmodifiable
     */
    public Map<EnvironmentId, Environment> environments() {
        return environments;
    }

    /**
     * Returns the longest time to make a connection.
     *
     * @return the timeout
     */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /**
     * Returns the longest silence within an answer.
     *
     * @return the timeout
     */
    public Duration readTimeout() {
        return readTimeout;
    }

    /**
     * Returns the longest time for one whole operation, such as a recovery with all its requests and its login.
     *
     * @return the timeout
     */
    public Duration callTimeout() {
        return callTimeout;
    }

    /**
     * Returns the longest time for a probe.
     *
     * @return the timeout
     */
    public Duration probeTimeout() {
        return probeTimeout;
    }

    /**
     * Returns the largest answer that is read.
     *
     * @return bytes, after decompression
     */
    public int maxResponseBytes() {
        return maxResponseBytes;
    }

    /**
     * Returns the most rows that are ever asked for, whatever a target says.
     *
     * @return rows
     */
    public int rowCap() {
        return rowCap;
    }

    /**
     * Returns how launches run.
     *
     * @return {@link LaunchMode#SYNC} unless another is set
     */
    public LaunchMode launchMode() {
        return launchMode;
    }

    /**
     * Returns the way to Superset.
     *
     * @return {@link Proxy#NO_PROXY} unless one is set; the machine's own proxy settings are not used
     */
    public Proxy proxy() {
        return proxy;
    }

    /**
     * Returns the names that the sites add to their templates.
     *
     * @return the names; unmodifiable
     */
    public Set<String> templateNames() {
        return templateNames;
    }

    /**
     * Returns how much is asked of each environment.
     *
     * @return {@link TrafficLimits#defaults()} unless others are set
     */
    public TrafficLimits traffic() {
        return traffic;
    }

    /**
     * Returns the datasets that are trusted to say what fields mean.
     *
     * @return the datasets; {@link TrustedDatasets#NONE} unless some are named
     */
    public TrustedDatasets trustedDatasets() {
        return trustedDatasets;
    }

    /**
     * Returns who hears of each call.
     *
     * @return {@link SupersetCallListener#noop()} unless one is set
     */
    public SupersetCallListener callListener() {
        return callListener;
    }

    /** Returns the ids of the environments only. */
    @Override
    public String toString() {
        return "SupersetConfig" + environments.keySet();
    }
}
