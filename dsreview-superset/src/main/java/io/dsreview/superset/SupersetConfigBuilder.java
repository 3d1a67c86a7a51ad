package io.dsreview.superset;

import io.dsreview.api.execution.ExecutionTarget;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.superset.SupersetCredentials;
import io.dsreview.superset.observation.SupersetCallListener;
import io.dsreview.superset.traffic.TrafficLimits;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Collects a {@link SupersetConfig}, and checks all of it at once. For one thread. */
public final class SupersetConfigBuilder {

    final Map<EnvironmentId, SupersetConfig.Environment> environments = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    Duration connectTimeout = SupersetConfig.DEFAULT_CONNECT_TIMEOUT;
    Duration readTimeout = SupersetConfig.DEFAULT_READ_TIMEOUT;
    Duration callTimeout = SupersetConfig.DEFAULT_CALL_TIMEOUT;
    Duration probeTimeout = SupersetConfig.DEFAULT_PROBE_TIMEOUT;
    int maxResponseBytes = SupersetConfig.DEFAULT_MAX_RESPONSE_BYTES;
    int rowCap = SupersetConfig.DEFAULT_ROW_CAP;
    LaunchMode launchMode = LaunchMode.SYNC;
    Proxy proxy = Proxy.NO_PROXY;
    final Set<String> templateNames = new TreeSet<>();
    final Map<EnvironmentId, Set<Long>> trustedDatasets = new LinkedHashMap<>();
    boolean certifiedOnly;
    TrafficLimits traffic = TrafficLimits.defaults();
    SupersetCallListener callListener = SupersetCallListener.noop();

    SupersetConfigBuilder() {}

    /**
     * Adds a Superset.
     *
     * @param id the name it is known by, 1 to 255 characters
     * @param base its base address, such as {@code https://superset.example.com} or, with an application root,
     *     {@code https://example.com/analytics}; http or https, without user, query and fragment
     * @param credentials under which identity each actor's requests are made
     * @return this
     */
    public SupersetConfigBuilder environment(String id, URI base, SupersetCredentials credentials) {
        EnvironmentUri.Checked checked = EnvironmentUri.check(base);
        checked.problems().forEach(problem -> problems.add("environment: its base address " + problem));
        EnvironmentId environment = environmentId(id);
        if (environment != null
                && environments.put(environment, new SupersetConfig.Environment(checked.base(), credentials)) != null) {
            problems.add("environment: " + environment + " is there twice");
        }
        return this;
    }

    /**
     * Sets the longest time to make a connection.
     *
     * @param timeout more than nothing; default {@link SupersetConfig#DEFAULT_CONNECT_TIMEOUT}
     * @return this
     */
    public SupersetConfigBuilder connectTimeout(Duration timeout) {
        connectTimeout = timeout;
        return this;
    }

    /**
     * Sets the longest silence within an answer.
     *
     * @param timeout more than nothing; default {@link SupersetConfig#DEFAULT_READ_TIMEOUT}
     * @return this
     */
    public SupersetConfigBuilder readTimeout(Duration timeout) {
        readTimeout = timeout;
        return this;
    }

    /**
     * Sets the longest time for one whole operation.
     *
     * @param timeout more than nothing; default {@link SupersetConfig#DEFAULT_CALL_TIMEOUT}
     * @return this
     */
    public SupersetConfigBuilder callTimeout(Duration timeout) {
        callTimeout = timeout;
        return this;
    }

    /**
     * Sets the longest time for a probe.
     *
     * @param timeout more than nothing; default {@link SupersetConfig#DEFAULT_PROBE_TIMEOUT}
     * @return this
     */
    public SupersetConfigBuilder probeTimeout(Duration timeout) {
        probeTimeout = timeout;
        return this;
    }

    /**
     * Sets the largest answer that is read.
     *
     * @param bytes 1,024 or more; default {@link SupersetConfig#DEFAULT_MAX_RESPONSE_BYTES}
     * @return this
     */
    public SupersetConfigBuilder maxResponseBytes(int bytes) {
        maxResponseBytes = bytes;
        return this;
    }

    /**
     * Sets the most rows that are ever asked for.
     *
     * @param rows 1 to {@link ExecutionTarget#MAX_ROW_LIMIT}, which is the default
     * @return this
     */
    public SupersetConfigBuilder rowCap(int rows) {
        rowCap = rows;
        return this;
    }

    /**
     * Sets how launches run.
     *
     * @param mode the mode; default {@link LaunchMode#SYNC}
     * @return this
     */
    public SupersetConfigBuilder launchMode(LaunchMode mode) {
        launchMode = mode;
        return this;
    }

    /**
     * Sets the way to Superset.
     *
     * @param way a proxy; default {@link Proxy#NO_PROXY}
     * @return this
     */
    public SupersetConfigBuilder proxy(Proxy way) {
        proxy = way;
        return this;
    }

    /**
     * Adds names that a Superset's own configuration puts into its templates ({@code JINJA_CONTEXT_ADDONS},
     * {@code CUSTOM_TEMPLATE_PROCESSORS}). Superset fills them; without this they are taken for variables without a value.
     *
     * @param names functions, variables and filters; default none
     * @return this
     */
    public SupersetConfigBuilder templateNames(String... names) {
        templateNames.addAll(List.of(names));
        return this;
    }

    /**
     * Adds datasets that are trusted to say what fields of other datasets mean: reviews may take over verbose names,
     * descriptions, formats, certifications and owners from them.
     *
     * @param environment the Superset that has them, one of the environments
     * @param datasets Superset's ids of the datasets, 1 or more each; default none
     * @return this
     */
    public SupersetConfigBuilder trustedDatasets(String environment, long... datasets) {
        EnvironmentId id = environmentId(environment);
        if (id != null) {
            Set<Long> known = trustedDatasets.computeIfAbsent(id, any -> new TreeSet<>());
            LongStream.of(datasets).forEach(known::add);
        }
        return this;
    }

    /**
     * Sets whether a trusted dataset is used only while Superset shows it as certified.
     *
     * @param only true for certified ones only; default false
     * @return this
     */
    public SupersetConfigBuilder trustedOnlyIfCertified(boolean only) {
        certifiedOnly = only;
        return this;
    }

    /**
     * Sets how much is asked of each environment.
     *
     * @param limits the limits; default {@link TrafficLimits#defaults()}
     * @return this
     */
    public SupersetConfigBuilder traffic(TrafficLimits limits) {
        traffic = limits;
        return this;
    }

    /**
     * Sets who hears of each call.
     *
     * @param listener the listener; default nobody
     * @return this
     */
    public SupersetConfigBuilder callListener(SupersetCallListener listener) {
        callListener = listener;
        return this;
    }

    /**
     * Makes the configuration.
     *
     * @return the configuration
     * @throws IllegalArgumentException if anything is not legal; the message lists everything
     */
    public SupersetConfig build() {
        List<String> all = new ArrayList<>(problems);
        if (environments.isEmpty() && problems.isEmpty()) {
            all.add("environment: there is none; add at least one");
        }
        trustedDatasets.forEach((environment, datasets) -> {
            if (!environments.containsKey(environment)) {
                all.add("trustedDatasets: there is no environment " + environment);
            }
            datasets.stream()
                    .filter(id -> id < 1)
                    .forEach(id -> all.add("trustedDatasets: " + id + " is no id; 1 or more are legal"));
        });
        positive("connectTimeout", connectTimeout, all);
        positive("readTimeout", readTimeout, all);
        positive("callTimeout", callTimeout, all);
        positive("probeTimeout", probeTimeout, all);
        if (maxResponseBytes < 1_024) {
            all.add("maxResponseBytes: is " + maxResponseBytes + "; 1024 or more are legal");
        }
        if (rowCap < 1 || rowCap > ExecutionTarget.MAX_ROW_LIMIT) {
            all.add("rowCap: is " + rowCap + "; 1 to " + ExecutionTarget.MAX_ROW_LIMIT + " are legal");
        }
        if (!all.isEmpty()) {
            throw new IllegalArgumentException("The Superset configuration is not legal: " + String.join("; ", all));
        }
        return new SupersetConfig(this);
    }

    private @Nullable EnvironmentId environmentId(String id) {
        try {
            return new EnvironmentId(id);
        } catch (IllegalArgumentException illegal) {
            problems.add("environment: " + illegal.getMessage());
            return null;
        }
    }

    private static void positive(String name, Duration timeout, List<String> all) {
        boolean legal = !timeout.isNegative() && timeout.toMillis() > 0 && timeout.toHours() < 24;
        if (!legal) {
            all.add(name + ": is " + timeout + "; 1 millisecond to 24 hours are legal");
        }
    }
}
