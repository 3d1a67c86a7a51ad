package io.dsreview.api.session;

import io.dsreview.api.execution.InputFingerprint;
import io.dsreview.api.gate.GateDecision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How ready a session is, for one actor at one moment. Computed from the session, never stored, so that it cannot
 * contradict it. No I/O is done for it: it speaks as of the last reading of the dataset's revision.
 *
 * @param launch the launch gate for that actor
 * @param preview the state of the current preview
 * @param currentInputs fingerprint of the present inputs, or null until the dataset is known
 * @param next the one thing to do next
 * @param asOf the moment
 */
public record Readiness(
        GateDecision launch,
        PreviewState preview,
        @Nullable InputFingerprint currentInputs,
        RecommendedAction next,
        Instant asOf) {}
