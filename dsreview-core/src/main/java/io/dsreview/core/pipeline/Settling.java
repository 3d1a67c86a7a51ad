package io.dsreview.core.pipeline;

import io.dsreview.api.access.Actor;
import io.dsreview.api.id.SessionId;
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
    record Settled(Loaded session, Effect next) {}

    /**
     * Stores a result right after the commit that asked for it. Mostly nobody stored anything in between, and the session is
     * not read again.
     *
     * @param committed the session as it was committed
     * @param done the effect
     * @param result what it found out
     * @param actor on whose behalf
     * @return the session by then; empty if there is none any more
     */
    Optional<Settled> settle(Loaded committed, Effect done, Effects.Result result, Actor actor) {
        Decision decision = result.decide(committed.session(), seams.now());
        Optional<Settled> stored =
                decision instanceof Change change ? store(committed, change, done, actor) : Optional.empty();
        return stored.isPresent()
                ? stored
                : settle(committed.session().header().id(), done, result, actor, MOST_ATTEMPTS - 1);
    }

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
        return settle(id, done, result, actor, MOST_ATTEMPTS);
    }

    private Optional<Settled> settle(SessionId id, Effect done, Effects.Result result, Actor actor, int attempts) {
        for (int attempt = 0; attempt < attempts; attempt++) {
            Optional<Loaded> loaded = sessions.load(actor.tenant(), id);
            if (loaded.isEmpty()) {
                return Optional.empty();
            }
            Decision decision = result.decide(loaded.get().session(), seams.now());
            if (!(decision instanceof Change change)) {
                return Optional.of(new Settled(loaded.get(), new Effect.None()));
            }
            Optional<Settled> stored = store(loaded.get(), change, done, actor);
            if (stored.isPresent()) {
                return stored;
            }
        }
        throw new IllegalStateException("the result of " + name(done) + " could not be stored in " + MOST_ATTEMPTS
                + " attempts; resume the session");
    }

    private Optional<Settled> store(Loaded before, Change change, Effect done, Actor actor) {
        return commits.store(before, change, actor, "effect." + name(done), version -> null)
                .map(stored -> new Settled(stored, change.effect()));
    }

    private static String name(Effect effect) {
        return effect.getClass().getSimpleName();
    }
}
