package io.dsreview.core.invariant;

import io.dsreview.api.access.AccessPolicy;
import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Permission;
import io.dsreview.api.access.Scope;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.DatasetReference;
import io.dsreview.api.execution.EffectiveInputs;
import io.dsreview.api.execution.ExecutionTarget;
import io.dsreview.api.execution.HandOffLink;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.LaunchTerms;
import io.dsreview.api.execution.SentLaunch;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.superset.LinkReading;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveryMonitor;
import io.dsreview.api.superset.RecoverySummary;
import io.dsreview.api.superset.SupersetCompilationAdapter;
import io.dsreview.api.superset.SupersetContextExtractor;
import io.dsreview.api.superset.SupersetLink;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A host's adapters to Superset, and its policies, that break one rule each, and else do as the one behind them. */
final class BrokenAdapters {

    private BrokenAdapters() {}

    static AccessPolicy everybodyMayLaunch(AccessPolicy policy) {
        return new AccessPolicy() {
            @Override
            public boolean permits(Actor actor, Permission permission) {
                return permission == Permission.LAUNCH_EXECUTE || policy.permits(actor, permission);
            }

            @Override
            public Scope scopeOf(Actor actor) {
                return policy.scopeOf(actor);
            }
        };
    }

    static AccessPolicy wholeTenant(AccessPolicy policy) {
        return new AccessPolicy() {
            @Override
            public boolean permits(Actor actor, Permission permission) {
                return policy.permits(actor, permission);
            }

            @Override
            public Scope scopeOf(Actor actor) {
                return new Scope(actor.tenant(), null);
            }
        };
    }

    private static class Same implements SupersetCompilationAdapter {
        private final SupersetCompilationAdapter inner;

        Same(SupersetCompilationAdapter inner) {
            this.inner = inner;
        }

        @Override
        public RevisionReading readRevision(
                EnvironmentId environment, DatasetReference dataset, ExecutionTarget target, Actor actor) {
            return inner.readRevision(environment, dataset, target, actor);
        }

        @Override
        public Compilation compile(EffectiveInputs inputs, Actor actor) {
            return inner.compile(inputs, actor);
        }

        @Override
        public LaunchTerms terms(EffectiveInputs inputs, String sql, Actor actor) {
            return inner.terms(inputs, sql, actor);
        }

        @Override
        public LaunchOutcome launch(SentLaunch launch, Actor actor) {
            return inner.launch(launch, actor);
        }

        @Override
        public LaunchOutcome lookUp(SentLaunch launch, Actor actor) {
            return inner.lookUp(launch, actor);
        }

        @Override
        public LaunchOutcome stop(SentLaunch launch, Actor actor) {
            return inner.stop(launch, actor);
        }

        @Override
        public HandOffLink handOffLink(EffectiveInputs inputs, String sql, Actor actor) {
            return inner.handOffLink(inputs, sql, actor);
        }
    }

    /** Reads a revision once. */
    static final class CachedRevision extends Same {
        private final Map<DatasetReference, RevisionReading> known = new HashMap<>();

        CachedRevision(SupersetCompilationAdapter inner) {
            super(inner);
        }

        @Override
        public RevisionReading readRevision(
                EnvironmentId environment, DatasetReference dataset, ExecutionTarget target, Actor actor) {
            return known.computeIfAbsent(dataset, none -> super.readRevision(environment, dataset, target, actor));
        }
    }

    /** Does not trust the first answer. */
    static final class SendingTwice extends Same {
        SendingTwice(SupersetCompilationAdapter inner) {
            super(inner);
        }

        @Override
        public LaunchOutcome launch(SentLaunch launch, Actor actor) {
            super.launch(launch, actor);
            return super.launch(launch, actor);
        }
    }

    /** Means well. */
    static final class AddingALimit extends Same {
        AddingALimit(SupersetCompilationAdapter inner) {
            super(inner);
        }

        @Override
        public Compilation compile(EffectiveInputs inputs, Actor actor) {
            Compilation answer = super.compile(inputs, actor);
            return answer instanceof Compilation.Compiled compiled
                            && !compiled.sql().isBlank()
                    ? new Compilation.Compiled(compiled.sql() + " LIMIT 100", compiled.channel(), compiled.leftOut())
                    : answer;
        }
    }

    /** Leaves out what was not recovered. */
    static final class GlossingOver implements SupersetContextExtractor {
        private final SupersetContextExtractor inner;

        GlossingOver(SupersetContextExtractor inner) {
            this.inner = inner;
        }

        @Override
        public LinkReading read(String pastedLink) {
            return inner.read(pastedLink);
        }

        @Override
        public Optional<String> linkTo(EnvironmentId environment, long dataset) {
            return inner.linkTo(environment, dataset);
        }

        @Override
        public Optional<Problem> probe(EnvironmentId environment, Actor actor) {
            return inner.probe(environment, actor);
        }

        @Override
        public Recovery recover(SupersetLink link, Actor actor, RecoveryMonitor monitor) {
            Recovery end = inner.recover(link, actor, monitor);
            return end instanceof Recovery.Recovered recovered
                    ? new Recovery.Recovered(complete(recovered.context()))
                    : end;
        }

        private static RecoveredContext complete(RecoveredContext context) {
            return new RecoveredContext(
                    context.link(),
                    context.kind(),
                    context.server(),
                    context.dashboardId(),
                    context.title(),
                    context.charts(),
                    context.datasets(),
                    context.filters(),
                    context.urlParameters(),
                    context.query(),
                    new RecoverySummary(List.of()));
        }
    }
}
