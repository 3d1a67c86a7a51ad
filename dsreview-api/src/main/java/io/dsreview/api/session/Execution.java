package io.dsreview.api.session;

import io.dsreview.api.execution.CompiledPreview;
import io.dsreview.api.execution.DatasetRevision;
import io.dsreview.api.execution.ExecutionTarget;
import io.dsreview.api.execution.LaunchAttempt;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What will run, what was compiled, and what was launched.
 *
 * @param target what will run
 * @param revision the state of the dataset's definition when it was read last, or null before it was read
 * @param previews all previews, oldest first; copied
 * @param launches all launch attempts, oldest first; copied
 */
public record Execution(
        ExecutionTarget target,
        @Nullable DatasetRevision revision,
        List<CompiledPreview> previews,
        List<LaunchAttempt> launches) {

    /** Copies both lists. */
    public Execution {
        previews = List.copyOf(previews);
        launches = List.copyOf(launches);
    }

    /**
     * Returns the current preview: the one that was asked for last.
     *
     * @return the preview, or empty if none was asked for
     */
    public Optional<CompiledPreview> preview() {
        return previews.isEmpty() ? Optional.empty() : Optional.of(previews.get(previews.size() - 1));
    }

    /**
     * Returns the current preview if it is ready, stale or not.
     *
     * @return the preview, or empty
     */
    public Optional<CompiledPreview> readyPreview() {
        return preview().filter(CompiledPreview::isReady);
    }

    /**
     * Returns the launch attempt that was made last.
     *
     * @return the attempt, or empty if there was none
     */
    public Optional<LaunchAttempt> lastLaunch() {
        return launches.isEmpty() ? Optional.empty() : Optional.of(launches.get(launches.size() - 1));
    }
}
