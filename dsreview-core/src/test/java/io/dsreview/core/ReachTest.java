package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.access.AccessPolicy;
import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Permission;
import io.dsreview.api.access.Role;
import io.dsreview.api.access.Scope;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.CommandResult.NotFound;
import io.dsreview.api.command.ExecutionCommand.Launch;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.command.SemanticCommand.DecideField;
import io.dsreview.api.command.SemanticCommand.DecideField.Choice;
import io.dsreview.api.execution.Gate;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.id.TenantId;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.api.session.SessionQuery;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReachTest {

    private static final SessionId MISSING = new SessionId("01ARZ3NDEKTSV4RRFFQ69G5FAV");

    private final World world = World.readyToLaunch();

    /** Somebody who must not reach Ann's session, under a policy of the host. */
    record Stranger(String what, Actor actor, AccessPolicy policy) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Stranger> strangers() {
        AccessPolicy byRole = AccessPolicy.byRole();
        return Stream.of(
                new Stranger("another owner", World.BEN, byRole),
                new Stranger("an administrator of another tenant with the same name", World.EVE, byRole),
                new Stranger(
                        "another tenant whose scope is wrongly widened",
                        World.EVE,
                        withScope(new Scope(new TenantId("acme"), null))),
                new Stranger(
                        "nobody in particular",
                        Actor.of("acme", "nobody"),
                        withScope(new Scope(new TenantId("other"), null))));
    }

    @Nested
    class RE3_aForeignSessionIsLikeAMissingOne {

        @Tag("exhaustive")
        @ParameterizedTest
        @MethodSource("io.dsreview.core.ReachTest#strangers")
        void forEveryCommand(Stranger stranger) {
            for (var command : Commands.all()) {
                World foreign = World.readyToLaunch();
                var ledger = foreign.core.ledger(World.ANN, foreign.id());
                foreign.heard.clear();
                ReviewCore core = foreign.core(stranger.policy(), true, foreign.heard::add);

                var answers = Stream.of(foreign.id(), MISSING)
                        .map(id ->
                                core.execute(command.make().apply(new CommandContext(stranger.actor(), id, 1, null))))
                        .toList();

                assertThat(answers).as(command.name()).containsOnly(new NotFound());
                assertThat(foreign.heard).hasSize(2).containsOnly(foreign.heard.get(0));
                assertThat(foreign.heard.get(0).session()).isNull();
                assertThat(foreign.core.ledger(World.ANN, foreign.id())).isEqualTo(ledger);
            }
        }

        @Tag("exhaustive")
        @ParameterizedTest
        @MethodSource("io.dsreview.core.ReachTest#strangers")
        void forEveryCommandThatIsAlsoDamaged(Stranger stranger) {
            ReviewCore core = world.core(stranger.policy(), true, world.heard::add);

            var answers = Stream.of(world.id(), MISSING)
                    .map(id -> core.execute(new Launch(new CommandContext(stranger.actor(), id, -1, null), null)))
                    .toList();

            assertThat(answers.get(0)).isEqualTo(answers.get(1));
        }

        @ParameterizedTest
        @MethodSource("io.dsreview.core.ReachTest#strangers")
        void forEveryQuery(Stranger stranger) {
            ReviewCore core = world.core(stranger.policy(), true, world.heard::add);
            Actor actor = stranger.actor();
            for (SessionId id : List.of(world.id(), MISSING)) {
                assertThat(core.find(actor, id)).isEmpty();
                assertThat(core.explain(actor, id, Gate.LAUNCH)).isEmpty();
                assertThat(core.events(actor, id)).isEmpty();
                assertThat(core.ledger(actor, id)).isEmpty();
                assertThat(core.verifyLedger(actor, id)).isEmpty();
                assertThat(core.ledgerHead(actor, id)).isEmpty();
                assertThat(core.exportJson(actor, id)).isEmpty();
            }
            assertThat(core.list(actor, SessionQuery.DEFAULT).sessions()).isEmpty();
        }
    }

    @Test
    void RE3_whoMayNotReadFindsNothing() {
        Actor annWithoutRoles = Actor.of("acme", "ann");

        assertThat(world.core.find(annWithoutRoles, world.id())).isEmpty();
        assertThat(world.core.list(annWithoutRoles, SessionQuery.DEFAULT).sessions())
                .isEmpty();
        assertThat(world.core.events(annWithoutRoles, world.id())).isEmpty();
    }

    @Test
    void RE4_aMissingSessionIsNotFound() {
        assertThat(world.execute(new Launch(new CommandContext(World.ANN, MISSING, 1, null), null)))
                .isEqualTo(new NotFound());
        assertThat(world.core.find(World.ANN, MISSING)).isEmpty();
        assertThat(world.heard.get(world.heard.size() - 1))
                .returns(null, SessionEvent::session)
                .returns("NOT_FOUND", event -> event.data().get("codes"));
    }

    @Test
    void AR4_theOwnerScopeIsWidenedToTheTenantForAdministratorsOnly() {
        assertThat(world.core.find(World.ADA, world.id())).isPresent();
        assertThat(world.core.list(World.ADA, SessionQuery.DEFAULT).sessions()).hasSize(1);
        assertThat(world.core.find(Actor.of("acme", "oscar", Role.OPERATOR), world.id()))
                .isPresent();
        assertThat(world.core.list(World.BEN, SessionQuery.DEFAULT).sessions()).isEmpty();
    }

    @Nested
    class RE2_aLockedField {

        @Test
        void isLockedForAFreshCore() {
            FieldId region = new FieldId("region");
            world.step(context -> new DecideField(context, region, new Choice.Lock()));
            ReviewCore fresh = world.core(true);

            var refused = fresh.execute(new DecideField(
                    world.context(World.ANN), region, new Choice.Write(new FieldMeaning("Region", ""))));
            assertThat(Results.codes(refused)).containsExactly("FIELD_LOCKED");

            world.keep(fresh.execute(new ApplySemanticSource(
                    world.context(World.ANN),
                    World.csv("a.csv", "field,verbose_name,description", "region,Region,Where", "status,Status,"))));
            var fields = world.session().semantics();
            assertThat(fields.field(region).orElseThrow().decision().meaning()).isEmpty();
            assertThat(fields.field(region).orElseThrow().locked()).isTrue();
            assertThat(fields.field(new FieldId("status"))
                            .orElseThrow()
                            .decision()
                            .meaning())
                    .isPresent();
        }
    }

    private static AccessPolicy withScope(Scope scope) {
        return new AccessPolicy() {
            @Override
            public boolean permits(Actor actor, Permission permission) {
                return true;
            }

            @Override
            public Scope scopeOf(Actor actor) {
                return scope;
            }
        };
    }
}
