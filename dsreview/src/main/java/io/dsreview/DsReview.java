package io.dsreview;

import io.dsreview.api.DatasetReviewOrchestrator;
import io.dsreview.api.DatasetReviewSessionRepository;
import io.dsreview.api.access.Actor;
import io.dsreview.api.command.SessionSource;
import io.dsreview.api.command.StartSession;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.id.IdempotencyKey;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.session.SessionPage;
import io.dsreview.api.session.SessionQuery;
import io.dsreview.core.ReviewCore;
import io.dsreview.core.seam.Seams;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The door for a plain Java host: configured once, shared by all threads.
 *
 * <pre>{@code
 * DsReview reviews = DsReview.builder()
 *         .environment("prod", URI.create("https://superset.example.com"), credentials)
 *         .store(new InMemoryReviewStore())
 *         .build();
 * Review review = reviews.start(Actor.of("acme", "ann", Role.MAINTAINER), link).orElseThrow();
 * }</pre>
 */
public final class DsReview implements AutoCloseable {

    private final ReviewCore core;
    private final Supplier<IdempotencyKey> keys;
    private final Runnable closing;

    DsReview(ReviewCore core, Seams seams, Runnable closing) {
        this.core = core;
        this.keys = () -> new IdempotencyKey(seams.freshId());
        this.closing = closing;
    }

    /**
     * Returns a builder. At least one environment and a store are needed.
     *
     * @return a builder
     */
    public static DsReviewBuilder builder() {
        return new DsReviewBuilder();
    }

    /**
     * Starts a review from a pasted link.
     *
     * @param actor who asks; becomes the owner
     * @param link the link
     * @return how it ended
     */
    public ReviewResult start(Actor actor, String link) {
        return start(actor, new SessionSource.Link(link));
    }

    /**
     * Starts a review of a dataset itself, without the filters of any dashboard.
     *
     * @param actor who asks; becomes the owner
     * @param environment the environment that has it
     * @param dataset Superset's id of the dataset
     * @return how it ended
     */
    public ReviewResult start(Actor actor, EnvironmentId environment, long dataset) {
        return start(actor, new SessionSource.Dataset(environment, dataset));
    }

    private ReviewResult start(Actor actor, SessionSource source) {
        return ReviewResult.of(
                core.execute(new StartSession(actor, keys.get(), source)),
                done -> new Review(core, keys, actor, done.orElseThrow()));
    }

    /**
     * Opens a review that exists.
     *
     * @param actor who asks
     * @param session its id
     * @return the review as it is now, or empty if there is none within the actor's reach
     */
    public Optional<Review> find(Actor actor, SessionId session) {
        return core.find(actor, session).map(view -> new Review(core, keys, actor, view));
    }

    /**
     * Lists the reviews within the actor's reach.
     *
     * @param actor who asks
     * @param query which of them, and which page, such as {@link SessionQuery#DEFAULT}
     * @return one line per review, and the query of the next page
     */
    public SessionPage list(Actor actor, SessionQuery query) {
        return core.list(actor, query);
    }

    /**
     * Returns the door for commands, for hosts that build them themselves.
     *
     * @return the orchestrator
     */
    public DatasetReviewOrchestrator orchestrator() {
        return core;
    }

    /**
     * Returns the door for reading.
     *
     * @return the repository
     */
    public DatasetReviewSessionRepository repository() {
        return core;
    }

    /**
     * Stops working on recoveries, which can be picked up later, and frees the connections to Superset. The store and the
     * executor stay open: whoever made them closes them.
     */
    @Override
    public void close() {
        core.close();
        closing.run();
    }
}
