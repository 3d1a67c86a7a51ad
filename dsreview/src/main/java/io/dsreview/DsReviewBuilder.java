package io.dsreview;

import io.dsreview.api.access.AccessPolicy;
import io.dsreview.api.access.FeatureFlags;
import io.dsreview.api.id.TenantId;
import io.dsreview.api.inference.InferenceProvider;
import io.dsreview.api.ledger.AnchorSink;
import io.dsreview.api.privacy.PiiMasker;
import io.dsreview.api.semantic.DictionaryTable;
import io.dsreview.api.semantic.SemanticSourceResolver;
import io.dsreview.api.session.SessionEventListener;
import io.dsreview.api.store.ReviewStore;
import io.dsreview.api.superset.SupersetCompilationAdapter;
import io.dsreview.api.superset.SupersetContextExtractor;
import io.dsreview.api.superset.SupersetCredentials;
import io.dsreview.core.ReviewCore;
import io.dsreview.core.decision.RecoveryTerms;
import io.dsreview.core.pipeline.Ports;
import io.dsreview.core.pipeline.RecoveryWork;
import io.dsreview.core.seam.Seams;
import io.dsreview.core.semantic.JdbcDictionary;
import io.dsreview.core.semantic.SemanticSources;
import io.dsreview.superset.Superset;
import io.dsreview.superset.SupersetConfig;
import io.dsreview.superset.SupersetConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link DsReview} is made of. Not thread-safe; used once. */
public final class DsReviewBuilder {

    private final SupersetConfigBuilder superset = SupersetConfig.builder();
    private boolean environments;
    private @Nullable SupersetConfig wholeConfig;
    private @Nullable SupersetContextExtractor extractor;
    private @Nullable SupersetCompilationAdapter adapter;
    private @Nullable ReviewStore store;
    private @Nullable SemanticSourceResolver resolver;
    private final Map<String, DictionaryTable> dictionaries = new LinkedHashMap<>();
    private @Nullable InferenceProvider model;
    private PiiMasker masker = PiiMasker.denyAll();
    private AccessPolicy policy = AccessPolicy.byRole();
    private Function<TenantId, FeatureFlags> features = tenant -> FeatureFlags.ALL_ON;
    private SessionEventListener listener = SessionEventListener.noop();
    private AnchorSink anchors = AnchorSink.noop();
    private Seams seams = Seams.system();
    private RecoveryWork recoveries = RecoveryWork.onCallersThread();

    DsReviewBuilder() {}

    /**
     * Adds a Superset. Only links into one of these are ever followed.
     *
     * @param id the name it is known by
     * @param base its base address, such as {@code https://superset.example.com}
     * @param credentials under which identity each actor's requests are made
     * @return this
     */
    public DsReviewBuilder environment(String id, URI base, SupersetCredentials credentials) {
        superset.environment(id, base, credentials);
        environments = true;
        return this;
    }

    /**
     * Adds datasets that are trusted to say what fields of other datasets mean, for
     * {@link io.dsreview.api.semantic.SemanticSource#dataset}. Default: none.
     *
     * @param environment the Superset that has them, one of the environments
     * @param datasets Superset's ids of the datasets
     * @return this
     */
    public DsReviewBuilder trustedDatasets(String environment, long... datasets) {
        superset.trustedDatasets(environment, datasets);
        environments = true;
        return this;
    }

    /**
     * Uses a whole configuration of Supersets, with its own timeouts and limits, in place of {@link #environment}
     * and {@link #trustedDatasets}.
     *
     * @param config the configuration
     * @return this
     */
    public DsReviewBuilder superset(SupersetConfig config) {
        wholeConfig = config;
        return this;
    }

    /**
     * Uses other ports to Superset than the ones that come with dsreview, such as fakes in a test.
     *
     * @param contextExtractor finds out what links mean
     * @param compilationAdapter has SQL compiled and run
     * @return this
     */
    public DsReviewBuilder superset(
            SupersetContextExtractor contextExtractor, SupersetCompilationAdapter compilationAdapter) {
        extractor = contextExtractor;
        adapter = compilationAdapter;
        return this;
    }

    /**
     * Sets where sessions are kept. There is no default: whether reviews survive a restart is the host's decision.
     *
     * @param reviewStore the store
     * @return this
     */
    public DsReviewBuilder store(ReviewStore reviewStore) {
        store = reviewStore;
        return this;
    }

    /**
     * Connects a dictionary, for {@link io.dsreview.api.semantic.SemanticSource#connected}. Default: none.
     *
     * @param name the name it is applied by
     * @param table its rows, such as {@link JdbcDictionary#table}
     * @return this
     */
    public DsReviewBuilder dictionary(String name, DictionaryTable table) {
        dictionaries.put(name, table);
        return this;
    }

    /**
     * Has a model draft meanings, for {@link io.dsreview.api.semantic.SemanticSource#drafts}. Default: no model, and
     * {@link PiiMasker#denyAll()}.
     *
     * @param provider asks the model
     * @param piiMasker takes personal values out of what it is asked
     * @return this
     */
    public DsReviewBuilder drafts(InferenceProvider provider, PiiMasker piiMasker) {
        model = provider;
        masker = piiMasker;
        return this;
    }

    /**
     * Sets how sources other than reference datasets are read, in place of {@link SemanticSources} with what
     * {@link #dictionary} and {@link #drafts} set. Reference datasets are read by the connected
     * Supersets; where other ports are used in their place, this resolver gets them too.
     *
     * @param semanticResolver the resolver
     * @return this
     */
    public DsReviewBuilder resolver(SemanticSourceResolver semanticResolver) {
        resolver = semanticResolver;
        return this;
    }

    /**
     * Sets who may do what. Default: {@link AccessPolicy#byRole()}.
     *
     * @param accessPolicy the policy
     * @return this
     */
    public DsReviewBuilder accessPolicy(AccessPolicy accessPolicy) {
        policy = accessPolicy;
        return this;
    }

    /**
     * Sets what is switched on for each tenant. Default: {@link FeatureFlags#ALL_ON} for everybody. It is asked on the thread of the command and concurrently, as
     * {@link AccessPolicy} is; a flag can change at any time.
     *
     * @param flags gives what is on for a tenant
     * @return this
     */
    public DsReviewBuilder features(Function<TenantId, FeatureFlags> flags) {
        features = flags;
        return this;
    }

    /**
     * Sets who hears what happens. Default: nobody.
     *
     * @param eventListener the listener
     * @return this
     */
    public DsReviewBuilder listener(SessionEventListener eventListener) {
        listener = eventListener;
        return this;
    }

    /**
     * Sets where ledger heads are published. Default: nowhere, so that a cut-off ledger cannot be proven.
     *
     * @param sink the sink
     * @return this
     */
    public DsReviewBuilder anchors(AnchorSink sink) {
        anchors = sink;
        return this;
    }

    /**
     * Sets on whose threads contexts are recovered. Default: the thread of the command, which then takes as long as the
     * recovery does. With any other one a command returns at once, with the recovery running; how far it is can be heard
     * by the listener, and read by finding the review again.
     *
     * @param executor the executor; closed by whoever made it
     * @return this
     */
    public DsReviewBuilder recoveryExecutor(Executor executor) {
        recoveries = new RecoveryWork(executor, recoveries.terms(), recoveries.alarm());
        return this;
    }

    /**
     * Sets how long a recovery may take. Default: {@link RecoveryTerms#DEFAULT}.
     *
     * @param timeout after how long one fails that has not ended; positive
     * @param lease for how long a process that works on one may be silent, before another one on the same store may pick the
     *     recovery up; longer than the clocks of the processes differ by, at least 3 ms. It is renewed three times as often
     * @return this
     * @throws IllegalArgumentException if one of them is too short
     */
    public DsReviewBuilder recoveryTerms(Duration timeout, Duration lease) {
        recoveries = new RecoveryWork(recoveries.executor(), new RecoveryTerms(timeout, lease), recoveries.alarm());
        return this;
    }

    /**
     * Sets where time and chance come from. Default: {@link Seams#system()}.
     *
     * @param timeAndChance the seams
     * @return this
     */
    public DsReviewBuilder seams(Seams timeAndChance) {
        seams = timeAndChance;
        return this;
    }

    /**
     * Makes the handle.
     *
     * @return the handle
     * @throws IllegalArgumentException if anything is missing or not legal; the message lists everything
     */
    public DsReview build() {
        List<String> problems = new ArrayList<>();
        SupersetConfig config = wholeConfig;
        if (config != null && environments) {
            problems.add(
                    "there are environments or trusted datasets beside a whole configuration; add them to the configuration");
        } else if (config == null && extractor == null && !environments) {
            problems.add("there is no environment; add one with environment(id, base, credentials)");
        } else if (environments) {
            try {
                config = superset.build();
            } catch (IllegalArgumentException illegal) {
                problems.add(String.valueOf(illegal.getMessage()));
            }
        }
        ReviewStore kept = store;
        if (kept == null || !problems.isEmpty()) {
            if (kept == null) {
                problems.add("there is no store; set one with store(…), such as new InMemoryReviewStore()");
            }
            throw new IllegalArgumentException("dsreview cannot be built: " + String.join("; ", problems));
        }
        return build(kept, config == null ? null : Superset.connect(config));
    }

    private DsReview build(ReviewStore kept, @Nullable Superset connected) {
        SupersetContextExtractor reads = extractor;
        SupersetCompilationAdapter compiles = adapter;
        if (connected != null) {
            reads = reads == null ? connected.contextExtractor() : reads;
            compiles = compiles == null ? connected.compilationAdapter() : compiles;
        }
        if (reads == null || compiles == null) {
            throw new IllegalArgumentException("dsreview cannot be built: superset(…) needs both ports");
        }
        SemanticSourceResolver own = resolver == null ? new SemanticSources(dictionaries, model, masker) : resolver;
        SemanticSourceResolver sources =
                connected == null ? own : SemanticSourceResolver.of(own, connected.referenceResolver());
        Ports ports = new Ports(kept, reads, compiles, sources, policy, features, listener, anchors, seams, recoveries);
        return new DsReview(new ReviewCore(ports), seams, connected == null ? () -> {} : connected::close);
    }
}
