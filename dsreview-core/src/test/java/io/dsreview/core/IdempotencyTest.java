package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.access.AccessPolicy;
import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Permission;
import io.dsreview.api.access.Role;
import io.dsreview.api.access.Scope;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.CommandResult.Conflict;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.LifecycleCommand.CancelSession;
import io.dsreview.api.command.MappingCommand.SetTemplateValue;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.command.StartSession;
import io.dsreview.api.id.IdempotencyKey;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionQuery;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IdempotencyTest {

    private static final IdempotencyKey KEY = new IdempotencyKey("key-1");
    private static final VariableId REGION = new VariableId("url_param:region");

    private final ScriptedStore store = new ScriptedStore();

    private static CommandContext keyed(World world, Actor actor) {
        return new CommandContext(actor, world.id(), world.session().header().version(), KEY);
    }

    @Nested
    class TheSameCommandUnderTheSameKey {

        @Test
        void isADuplicateWithItsFirstVersionAndDoesNothingAgain() {
            World world = new World(World.oneFilter().build(), store, true).start();
            SessionCommand command = new RequestPreview(keyed(world, World.ANN));
            world.keep(world.execute(command));
            world.approveAll();
            int commits = store.commits().size();

            var again = Results.duplicate(world.execute(command));

            assertThat(again.version()).isEqualTo(command.context().expectedVersion() + 1);
            assertThat(again.view().session()).isEqualTo(world.session());
            assertThat(world.superset.compiled()).hasSize(1);
            assertThat(store.commits()).hasSize(commits);
        }

        @Test
        void startsOnlyOneSession() {
            World world = new World(World.oneFilter().build(), store, true);
            StartSession start = new StartSession(World.ANN, KEY, World.LINK);
            world.keep(world.execute(start));

            var again = Results.duplicate(world.core(true).execute(start));

            assertThat(again.version()).isEqualTo(1);
            assertThat(again.view().session()).isEqualTo(world.session());
            assertThat(world.core.list(World.ANN, SessionQuery.DEFAULT).sessions())
                    .hasSize(1);
        }

        @Test
        void isTheSameInWhateverOrderTheRolesOfTheActorAreNamed() {
            Actor first = Actor.of("acme", "ann", Role.ANALYST, Role.OPERATOR);
            Actor second = Actor.of("acme", "ann", Role.OPERATOR, Role.ANALYST);
            World world = new World(World.oneFilter().build(), store, true);
            world.keep(world.execute(new StartSession(first, KEY, World.LINK)));

            Results.duplicate(world.execute(new StartSession(second, KEY, World.LINK)));
        }
    }

    @Nested
    class AnotherCommandUnderTheSameKey {

        private final World world = new World(World.twoVariables().build(), store, true).start();

        @Test
        void isRejectedAndTheFirstStands() {
            CommandContext context = keyed(world, World.ANN);
            world.keep(world.execute(new SetTemplateValue(context, REGION, "EMEA")));

            var result = world.execute(new SetTemplateValue(context, REGION, "APAC"));

            assertThat(Results.codes(result)).containsExactly("IDEMPOTENCY_KEY_REUSED");
            assertThat(world.reload().session().values())
                    .extracting(value -> value.value())
                    .containsExactly("EMEA");
        }

        @Test
        void isRejectedForAnotherKindOfCommand() {
            CommandContext context = keyed(world, World.ANN);
            world.keep(world.execute(new SetTemplateValue(context, REGION, "EMEA")));

            assertThat(Results.codes(world.execute(new CancelSession(context))))
                    .containsExactly("IDEMPOTENCY_KEY_REUSED");
            assertThat(Results.codes(world.execute(new StartSession(World.ANN, KEY, World.LINK))))
                    .containsExactly("IDEMPOTENCY_KEY_REUSED");
        }

        @Test
        void AR2_isRecordedInTheSessionItWasMeantFor() {
            world.keep(world.execute(new SetTemplateValue(keyed(world, World.ANN), REGION, "EMEA")));
            ReviewSession first = world.session();
            int entriesOfFirst =
                    world.core.ledger(World.ANN, first.header().id()).size();
            world.start();
            int entriesOfSecond = world.core.ledger(World.ANN, world.id()).size();

            var result = world.execute(new SetTemplateValue(keyed(world, World.ANN), REGION, "APAC"));

            assertThat(Results.codes(result)).containsExactly("IDEMPOTENCY_KEY_REUSED");
            assertThat(world.core.ledger(World.ANN, world.id())).hasSize(entriesOfSecond + 1);
            assertThat(world.core.ledger(World.ANN, first.header().id())).hasSize(entriesOfFirst);
        }
    }

    @Nested
    class AR4_aKeyTellsNothing {

        private final Actor withoutRole = Actor.of("acme", "ann");

        @Test
        void toWhoMayNotGiveTheCommandAnyMore() {
            World world = new World(World.oneFilter().build(), store, true).start();
            world.keep(world.execute(new RequestPreview(keyed(world, World.ANN))));

            assertThat(Results.codes(world.execute(new RequestPreview(keyed(world, withoutRole)))))
                    .containsExactly("PERMISSION_MISSING");
        }

        @Test
        void underAPolicyThatPermitsNothingAnyMore() {
            AccessPolicy nothing = new AccessPolicy() {
                @Override
                public boolean permits(Actor actor, Permission permission) {
                    return false;
                }

                @Override
                public Scope scopeOf(Actor actor) {
                    return AccessPolicy.byRole().scopeOf(actor);
                }
            };
            World world = new World(World.oneFilter().build(), store, true).start();
            world.keep(world.execute(new RequestPreview(keyed(world, World.ANN))));
            ReviewCore core = world.core(nothing, true, world.heard::add);

            assertThat(Results.codes(core.execute(new RequestPreview(keyed(world, World.ANN)))))
                    .containsExactly("PERMISSION_MISSING");
        }

        @Test
        void ofASessionToWhoMayNotStartOneAnyMore() {
            World world = new World(World.oneFilter().build(), store, true);
            Results.accepted(world.execute(new StartSession(World.ANN, KEY, World.LINK)));

            assertThat(Results.codes(world.execute(new StartSession(withoutRole, KEY, World.LINK))))
                    .containsExactly("PERMISSION_MISSING");
        }
    }

    @Nested
    class AKeyIsBound {

        @Test
        void byAnAcceptedCommandOnly() {
            World world = new World(World.oneFilter().build(), store, true).start();
            CommandContext stale = new CommandContext(World.ANN, world.id(), 1, KEY);
            assertThat(world.execute(new RequestPreview(stale)))
                    .isEqualTo(new Conflict(1, world.session().header().version()));
            Results.rejected(world.execute(world.launching(keyed(world, World.ANN))));

            Results.accepted(world.execute(new RequestPreview(keyed(world, World.ANN))));
        }

        @Test
        void toItsUser() {
            World world = new World(World.twoVariables().build(), store, true).start();
            world.keep(world.execute(new SetTemplateValue(keyed(world, World.ANN), REGION, "EMEA")));

            Results.accepted(world.execute(new SetTemplateValue(keyed(world, World.ADA), REGION, "APAC")));
        }

        @Test
        void toItsTenant() {
            World world = new World(World.oneFilter().build(), store, true);
            Results.accepted(world.execute(new StartSession(World.ANN, KEY, World.LINK)));

            var foreign = Results.accepted(world.execute(new StartSession(World.EVE, KEY, World.LINK)));

            assertThat(foreign.view().session().header().tenant()).isEqualTo(World.EVE.tenant());
        }
    }

    @Nested
    class WhatWasDoneAlreadyIsADuplicate {

        @Test
        void ifItIsACancellation() {
            World world =
                    new World(World.oneFilter().build(), store, true).start().step(CancelSession::new);

            var again = Results.duplicate(world.attempt(World.ANN, CancelSession::new));

            assertThat(again.view().session()).isEqualTo(world.session());
        }

        @Test
        void ifItIsALaunchOfTheLaunchedState() {
            World world = World.readyToLaunch(store).launch();

            Results.duplicate(world.attemptLaunch(World.ANN));

            assertThat(world.superset.launched()).hasSize(1);
        }

        @Test
        void alsoOnAnOldVersion() {
            World world = World.readyToLaunch(store);
            CommandContext old = world.context(World.ANN);
            world.launch();

            Results.duplicate(world.execute(world.launching(old)));
        }
    }
}
