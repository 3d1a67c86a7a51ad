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
import io.dsreview.api.id.IdempotencyKey;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.id.TenantId;
import io.dsreview.api.id.UserId;
import io.dsreview.api.session.SessionQuery;
import io.dsreview.api.store.ReviewStore;
import io.dsreview.api.store.SessionCommit;
import io.dsreview.api.store.StoredHeader;
import io.dsreview.api.store.StoredOutcome;
import io.dsreview.api.store.StoredSession;
import io.dsreview.api.superset.LinkReading;
import io.dsreview.api.superset.RecoveryMonitor;
import io.dsreview.api.superset.SupersetCompilationAdapter;
import io.dsreview.api.superset.SupersetContextExtractor;
import io.dsreview.api.superset.SupersetLink;
import io.dsreview.core.invariant.Fault.Place;
import io.dsreview.core.invariant.Fault.SecondWriter;
import io.dsreview.core.pipeline.Ports;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets one call of one port go wrong during a command. */
final class FaultyPorts {

    private static final Place[] COMMITS = {Place.FIRST_COMMIT, Place.SECOND_COMMIT, Place.THIRD_COMMIT};

    private final BiConsumer<SessionId, SecondWriter> secondWriter;
    private Fault fault = Fault.NONE;
    private int commits;
    private @Nullable SessionId committed;

    /** Takes what a second writer does. */
    FaultyPorts(BiConsumer<SessionId, SecondWriter> secondWriter) {
        this.secondWriter = secondWriter;
    }

    /** Arms the next call of a place; gives back what was armed before and did not happen. */
    Fault arm(Fault next) {
        Fault left = fault;
        fault = next;
        commits = 0;
        committed = null;
        return left;
    }

    Ports wrap(Ports ports) {
        return new Ports(
                new Store(ports.store()),
                new Extractor(ports.extractor()),
                new Adapter(ports.adapter()),
                (source, fields, actor) ->
                        at(Place.RESOLVER, () -> ports.resolver().resolve(source, fields, actor)),
                new Policy(ports.policy()),
                ports.features(),
                event -> run(Place.LISTENER, () -> ports.listener().onEvent(event)),
                head -> run(Place.ANCHOR, () -> ports.anchors().publish(head)),
                ports.seams(),
                ports.work());
    }

    private void run(Place place, Runnable call) {
        at(place, () -> {
            call.run();
            return place;
        });
    }

    private void letSecondWriter(Place place, @Nullable SessionId session) {
        if (fault.place() == place && session != null) {
            secondWriter.accept(session, arm(Fault.NONE).secondWriter());
        }
    }

    private <T> T meanwhile(Place place, Supplier<T> call) {
        letSecondWriter(Place.SECOND_WRITER_MEANWHILE, committed);
        return at(place, call);
    }

    private <T> T at(Place place, Supplier<T> call) {
        if (fault.place() != place) {
            return call.get();
        }
        Fault happening = arm(Fault.NONE);
        Fault.Manner manner = happening.manner();
        if (manner == Fault.Manner.BREAKS_AFTER || manner == Fault.Manner.DIES_AFTER) {
            T unheard = call.get();
            Objects.requireNonNull(unheard);
        }
        if (manner == Fault.Manner.DIES || manner == Fault.Manner.DIES_AFTER) {
            throw new Fault.Death(place);
        }
        throw new Fault.Broken(place);
    }

    private final class Store implements ReviewStore {
        private final ReviewStore inner;

        Store(ReviewStore inner) {
            this.inner = inner;
        }

        @Override
        public boolean commit(SessionCommit commit) {
            letSecondWriter(Place.SECOND_WRITER, commit.header().session().id());
            committed = commit.header().session().id();
            Place place = commits < COMMITS.length ? COMMITS[commits] : Place.NOWHERE;
            commits++;
            return place == Place.NOWHERE ? inner.commit(commit) : at(place, () -> inner.commit(commit));
        }

        @Override
        public Optional<StoredSession> load(TenantId tenant, SessionId session) {
            return inner.load(tenant, session);
        }

        @Override
        public Optional<StoredOutcome> outcome(TenantId tenant, UserId user, IdempotencyKey key) {
            return inner.outcome(tenant, user, key);
        }

        @Override
        public List<StoredHeader> list(Scope scope, SessionQuery query) {
            return inner.list(scope, query);
        }

        @Override
        public History history(TenantId tenant, SessionId session) {
            return inner.history(tenant, session);
        }
    }

    private final class Extractor implements SupersetContextExtractor {
        private final SupersetContextExtractor inner;

        Extractor(SupersetContextExtractor inner) {
            this.inner = inner;
        }

        @Override
        public LinkReading read(String pastedLink) {
            return at(Place.LINK_READER, () -> inner.read(pastedLink));
        }

        @Override
        public Optional<String> linkTo(EnvironmentId environment, long dataset) {
            return at(Place.LINK_READER, () -> inner.linkTo(environment, dataset));
        }

        @Override
        public Optional<Problem> probe(EnvironmentId environment, Actor actor) {
            return at(Place.PROBE, () -> inner.probe(environment, actor));
        }

        @Override
        public Recovery recover(SupersetLink link, Actor actor, RecoveryMonitor monitor) {
            return meanwhile(Place.EXTRACTOR, () -> inner.recover(link, actor, monitor));
        }
    }

    private final class Adapter implements SupersetCompilationAdapter {
        private final SupersetCompilationAdapter inner;

        Adapter(SupersetCompilationAdapter inner) {
            this.inner = inner;
        }

        @Override
        public RevisionReading readRevision(
                EnvironmentId environment, DatasetReference dataset, ExecutionTarget target, Actor actor) {
            return at(Place.REVISION, () -> inner.readRevision(environment, dataset, target, actor));
        }

        @Override
        public Compilation compile(EffectiveInputs inputs, Actor actor) {
            return meanwhile(Place.COMPILER, () -> inner.compile(inputs, actor));
        }

        @Override
        public LaunchTerms terms(EffectiveInputs inputs, String sql, Actor actor) {
            return meanwhile(Place.TERMS, () -> inner.terms(inputs, sql, actor));
        }

        @Override
        public LaunchOutcome launch(SentLaunch launch, Actor actor) {
            return meanwhile(Place.LAUNCHER, () -> inner.launch(launch, actor));
        }

        @Override
        public LaunchOutcome lookUp(SentLaunch launch, Actor actor) {
            return meanwhile(Place.LOOK_UP, () -> inner.lookUp(launch, actor));
        }

        @Override
        public LaunchOutcome stop(SentLaunch launch, Actor actor) {
            return meanwhile(Place.STOP, () -> inner.stop(launch, actor));
        }

        @Override
        public HandOffLink handOffLink(EffectiveInputs inputs, String sql, Actor actor) {
            return at(Place.HAND_OFF_LINK, () -> inner.handOffLink(inputs, sql, actor));
        }
    }

    private final class Policy implements AccessPolicy {
        private final AccessPolicy inner;

        Policy(AccessPolicy inner) {
            this.inner = inner;
        }

        @Override
        public boolean permits(Actor actor, Permission permission) {
            return at(Place.POLICY, () -> inner.permits(actor, permission));
        }

        @Override
        public Scope scopeOf(Actor actor) {
            return at(Place.POLICY, () -> inner.scopeOf(actor));
        }
    }
}
