package io.dsreview.core.pipeline;

import io.dsreview.api.access.Actor;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.core.decision.Decision;
import io.dsreview.core.decision.Decision.Change;
import io.dsreview.core.decision.Effect;
import io.dsreview.core.seam.Seams;
import java.util.Optional;

/**
 * Stores what an effect found out: a commit of its own, decided on whatever is stored by then.
 *
 * @param sessions loads the session
 * @param commits stores it
 * @param seams tell the time
 */
record Settling(Sessions sessions, Commits commits, Seams seams) {

    /** How often a commit is tried again after somebody else stored something first. */
    static final int MOST_ATTEMPTS = 100;

    /**
     * A session after an effect's result was stored, or found to change nothing.
     *
     * @param session the session
     * @param next what to do after that
     */
    record Settled(ReviewSession session, Effect next) {}

    /**
     * Stores a result.
     *
     * @param id the session
     * @param done the effect
     * @param result what it found out
     * @param actor on whose behalf
     * @return the session by then; empty if there is none any more
     */
    Optional<Settled> settle(SessionId id, Effect done, Effects.Result result, Actor actor) {
        String name = done.getClass().getSimpleName();
        for (int attempt = 0; attempt <= MOST_ATTEMPTS; attempt++) {
            Optional<Loaded> loaded = sessions.load(actor.tenant(), id);
            if (loaded.isEmpty()) {
                return Optional.empty();
            }
            Decision decision = result.decide(loaded.get().session(), seams.now());
            if (!(decision instanceof Change change)) {
                return Optional.of(new Settled(loaded.get().session(), new Effect.None()));
            }
            Optional<Settled> stored = commits.store(loaded.get(), change, actor, "effect." + name, version -> null)
                    .map(session -> new Settled(session, change.effect()));
            if (stored.isPresent()) {
                return stored;
            }
        }
        throw new IllegalStateException(
                "the result of " + name + " could not be stored in " + MOST_ATTEMPTS + " attempts; resume the session");
    }
}
