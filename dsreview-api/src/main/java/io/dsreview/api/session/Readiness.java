package io.dsreview.api.session;

import io.dsreview.api.execution.InputFingerprint;
import io.dsreview.api.execution.LaunchSummary;
import io.dsreview.api.gate.GateDecision;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How ready a session is, for one actor at one moment. Computed from the session, never stored, so that it cannot
 * contradict it. No I/O is done for it: it speaks as of the last reading of the dataset's revision.
 *
 * @param launch the launch gate for that actor
 * @param preview the state of the current preview
 * @param summary what a launch by that actor would run; null unless there is a preview of the present inputs
 * @param currentInputs fingerprint of the present inputs, or null until the dataset is known
 * @param next the one thing to do next
 * @param needed what somebody else has to do, and who can; null unless {@code next} is
 *     {@link RecommendedAction#ASK_FOR_PERMISSION}
 * @param asOf the moment
 */
public record Readiness(
        GateDecision launch,
        PreviewState preview,
        @Nullable LaunchSummary summary,
        @Nullable InputFingerprint currentInputs,
        RecommendedAction next,
        @Nullable NeededPermission needed,
        Instant asOf) {

    /**
     * Says what to do next in the words of a reader.
     *
     * @param locale the reader's language; falls back to English
     * @return what to do, or whom to ask for it
     */
    public String nextStep(Locale locale) {
        return needed == null ? next.text(locale) : needed.text(locale);
    }
}
