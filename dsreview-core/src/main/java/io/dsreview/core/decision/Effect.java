package io.dsreview.core.decision;

import io.dsreview.api.id.LaunchId;
import io.dsreview.api.id.PreviewId;
import java.util.List;

/** Something to do after a decision was committed. Its result becomes a commit of its own. */
public sealed interface Effect {

    /** Nothing to do. */
    record None() implements Effect {}

    /** Recover the context from Superset. */
    record Recover() implements Effect {}

    /** Stop working on the recovery, whose end was committed. */
    record StopRecovery() implements Effect {}

    /** Evaluate findings, mappings and questions again. */
    record Reevaluate() implements Effect {}

    /**
     * Have Superset compile a preview.
     *
     * @param preview the pending preview
     */
    record Compile(PreviewId preview) implements Effect {}

    /**
     * Have SQL Lab run a launch.
     *
     * @param launch the intended launch
     */
    record Send(LaunchId launch) implements Effect {}

    /**
     * Look up what became of launches.
     *
     * @param launches the launches; copied
     */
    record LookUp(List<LaunchId> launches) implements Effect {
        /** Copies the launches. */
        public LookUp {
            launches = List.copyOf(launches);
        }
    }

    /**
     * Ask SQL Lab to stop a launch.
     *
     * @param launch the launch
     */
    record Stop(LaunchId launch) implements Effect {}
}
