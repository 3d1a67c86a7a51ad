package io.dsreview.core.pipeline;

import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Permission;
import io.dsreview.api.command.ExecutionCommand.HandOffLaunch;
import io.dsreview.api.command.ExecutionCommand.Launch;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.command.SessionSource;
import io.dsreview.api.command.StartSession;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.CompiledPreview;
import io.dsreview.api.execution.DatasetRevision;
import io.dsreview.api.execution.HandOffLink;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.semantic.SemanticSourceResolver.Resolution;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionStatus;
import io.dsreview.api.superset.LinkReading;
import io.dsreview.api.superset.RecoveredDataset;
import io.dsreview.api.superset.SupersetCompilationAdapter.RevisionReading;
import io.dsreview.core.decision.Decision;
import io.dsreview.core.decision.Decisions;
import io.dsreview.core.decision.Facts;
import io.dsreview.core.finding.ReviewProblem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what a decision may know. All I/O that comes before a decision is here.
 *
 * @param ports the ports that are asked
 * @param guard turns a port's exception into a problem
 */
record FactFinder(Ports ports, Guard guard) {

    private static final HandOffLink NO_LINK_YET = new HandOffLink("", false);

    /**
     * What a session is started from.
     *
     * @param link the text as it was pasted, or the link to the page of the dataset
     * @param reading what that is
     */
    record Source(String link, LinkReading reading) {}

    Source source(StartSession command) {
        return guard.orElse(
                () -> link(command.source())
                        .map(link -> new Source(link, ports.extractor().read(link)))
                        .orElseGet(() -> refused(Problem.of(ReviewProblem.ENVIRONMENT_UNKNOWN))),
                FactFinder::refused);
    }

    private Optional<String> link(SessionSource source) {
        return source instanceof SessionSource.Dataset named
                ? ports.extractor().linkTo(named.environment(), named.dataset())
                : Optional.of(((SessionSource.Link) source).text());
    }

    private static Source refused(Problem problem) {
        return new Source("", new LinkReading.Refused(problem));
    }

    Facts plain(Actor actor) {
        return facts(actor, null, null, null);
    }

    Facts about(ReviewSession stored, SessionCommand command) {
        ReviewSession session = Decisions.current(stored, command, ports.seams().now());
        if (command instanceof ApplySemanticSource apply) {
            return withResolution(session, apply);
        }
        if (command instanceof RequestPreview) {
            return withRevision(session, command.actor());
        }
        if (command instanceof Launch) {
            Facts known = plain(command.actor());
            return known.mayLaunch() ? withRevision(session, command.actor()) : known;
        }
        if (command instanceof HandOffLaunch handOff) {
            return withLink(session, handOff);
        }
        return plain(command.actor());
    }

    private Facts withResolution(ReviewSession session, ApplySemanticSource command) {
        if (session.recovery().dataset().isEmpty() || session.header().status() != SessionStatus.ACTIVE) {
            return plain(command.actor());
        }
        List<FieldId> asked = Decisions.asked(session, command.source());
        Resolution resolution = guard.orElse(
                () -> ports.resolver().resolve(command.source(), asked, command.actor()), Resolution.Unusable::new);
        return facts(command.actor(), null, null, resolution);
    }

    private Facts withRevision(ReviewSession session, Actor actor) {
        Optional<RecoveredDataset> dataset = session.recovery().dataset();
        if (dataset.isEmpty() || session.header().status() != SessionStatus.ACTIVE) {
            return plain(actor);
        }
        RevisionReading reading = guard.orElse(
                () -> ports.adapter()
                        .readRevision(
                                session.intake().environment(),
                                dataset.get().reference(),
                                session.execution().target(),
                                actor),
                RevisionReading.Unknown::new);
        return reading instanceof RevisionReading.Known known
                ? facts(actor, known.revision(), null, null)
                : facts(actor, null, ((RevisionReading.Unknown) reading).problem(), null);
    }

    /** Making a link may store something in Superset, so none is made for a hand-off that is refused anyway. */
    private Facts withLink(ReviewSession session, HandOffLaunch command) {
        Actor actor = command.actor();
        Facts read = withRevision(session, actor);
        Optional<CompiledPreview> preview = session.execution().readyPreview();
        if (preview.isEmpty() || read.unreadable() != null) {
            return read;
        }
        if (!(Decisions.of(session, command, read.linked(NO_LINK_YET)) instanceof Decision.Change)) {
            return read;
        }
        String sql = String.valueOf(preview.get().sql());
        return guard.orElse(
                () -> read.linked(ports.adapter().handOffLink(preview.get().inputs(), sql, actor)),
                problem -> facts(actor, read.revision(), problem, null));
    }

    private Facts facts(
            Actor actor,
            @Nullable DatasetRevision revision,
            @Nullable Problem unreadable,
            @Nullable Resolution resolution) {
        return new Facts(
                actor,
                ports.seams().now(),
                ports.seams().freshId(),
                ports.policy().permits(actor, Permission.LAUNCH_EXECUTE),
                ports.features().apply(actor.tenant()),
                ports.work().terms(),
                revision,
                unreadable,
                resolution,
                null);
    }
}
