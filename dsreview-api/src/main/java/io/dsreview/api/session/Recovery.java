package io.dsreview.api.session;

import io.dsreview.api.error.Problem;
import io.dsreview.api.id.RecoveryItemId;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveredDataset;
import io.dsreview.api.superset.RecoveryItem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the link: the recovered context, the dataset under review, and what persons settled by hand.
 *
 * @param phase how far recovery is
 * @param context what was recovered, or null
 * @param failure why recovery failed, or null
 * @param datasetId the dataset under review, or null until it is chosen
 * @param decisions what persons settled; copied
 */
public record Recovery(
        Phase phase,
        @Nullable RecoveredContext context,
        @Nullable Problem failure,
        @Nullable Long datasetId,
        List<RecoveryDecision> decisions) {

    /** How far recovery is. */
    public enum Phase {
        /** It has not begun: it waits for the command. */
        WAITING,

        /** It has not ended; after a crash it is picked up by resuming the session. */
        RUNNING,
        /** There is a context. */
        RECOVERED,
        /** There is none; it can be tried again. */
        FAILED,
        /** The link's shape is not supported: there is nothing to recover. */
        UNSUPPORTED
    }

    /** Copies the decisions. */
    public Recovery {
        decisions = List.copyOf(decisions);
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
                .filter(item -> item.required() && decisionOn(item.id()).isEmpty())
                .toList();
    }

    /**
     * Returns how an item was settled.
     *
     * @param item the item
     * @return the decision, or empty
     */
    public Optional<RecoveryDecision> decisionOn(RecoveryItemId item) {
        return decisions.stream()
                .filter(decision -> decision.item().equals(item))
                .findFirst();
    }
}
