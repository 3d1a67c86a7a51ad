package io.dsreview.api.ledger;

import java.util.List;

/**
 * Where the heads of the chains are published, so that cutting a chain off can be proven later. A host implements it
 * with storage that its database administrators cannot rewrite.
 *
 * <p>Called after each commit, on the thread of the command, concurrently for different sessions. An exception is logged
 * and does not undo the commit.
 */
@FunctionalInterface
public interface AnchorSink {

    /**
     * Publishes a head.
     *
     * @param head the newest head of its chain
     */
    void publish(LedgerHead head);

    /**
     * Returns a sink that keeps nothing.
     *
     * @return the sink
     */
    static AnchorSink noop() {
        return head -> {};
    }

    /**
     * Returns a sink that publishes to several, in order.
     *
     * @param sinks the sinks; copied
     * @return the sink
     */
    static AnchorSink composite(List<AnchorSink> sinks) {
        List<AnchorSink> copy = List.copyOf(sinks);
        return head -> copy.forEach(sink -> sink.publish(head));
    }
}
