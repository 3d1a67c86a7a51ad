package io.dsreview.core.invariant;

import io.dsreview.api.access.AccessPolicy;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.CommandResult.Accepted;
import io.dsreview.api.command.CommandResult.Conflict;
import io.dsreview.api.command.CommandResult.Duplicate;
import io.dsreview.api.command.ReviewCommand;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.session.Recovery;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.store.StoredOutcome;
import io.dsreview.core.codec.SessionCodec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Invariant 10: versions count the commits, only the version that was expected is built upon, and a key has one outcome. */
final class OneWriter implements Invariant {

    private static final SessionCodec CODEC = new SessionCodec();
    private static final AccessPolicy POLICY = AccessPolicy.byRole();

    private final Map<List<Object>, StoredOutcome> outcomes = new HashMap<>();

    @Override
    public Stream<String> violations(Observation seen) {
        List<String> found = new ArrayList<>();
        for (Stored each : seen.stored()) {
            long step = each.isRefusal() || each.isProgress() ? 0 : 1;
            if (each.version() != each.previousVersion() + step
                    || each.commit().expectedVersion() != each.previousVersion()) {
                found.add("a commit was built on another version than the stored one");
            }
            if (each.isRefusal() && !each.rewritten().isEmpty()) {
                found.add("the session was changed under the version it had");
            }
            if (each.isProgress()
                    && !each.before().filter(before -> isFurther(before, each)).isPresent()) {
                found.add("a report of a recovery's progress changed something else");
            }
        }
        seen.unexpected()
                .ifPresent(failing -> found.add("a command ended with an exception that no port threw: " + failing));
        seen.result().ifPresent(result -> result(seen, result, found));
        seen.stored().forEach(each -> keys(each, found));
        return found.stream();
    }

    /** A key has one outcome, as long as there is the session that it was for. */
    private void keys(Stored stored, List<String> found) {
        if (stored.isDeletion()) {
            outcomes.values().removeIf(known -> known.session()
                    .equals(stored.after().header().id()));
        }
        StoredOutcome outcome = stored.commit().outcome();
        if (outcome != null
                && outcomes.put(List.of(outcome.tenant(), outcome.user(), outcome.key()), outcome) != null) {
            found.add("a key was bound twice");
        }
    }

    private void result(Observation seen, CommandResult result, List<String> found) {
        Optional<StoredOutcome> bound = bound(seen.command());
        boolean changed = seen.own().stream()
                .anyMatch(each -> !each.isRefusal() && !(result instanceof Duplicate && appliesAnAnswer(each)));
        if (bound.isPresent() && bound.get().command().equals(CODEC.hash(seen.command()))) {
            // Whoever lost the permission meanwhile is not told that it was done, and may meet a conflict as with any
            // command.
            boolean tellable =
                    POLICY.permits(seen.command().actor(), seen.command().permission());
            if (changed || result instanceof Accepted || (tellable && result instanceof Conflict)) {
                found.add("a repeated command did not get its first outcome");
            }
            if (result instanceof Duplicate again
                    && again.version() != bound.get().version()) {
                found.add("a repeated command got the version of another outcome");
            }
            return;
        }
        if (bound.isPresent() && (changed || result instanceof Accepted || result instanceof Duplicate)) {
            found.add("a key was good for another command");
        }
        if (!(result instanceof Accepted) && changed) {
            found.add("a command that was not accepted changed the session");
        }
        if (result instanceof Accepted && seen.command() instanceof SessionCommand to) {
            Optional<Stored> first = seen.own().stream().findFirst();
            if (first.map(Stored::previousVersion)
                    .filter(version -> version == to.context().expectedVersion())
                    .isEmpty()) {
                found.add("a command was accepted on another version than it expected");
            }
        }
        if (result instanceof Conflict conflict && conflict.expected() == conflict.actual()) {
            found.add("a conflict without a difference");
        }
    }

    /** What was accepted before a crash, which kept it from being applied. */
    private static boolean appliesAnAnswer(Stored stored) {
        return stored.before()
                        .filter(before -> before.clarification().answered())
                        .isPresent()
                && !stored.after().clarification().answered();
    }

    /** The same attempt at the same recovery, and nothing else. */
    private static boolean isFurther(ReviewSession before, Stored progress) {
        Recovery known = before.recovery();
        Recovery now = progress.after().recovery();
        return known.task() != null
                && now.task() != null
                && now.isRunning(known.task().attempt())
                && known.phase() == now.phase()
                && progress.after()
                        .withHeader(before.header())
                        .withRecovery(now.with(known.task()))
                        .equals(before);
    }

    private Optional<StoredOutcome> bound(ReviewCommand command) {
        return Optional.ofNullable(command.key())
                .map(key -> outcomes.get(
                        List.of(command.actor().tenant(), command.actor().user(), key)));
    }
}
