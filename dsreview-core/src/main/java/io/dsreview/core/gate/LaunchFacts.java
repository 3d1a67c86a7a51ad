package io.dsreview.core.gate;

import io.dsreview.api.execution.CompiledPreview;
import io.dsreview.api.execution.EffectiveInputs;
import io.dsreview.api.execution.InputFingerprint;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.core.mapping.CurrentInputs;
import java.time.Instant;
import java.util.Optional;

/**
 * Everything the launch gate looks at, gathered once before it is asked: hashing the inputs is the dearest thing there is in
 * looking at a session.
 *
 * @param session the session
 * @param now the moment
 * @param mayLaunch true if the actor holds the launch permission
 * @param executionOn true if the host has switched execution on
 * @param preview the current preview, if it is ready
 * @param current fingerprint of the present inputs; empty until the dataset is known
 */
public record LaunchFacts(
        ReviewSession session,
        Instant now,
        boolean mayLaunch,
        boolean executionOn,
        Optional<CompiledPreview> preview,
        Optional<InputFingerprint> current) {

    /**
     * Gathers the facts.
     *
     * @param session the session
     * @param now the moment
     * @param mayLaunch true if the actor holds the launch permission
     * @param executionOn true if the host has switched execution on
     * @return the facts
     */
    public static LaunchFacts of(ReviewSession session, Instant now, boolean mayLaunch, boolean executionOn) {
        return new LaunchFacts(
                session,
                now,
                mayLaunch,
                executionOn,
                session.execution().readyPreview(),
                CurrentInputs.of(session).map(EffectiveInputs::fingerprint));
    }

    /**
     * Returns the same facts for somebody who may launch, where execution is switched on.
     *
     * @return the copy
     */
    public LaunchFacts permitted() {
        return new LaunchFacts(session, now, true, true, preview, current);
    }

    /**
     * Returns the current preview if it was made for other inputs than the present ones, or has expired.
     *
     * @return the preview, or empty if there is none that is ready, or it says what would run
     */
    public Optional<CompiledPreview> stalePreview() {
        return preview.filter(ready ->
                current.map(fingerprint -> ready.isStale(fingerprint, now)).orElse(true));
    }
}
