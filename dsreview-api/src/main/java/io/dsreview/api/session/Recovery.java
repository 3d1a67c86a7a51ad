package io.dsreview.api.session;

import io.dsreview.api.error.Problem;
import io.dsreview.api.id.RecoveryItemId;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveredDataset;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.RecoveryProgress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the link: the recovered context, the dataset under review, and what persons settled by hand.
 *
 * @param phase how far recovery is
 * @param task the work on it, or null if nothing was ever started; of the last attempt once that has ended
 * @param context what was recovered, or null
 * @param failure why recovery failed, or null
 * @param datasetId the dataset under review, or null until it is chosen
 * @param decisions what persons settled; copied
 */
public record Recovery(
        Phase phase,
        @Nullable RecoveryTask task,
        @Nullable RecoveredContext context,
        @Nullable Problem failure,
        @Nullable Long datasetId,
        List<RecoveryDecision> decisions) {

    /** How far recovery is. */
    public enum Phase {
        /** It has not begun: it waits for the command. */
        WAITING,

        /** It has not ended; once its lease has run out, as after a crash, it is picked up by resuming the session. */
        RUNNING,
        /** There is a context. */
        RECOVERED,
        /** There is none, or it took too long; it can be tried again. */
        FAILED,
        /** Somebody called it off; it can be tried again. */
        CANCELLED,
        /** The link's shape is not supported: there is nothing to recover. */
        UNSUPPORTED
    }

    /** The recovery of a link from which nothing can be recovered. */
    public static final Recovery UNSUPPORTED = new Recovery(Phase.UNSUPPORTED, null, null, null, null, List.of());

    /** The recovery of a link that waits for the command. */
    public static final Recovery WAITING = new Recovery(Phase.WAITING, null, null, null, null, List.of());

    /** Copies the decisions. */
    public Recovery {
        decisions = List.copyOf(decisions);
    }

    /**
     * Tells whether an attempt is still the one whose end is waited for.
     *
     * @param attempt the attempt
     * @return false once it ended, was called off, or another one was started
     */
    public boolean isRunning(long attempt) {
        return phase == Phase.RUNNING && task != null && task.attempt() == attempt;
    }

    /**
     * Tells whether a recovery runs and somebody works on it.
     *
     * @param now the moment
     * @return false if none runs, or if whoever worked on it has not been heard of for too long
     */
    public boolean isWorkedOn(Instant now) {
        return phase == Phase.RUNNING && task != null && task.isLeased(now);
    }

    /**
     * Returns how far the running recovery is.
     *
     * @return how far; empty if none runs
     */
    public Optional<RecoveryProgress> progress() {
        return phase == Phase.RUNNING ? Optional.ofNullable(task).map(RecoveryTask::progress) : Optional.empty();
    }

    /**
     * Returns this recovery in another phase.
     *
     * @param next the phase
     * @param known what was recovered, or null
     * @param why why it failed, or null
     * @return the copy
     */
    public Recovery in(Phase next, @Nullable RecoveredContext known, @Nullable Problem why) {
        return new Recovery(next, task, known, why, datasetId, decisions);
    }

    /**
     * Returns this recovery with other work on it.
     *
     * @param work the work
     * @return the copy
     */
    public Recovery with(RecoveryTask work) {
        return new Recovery(phase, work, context, failure, datasetId, decisions);
    }

    /**
     * Returns the dataset under review.
     *
     * @return the dataset, or empty until it is chosen
     */
    public Optional<RecoveredDataset> dataset() {
        return context == null || datasetId == null ? Optional.empty() : context.dataset(datasetId);
    }

    /**
     * Returns the items that concern the dataset under review: its own, and those of the whole link.
     *
     * @return the items, in order; empty without a context
     */
    public List<RecoveryItem> relevantItems() {
        if (context == null) {
            return List.of();
        }
        return context.summary().items().stream()
                .filter(item -> item.datasetId() == null || item.datasetId().equals(datasetId))
                .toList();
    }

    /**
     * Returns the relevant items that are required and that nobody has settled.
     *
     * @return the items, in order
     */
    public List<RecoveryItem> unsettled() {
        return relevantItems().stream()
                .filter(item -> item.required() && decisionOn(item).isEmpty())
                .toList();
    }

    /**
     * Returns how an item was settled.
     *
     * @param item the item, as it is found now
     * @return the decision, or empty; also if what was accepted as absent says something else by now
     */
    public Optional<RecoveryDecision> decisionOn(RecoveryItem item) {
        return decisions.stream().filter(decision -> decision.settles(item)).findFirst();
    }

    /**
     * Returns the values that a person supplied for an item.
     *
     * @param item the item
     * @return the values, or empty if there are none
     */
    public Optional<List<String>> suppliedFor(RecoveryItemId item) {
        return decisions.stream()
                .filter(decision -> !decision.absent() && decision.item().equals(item))
                .map(RecoveryDecision::values)
                .findFirst();
    }

    /**
     * Returns this recovery with an item settled, in place of how it was settled before.
     *
     * @param decision how
     * @return the copy
     */
    public Recovery with(RecoveryDecision decision) {
        return new Recovery(
                phase,
                task,
                context,
                failure,
                datasetId,
                Stream.concat(
                                decisions.stream().filter(known -> !known.item().equals(decision.item())),
                                Stream.of(decision))
                        .toList());
    }
}
