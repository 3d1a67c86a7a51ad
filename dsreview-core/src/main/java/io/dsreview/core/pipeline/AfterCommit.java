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

    ReviewSession follow(ReviewSession committed, Effect first, Actor actor) {
        ReviewSession session = committed;
        Effect effect = first;
        while (!(effect instanceof Effect.None)) {
            Settled settled = step(session, effect, actor);
            session = settled.session();
            effect = settled.next();
        }
        return session;
    }

    private Settled step(ReviewSession session, Effect effect, Actor actor) {
        if (effect instanceof Effect.Recover) {
            return new Settled(recoveries.start(session, actor), new Effect.None());
        }
        if (effect instanceof Effect.StopRecovery) {
            recoveries.stop(session.header().id());
            return new Settled(session, new Effect.None());
        }
        return settling.settle(session.header().id(), effect, effects.run(effect, session, actor), actor)
                .orElseGet(() -> new Settled(session, new Effect.None())); // somebody deleted it meanwhile
    }
}
