package io.dsreview.core.decision;

import io.dsreview.api.access.Actor;
import io.dsreview.api.access.FeatureFlags;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.DatasetRevision;
import io.dsreview.api.execution.HandOffLink;
import io.dsreview.api.id.UserId;
import io.dsreview.api.semantic.SemanticSourceResolver.Resolution;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a decision may know besides the session and the command; gathered before, so that deciding does no I/O.
 *
 * @param actor who asks
 * @param now the moment
 * @param freshId an id nobody has used, for whatever the decision makes
 * @param mayLaunch true if the actor holds the launch permission
 * @param flags what the host has switched on for the actor's tenant
 * @param recovery how long a recovery may take
 * @param revision the state of the dataset's definition as just read; null where the command does not need it
 * @param unreadable why that state or the link could not be had, or null
 * @param resolution what the semantic source says; null where the command has none
 * @param handOffLink where a person finds the previewed SQL; null where the command does not need it
 */
public record Facts(
        Actor actor,
        Instant now,
        String freshId,
        boolean mayLaunch,
        FeatureFlags flags,
        RecoveryTerms recovery,
        @Nullable DatasetRevision revision,
        @Nullable Problem unreadable,
        @Nullable Resolution resolution,
        @Nullable HandOffLink handOffLink) {

    /**
     * Returns these facts with a link for a person.
     *
     * @param link where the person finds the previewed SQL
     * @return the copy
     */
    public Facts linked(HandOffLink link) {
        return new Facts(actor, now, freshId, mayLaunch, flags, recovery, revision, unreadable, resolution, link);
    }

    UserId user() {
        return actor.user();
    }
}
