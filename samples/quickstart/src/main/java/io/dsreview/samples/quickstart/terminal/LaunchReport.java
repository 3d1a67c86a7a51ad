package io.dsreview.samples.quickstart.terminal;

import io.dsreview.api.execution.LaunchSummary;
import io.dsreview.api.execution.LaunchSummary.Approval;
import io.dsreview.api.execution.LaunchSummary.Value;
import java.util.Locale;

/** Shows what a launch would run, before it is confirmed. */
public final class LaunchReport {

    private LaunchReport() {}

    /**
     * Shows it.
     *
     * @param summary what would run
     * @param screen where
     */
    public static void print(LaunchSummary summary, Screen screen) {
        screen.say("Would run the SQL " + summary.sql().shortHex() + " on "
                + summary.dataset().name() + ", as "
                + summary.revision().supersetIdentity() + " in \"" + summary.environment() + "\", "
                + (summary.terms().onWorker() ? "on a worker" : "within the request") + ", at most "
                + summary.terms().rowLimit() + " rows, with");
        for (Value value : summary.values()) {
            Approval approval = value.approval();
            String origin = value.origin().toLowerCase(Locale.ROOT).replace('_', ' ');
            String approved = approval == null ? "approved by nobody" : "approved by " + approval.by();
            screen.say(value.name() + ": " + value.value() + " (" + origin + "; " + approved + ")");
        }
        screen.done("confirmed as shown: summary " + summary.hash().shortHex());
    }
}
