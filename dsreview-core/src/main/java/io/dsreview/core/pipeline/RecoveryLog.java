package io.dsreview.core.pipeline;

import io.dsreview.api.access.Actor;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionStatus;
import io.dsreview.api.superset.RecoveryProgress;
import io.dsreview.core.decision.Decisions;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps in the store that somebody works on an attempt, and how far it is. Of the reports, those are stored that begin or end
 * a stage, and between them one after each tenth of what there is; never more than {@value #MOST_REPORTS}. One write at a time:
 * none of them moves the version, so that the store would let a renewal put back the progress that it had read.
 */
final class RecoveryLog {

    private static final int MOST_REPORTS = 100;
    private static final int MOST_ATTEMPTS = 5;
    private static final int PARTS = 10;

    private final Sessions sessions;
    private final Commits commits;
    private final Ports ports;
    private final ReviewSession session;
    private final Actor actor;
    private final long attempt;
    private @Nullable RecoveryProgress stored;
    private int reports;

    RecoveryLog(Sessions sessions, Commits commits, Ports ports, ReviewSession session, Actor actor) {
        this.sessions = sessions;
        this.commits = commits;
        this.ports = ports;
        this.session = session;
        this.actor = actor;
        this.attempt = Objects.requireNonNull(session.recovery().task()).attempt();
    }

    long attempt() {
        return attempt;
    }

    /** Stores that it is worked on. Returns false if nobody waits for this attempt any more. */
    synchronized boolean renew() {
        return store(null, ports.work().terms().lease());
    }

    /** Stores that nobody works on it any more, so that somebody else can at once. */
    synchronized void release() {
        store(null, Duration.ZERO);
    }

    /** Stores how far it is, if that is worth it. Returns false if it was found that nobody waits any more. */
    synchronized boolean report(RecoveryProgress progress) {
        if (!isWorthStoring(progress)) {
            return true;
        }
        reports++;
        stored = progress;
        return store(progress, ports.work().terms().lease());
    }

    private boolean isWorthStoring(RecoveryProgress progress) {
        RecoveryProgress last = stored;
        if (last == null) {
            return true;
        }
        if (reports == MOST_REPORTS || progress.equals(last)) {
            return false;
        }
        boolean turn = last.stage() != progress.stage() || progress.done() == progress.total();
        return turn || progress.done() - last.done() >= Math.max(1, progress.total() / PARTS);
    }

    private boolean store(@Nullable RecoveryProgress progress, Duration lease) {
        for (int i = 0; i < MOST_ATTEMPTS; i++) {
            Optional<Loaded> loaded = sessions.load(
                            actor.tenant(), session.header().id())
                    .filter(each -> each.session().header().status() == SessionStatus.ACTIVE)
                    .filter(each -> each.session().recovery().isRunning(attempt));
            if (loaded.isEmpty()) {
                return false;
            }
            Instant now = ports.seams().now();
            if (commits.storeProgress(
                    loaded.get(), Decisions.progressed(loaded.get().session(), progress, now.plus(lease), now))) {
                return true;
            }
        }
        return true; // somebody else writes all the time; the next report or renewal tries again
    }
}
