package io.dsreview.core.pipeline;

import io.dsreview.api.access.AccessPolicy;
import io.dsreview.api.access.FeatureFlags;
import io.dsreview.api.id.TenantId;
import io.dsreview.api.ledger.AnchorSink;
import io.dsreview.api.semantic.SemanticSourceResolver;
import io.dsreview.api.session.SessionEventListener;
import io.dsreview.api.store.ReviewStore;
import io.dsreview.api.superset.SupersetCompilationAdapter;
import io.dsreview.api.superset.SupersetContextExtractor;
import io.dsreview.core.seam.Seams;
import java.util.function.Function;

/**
 * Everything outside the core that the pipeline talks to.
 *
 * @param store where sessions are kept
 * @param extractor finds out what links mean
 * @param adapter has SQL compiled and run
 * @param resolver reads semantic sources
 * @param policy says who may do what
 * @param features what is switched on for a tenant; called like the policy
 * @param listener hears what happens
 * @param anchors where ledger heads are published
 * @param seams time and chance
 * @param work how recoveries are worked on
 */
public record Ports(
        ReviewStore store,
        SupersetContextExtractor extractor,
        SupersetCompilationAdapter adapter,
        SemanticSourceResolver resolver,
        AccessPolicy policy,
        Function<TenantId, FeatureFlags> features,
        SessionEventListener listener,
        AnchorSink anchors,
        Seams seams,
        RecoveryWork work) {

    /**
     * Makes ports of which recoveries are worked on by the thread of the command.
     *
     * @param store where sessions are kept
     * @param extractor finds out what links mean
     * @param adapter has SQL compiled and run
     * @param resolver reads semantic sources
     * @param policy says who may do what
     * @param features what is switched on for a tenant
     * @param listener hears what happens
     * @param anchors where ledger heads are published
     * @param seams time and chance
     */
    public Ports(
            ReviewStore store,
            SupersetContextExtractor extractor,
            SupersetCompilationAdapter adapter,
            SemanticSourceResolver resolver,
            AccessPolicy policy,
            Function<TenantId, FeatureFlags> features,
            SessionEventListener listener,
            AnchorSink anchors,
            Seams seams) {
        this(
                store,
                extractor,
                adapter,
                resolver,
                policy,
                features,
                listener,
                anchors,
                seams,
                RecoveryWork.onCallersThread());
    }
}
