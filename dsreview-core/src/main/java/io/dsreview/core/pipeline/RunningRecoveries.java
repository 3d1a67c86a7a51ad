package io.dsreview.core.pipeline;

import io.dsreview.api.access.Actor;
import io.dsreview.api.error.Problem;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import io.dsreview.core.finding.ReviewProblem;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;

/** The recoveries that this process works on: at most one per session, the one that was started last. Thread-safe. */
final class RunningRecoveries {

    private final Ports ports;
    private final Guard guard;
    private final Sessions sessions;
    private final Commits commits;
    private final Settling settling;
    private final Map<SessionId, RecoveryRun> running = new ConcurrentHashMap<>();

    RunningRecoveries(Ports ports, Guard guard, Sessions sessions, Commits commits, Settling settling) {
        this.ports = ports;
        this.guard = guard;
        this.sessions = sessions;
        this.commits = commits;
        this.settling = settling;
    }

    /** Works on the recovery that was committed, and returns the session as it is when the executor took it over. */
    Loaded start(Loaded committed, Actor actor) {
        ReviewSession session = committed.session();
        SessionId id = session.header().id();
        RecoveryLog log = new RecoveryLog(sessions, commits, ports, session, actor);
        RecoveryRun run =
                new RecoveryRun(ports, guard, settling, log, session, actor, ended -> running.remove(id, ended));
        Optional.ofNullable(running.put(id, run)).ifPresent(RecoveryRun::stop);
        run.watch();
        try {
            ports.work().executor().execute(run);
        } catch (RejectedExecutionException full) {
            run.end(new Recovery.Failed(Problem.of(ReviewProblem.RECOVERY_NOT_STARTED)));
            run.stop();
        }
        return run.ended().or(() -> sessions.load(actor.tenant(), id)).orElse(committed);
    }

    /** Stops working on a session's recovery, whose end was committed. */
    void stop(SessionId session) {
        Optional.ofNullable(running.get(session)).ifPresent(RecoveryRun::stop);
    }

    /** Stops working on all of them, and gives their leases back, so that others can pick them up. */
    void leaveBehind() {
        running.values().forEach(RecoveryRun::leaveBehind);
    }
}
