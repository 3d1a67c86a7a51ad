package io.dsreview.samples.quickstart.terminal;

import io.dsreview.api.execution.LaunchSummary;
import io.dsreview.api.execution.LaunchSummary.Approval;
import io.dsreview.api.execution.LaunchSummary.Value;

/**
 * Shows what a launch would run, before it is confirmed.
 *
 * @param screen where
 * @param phrases its words
 */
public record LaunchReport(Screen screen, Phrases phrases) {

    /**
     * Shows it.
     *
     * @param summary what would run
     */
    public void print(LaunchSummary summary) {
        screen.say(phrases.get(
                summary.terms().onWorker() ? "launch.worker" : "launch.request",
                "sql",
                summary.sql().shortHex(),
                "dataset",
                summary.dataset().name(),
                "identity",
                summary.revision().supersetIdentity(),
                "environment",
                summary.environment(),
                "rows",
                summary.terms().rowLimit()));
        for (Value value : summary.values()) {
            Approval approval = value.approval();
            screen.say(phrases.get(
                    approval == null ? "launch.value.open" : "launch.value",
                    "name",
                    value.name(),
                    "value",
                    value.value(),
                    "origin",
                    phrases.word(value.origin()),
                    "by",
                    approval == null ? "" : approval.by()));
        }
        screen.done(phrases.get("launch.confirmed", "hash", summary.hash().shortHex()));
    }
}
