package io.dsreview.core.pipeline;

import io.dsreview.api.access.Actor;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.core.decision.Effect;
import io.dsreview.core.pipeline.Settling.Settled;

/**
 * Does what was committed: effects one after the other on the thread of the command, until there are none; recoveries as
 * tasks.
 *
 * @param effects runs effects
 * @param recoveries works on recoveries
 * @param settling stores results
 */
record AfterCommit(Effects effects, RunningRecoveries recoveries, Settling settling) {

    ReviewSession follow(Loaded committed, Effect first, Actor actor) {
        Loaded stored = committed;
        Effect effect = first;
        while (!(effect instanceof Effect.None)) {
            Settled settled = step(stored, effect, actor);
            stored = settled.session();
            effect = settled.next();
        }
        return stored.session();
    }

    private Settled step(Loaded stored, Effect effect, Actor actor) {
        if (effect instanceof Effect.Recover) {
            return new Settled(recoveries.start(stored, actor), new Effect.None());
        }
        if (effect instanceof Effect.StopRecovery) {
            recoveries.stop(stored.session().header().id());
            return new Settled(stored, new Effect.None());
        }
        return settling.settle(stored, effect, effects.run(effect, stored.session(), actor), actor)
                .orElseGet(() -> new Settled(stored, new Effect.None())); // somebody deleted it meanwhile
    }
}
