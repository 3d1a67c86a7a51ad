package io.dsreview.core.view;

import io.dsreview.api.access.AccessPolicy;
import io.dsreview.api.access.Actor;
import io.dsreview.api.access.FeatureFlags;
import io.dsreview.api.access.Permission;
import io.dsreview.api.access.Role;
import io.dsreview.api.execution.CompiledPreview;
import io.dsreview.api.execution.Gate;
import io.dsreview.api.execution.PreviewStatus;
import io.dsreview.api.gate.GateDecision;
import io.dsreview.api.gate.GateExplanation;
import io.dsreview.api.id.TenantId;
import io.dsreview.api.session.NeededPermission;
import io.dsreview.api.session.PreviewState;
import io.dsreview.api.session.Readiness;
import io.dsreview.api.session.RecommendedAction;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.ReviewView;
import io.dsreview.core.clarification.Summaries;
import io.dsreview.core.gate.Gates;
import io.dsreview.core.gate.LaunchFacts;
import io.dsreview.core.gate.LaunchSummaries;
import io.dsreview.core.seam.Seams;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Computes what an actor sees of a session. Nothing of it is stored.
 *
 * @param policy says what the actor may do
 * @param features what is switched on for a tenant
 * @param seams tell the time
 */
public record ReviewViews(AccessPolicy policy, Function<TenantId, FeatureFlags> features, Seams seams) {

    /**
     * Returns the same views at another moment.
     *
     * @param moment the moment
     * @return the views as they were then, of whatever session they are asked about
     */
    public ReviewViews asOf(Instant moment) {
        return new ReviewViews(policy, features, new Seams(Clock.fixed(moment, ZoneOffset.UTC), seams.random()));
    }

    /**
     * Computes the view.
     *
     * @param session the session
     * @param actor who looks
     * @return the session and what can be done with it now
     */
    public ReviewView of(ReviewSession session, Actor actor) {
        LaunchFacts facts = facts(session, actor);
        return new ReviewView(session, readiness(facts, actor), Profiles.of(session), Summaries.of(facts));
    }

    /**
     * Computes how ready a session is.
     *
     * @param session the session
     * @param actor who looks
     * @return the readiness
     */
    public Readiness readiness(ReviewSession session, Actor actor) {
        return readiness(facts(session, actor), actor);
    }

    private Readiness readiness(LaunchFacts facts, Actor actor) {
        ReviewSession session = facts.session();
        GateDecision launch = explain(facts, actor, Gate.LAUNCH).decision();
        PreviewState preview = preview(facts);
        RecommendedAction next = RecommendedActions.next(facts, launch, preview);
        NeededPermission needed = needed(session, actor, next);
        return new Readiness(
                launch,
                preview,
                LaunchSummaries.of(facts, actor.user()).orElse(null),
                facts.current().orElse(null),
                needed == null ? next : RecommendedAction.ASK_FOR_PERMISSION,
                needed,
                facts.now());
    }

    /**
     * Evaluates a gate.
     *
     * @param session the session
     * @param actor who asks
     * @param gate the gate
     * @return every clause, holding or not
     */
    public GateExplanation explain(ReviewSession session, Actor actor, Gate gate) {
        return explain(facts(session, actor), actor, gate);
    }

    private GateExplanation explain(LaunchFacts facts, Actor actor, Gate gate) {
        return Gates.explain(gate, facts, policy.permits(actor, Permission.PREVIEW_REQUEST));
    }

    /**
     * Gathers what the launch gate looks at.
     *
     * @param session the session
     * @param actor who asks
     * @return the facts
     */
    public LaunchFacts facts(ReviewSession session, Actor actor) {
        return LaunchFacts.of(
                session,
                seams.now(),
                policy.permits(actor, Permission.LAUNCH_EXECUTE),
                features.apply(actor.tenant()).execution());
    }

    /** What somebody else has to do; null if the actor may. Without SQL, a launch by hand also takes what a launch takes. */
    private @Nullable NeededPermission needed(ReviewSession session, Actor actor, RecommendedAction next) {
        Stream<Permission> launching =
                next == RecommendedAction.LAUNCH_BY_HAND ? Stream.of(Permission.LAUNCH_EXECUTE) : Stream.empty();
        return Stream.concat(launching, RecommendedActions.needs(next, session).stream())
                .filter(permission -> !policy.permits(actor, permission))
                .findFirst()
                .map(permission -> new NeededPermission(next, permission, holders(actor, permission)))
                .orElse(null);
    }

    private Set<Role> holders(Actor actor, Permission permission) {
        return Arrays.stream(Role.values())
                .filter(role -> policy.permits(new Actor(actor.tenant(), actor.user(), Set.of(role)), permission))
                .collect(Collectors.toSet());
    }

    private static PreviewState preview(LaunchFacts facts) {
        Optional<CompiledPreview> preview = facts.session().execution().preview();
        if (preview.isEmpty()) {
            return PreviewState.NONE;
        }
        if (preview.get().status() == PreviewStatus.PENDING) {
            return PreviewState.PENDING;
        }
        if (facts.preview().isEmpty()) {
            return PreviewState.FAILED;
        }
        return facts.stalePreview().isPresent() ? PreviewState.STALE : PreviewState.READY;
    }
}
