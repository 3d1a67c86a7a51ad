package io.dsreview.core.gate;

import io.dsreview.api.execution.CompiledPreview;
import io.dsreview.api.execution.EffectiveInputs;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.core.mapping.CurrentInputs;
import java.time.Instant;
import java.util.Optional;

/**
 * Everything the launch gate looks at, gathered before it is asked.
 *
 * @param session the session
 * @param now the moment
 * @param mayLaunch true if the actor holds the launch permission
 * @param executionOn true if the host has switched execution on
 */
public record LaunchFacts(ReviewSession session, Instant now, boolean mayLaunch, boolean executionOn) {

    Optional<CompiledPreview> preview() {
        return session.execution().readyPreview();
    }

    Optional<EffectiveInputs> inputs() {
        return CurrentInputs.of(session);
    }
}
