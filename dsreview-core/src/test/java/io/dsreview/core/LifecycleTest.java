package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Role;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.CommandResult.NotFound;
import io.dsreview.api.command.ExecutionCommand.HandOffLaunch;
import io.dsreview.api.command.ExecutionCommand.Launch;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.LifecycleCommand.ArchiveSession;
import io.dsreview.api.command.LifecycleCommand.CancelSession;
import io.dsreview.api.command.LifecycleCommand.DeleteSession;
import io.dsreview.api.command.LifecycleCommand.ResumeSession;
import io.dsreview.api.command.LifecycleCommand.UnarchiveSession;
import io.dsreview.api.command.RecoveryCommand;
import io.dsreview.api.command.SessionCommand;
import io.dsreview.api.command.StartSession;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.Gate;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.id.IdempotencyKey;
import io.dsreview.api.id.SessionId;
import io.dsreview.api.ledger.LedgerHead;
import io.dsreview.api.ledger.LedgerPayload;
import io.dsreview.api.ledger.LedgerRecord;
import io.dsreview.api.ledger.LedgerVerifier;
import io.dsreview.api.ledger.Verification;
import io.dsreview.api.session.Report;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.api.session.SessionQuery;
import io.dsreview.api.session.SessionStatus;
import io.dsreview.api.store.SessionCommit;
import io.dsreview.api.superset.SupersetCompilationAdapter.Compilation;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import io.dsreview.core.ScriptedStore.Crash;
import io.dsreview.core.ScriptedStore.End;
import io.dsreview.core.finding.ReviewProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LifecycleTest {

    private final ScriptedStore store = new ScriptedStore();

    @Nested
    class AnArchivedSession {

        @Test
        void isLeftOutOfTheDefaultListAndIsListedWhenAskedFor() {
            World world = World.readyToLaunch(store).step(ArchiveSession::new);

            assertThat(list(world, SessionQuery.DEFAULT)).isEmpty();
            assertThat(list(world, SessionQuery.DEFAULT.withStatuses(SessionStatus.ARCHIVED)))
                    .containsExactly(world.id());
            assertThat(world.core.find(World.ANN, world.id())).isPresent();
            assertThat(world.core.exportJson(World.ANN, world.id())).isPresent();
        }

        @Test
        void takesNoCommandButToComeBackOrToGo() {
            for (var command : Commands.all()) {
                World world = World.readyToLaunch().step(ArchiveSession::new);
                var before = world.session();

                var result = world.attempt(World.ANN, command.make());

                if (List.of(UnarchiveSession.class, DeleteSession.class).contains(command.type())) {
                    Results.accepted(result);
                } else if (command.type() == ArchiveSession.class) {
                    Results.duplicate(result);
                } else if (command.type() == Launch.class) {
                    assertThat(Results.clauses(result)).containsExactly("L1");
                } else if (!command.name().equals("HandOffLaunch")) {
                    assertThat(Results.codes(result)).as(command.name()).containsExactly("SESSION_ARCHIVED");
                }
                if (!(result instanceof CommandResult.Accepted)) {
                    assertThat(world.reload().session()).isEqualTo(before);
                }
            }
        }

        @Test
        void comesBackAsWhatItWas() {
            World active = World.readyToLaunch().step(ArchiveSession::new).step(UnarchiveSession::new);
            World cancelled = World.readyToLaunch()
                    .step(CancelSession::new)
                    .step(ArchiveSession::new)
                    .step(UnarchiveSession::new);

            assertThat(active.session().header().status()).isEqualTo(SessionStatus.ACTIVE);
            assertThat(active.session().header().archivedFrom()).isNull();
            assertThat(active.clauses()).isEmpty();
            active.launch();
            assertThat(cancelled.session().header().status()).isEqualTo(SessionStatus.CANCELLED);
            assertThat(Results.codes(cancelled.attempt(World.ANN, RequestPreview::new)))
                    .containsExactly("SESSION_NOT_ACTIVE");
        }

        @Test
        void isNeverCancelledAndACancelledOneIsNotTakenOut() {
            World archived = World.readyToLaunch().step(ArchiveSession::new);
            World cancelled = World.readyToLaunch().step(CancelSession::new);

            assertThat(Results.codes(archived.attempt(World.ANN, CancelSession::new)))
                    .containsExactly("SESSION_ARCHIVED");
            assertThat(Results.codes(cancelled.attempt(World.ANN, UnarchiveSession::new)))
                    .containsExactly("SESSION_NOT_ARCHIVED");
        }

        @Test
        void tellsTheHost() {
            World world = World.readyToLaunch();
            world.heard.clear();

            world.step(ArchiveSession::new).step(UnarchiveSession::new);

            assertThat(world.heard)
                    .extracting(SessionEvent::type)
                    .containsExactly(SessionEvent.Type.SESSION_ARCHIVED, SessionEvent.Type.SESSION_UNARCHIVED);
        }
    }

    @Nested
    class OR10_ASessionWhoseLaunchIsSent {

        private final List<Function<CommandContext, SessionCommand>> ends =
                List.of(CancelSession::new, ArchiveSession::new, DeleteSession::new);
        private final World world = World.readyToLaunch(store);

        @Test
        void isNotPutAwayBeforeItsEndIsKnown() {
            List<CommandResult> meanwhile = new ArrayList<>();
            world.superset.launch(sql -> {
                world.reload();
                ends.forEach(end -> meanwhile.add(world.attempt(World.ANN, end)));
                return new LaunchOutcome.Failed(Results.problem("SQL_LAB_SAID_NO"));
            });

            world.launch();

            assertThat(meanwhile).hasSize(3).allSatisfy(result -> assertThat(Results.codes(result))
                    .containsExactly("LAUNCH_UNDER_WAY"));
            assertThat(world.session().execution().lastLaunch().orElseThrow().outcome())
                    .isInstanceOf(LaunchOutcome.Failed.class);
            ends.forEach(world::step);
        }

        @Test
        void isNotPutAwayAfterACrashBeforeItWasLookedUp() {
            store.next(End.STORED, End.LOST);
            assertThatThrownBy(() -> world.attemptLaunch(World.ANN)).isInstanceOf(Crash.class);
            world.clock.advance(Duration.ofMinutes(10));
            world.reload();

            ends.forEach(end ->
                    assertThat(Results.codes(world.attempt(World.ANN, end))).containsExactly("LAUNCH_UNDER_WAY"));

            world.step(ResumeSession::new);
            assertThat(world.session().execution().lastLaunch().orElseThrow().context())
                    .isNotNull();
            ends.forEach(world::step);
        }
    }

    @Nested
    class ADeletedSession {

        private final World world = World.readyToLaunch(store);
        private final List<LedgerRecord> before = world.core.ledger(World.ANN, world.id());

        @Test
        void AR4_isFoundByNobody() {
            world.step(DeleteSession::new);

            for (Actor actor : List.of(World.ANN, World.ADA)) {
                SessionId id = world.id();
                assertThat(world.core.find(actor, id)).isEmpty();
                assertThat(world.core.explain(actor, id, Gate.LAUNCH)).isEmpty();
                assertThat(world.core.events(actor, id)).isEmpty();
                assertThat(world.core.exportJson(actor, id)).isEmpty();
                assertThat(world.core.report(actor, id, Report.VALIDATION, Report.Format.JSON, Locale.ENGLISH))
                        .isEmpty();
                assertThat(world.core
                                .list(
                                        actor,
                                        SessionQuery.DEFAULT.withStatuses(SessionStatus.ACTIVE, SessionStatus.values()))
                                .sessions())
                        .isEmpty();
                for (var command : Commands.all()) {
                    assertThat(world.core.execute(command.make()
                                    .apply(new CommandContext(
                                            actor, id, world.session().header().version(), null))))
                            .as(command.name())
                            .isEqualTo(new NotFound());
                }
            }
        }

        @Test
        void AR4_isDeletedByNobodyWhoIsNotItsOwner() {
            assertThat(world.attempt(World.BEN, DeleteSession::new)).isEqualTo(new NotFound());
            assertThat(world.attempt(World.EVE, DeleteSession::new)).isEqualTo(new NotFound());
            assertThat(Results.codes(world.attempt(Actor.of("acme", "ann", Role.ANALYST), DeleteSession::new)))
                    .containsExactly("PERMISSION_MISSING");

            assertThat(world.core.find(World.ANN, world.id())).isPresent();
        }

        @Test
        void AR4_leavesItsLedgerWhoseLastEntrySaysWhoDeletedItAndWhen() {
            world.keep(world.attempt(World.ADA, DeleteSession::new));

            List<LedgerRecord> left = world.core.ledger(World.ADA, world.id());
            assertThat(left).hasSize(before.size() + 1);
            assertThat(left.subList(0, before.size()))
                    .extracting(LedgerRecord::document)
                    .containsExactlyElementsOf(
                            before.stream().map(LedgerRecord::document).toList());
            LedgerRecord last = left.get(before.size());
            assertThat(last.document())
                    .contains(
                            "accepted.DeleteSession",
                            "SESSION_DELETED",
                            world.clock.instant().toString());
            assertThat(last.payloads())
                    .extracting(LedgerPayload::field, LedgerPayload::value)
                    .containsExactly(Tuple.tuple("actor", "ada"));
        }

        @Test
        void AR4_canBeDeletedWhileAPersonLaunchesByHand() {
            world.superset.launch(sql -> new LaunchOutcome.Refused(Results.problem("SQL_LAB_SAID_NO")));
            world.launch().step(HandOffLaunch::new);

            Results.accepted(world.attempt(World.ANN, DeleteSession::new));
        }

        @Test
        void AR4_leavesALedgerThatStillVerifiesAgainstAHeadThatWasKept() {
            var kept = world.core.ledgerHead(World.ANN, world.id()).orElseThrow();

            world.step(DeleteSession::new);

            List<LedgerRecord> left = world.core.ledger(World.ADA, world.id());
            assertThat(LedgerVerifier.verify(left, kept)).isInstanceOf(Verification.Unexplained.class);
            assertThat(world.core.verifyLedger(World.ADA, world.id()))
                    .get()
                    .isEqualTo(new Verification.Unexplained(1, "actor"));
            assertThat(world.core
                            .ledgerHead(World.ADA, world.id())
                            .orElseThrow()
                            .seq())
                    .isEqualTo(left.size());
            assertThat(LedgerVerifier.verify(left.subList(0, left.size() - 1), head(World.ADA)))
                    .isInstanceOf(Verification.Broken.class);
        }

        private LedgerHead head(Actor actor) {
            return world.core.ledgerHead(actor, world.id()).orElseThrow();
        }

        @Test
        void AR4_showsItsLedgerOnlyToWhoMaySeeThatOfDeletedSessions() {
            Actor analyst = Actor.of("acme", "ann", Role.ANALYST);
            Actor operator = Actor.of("acme", "oscar", Role.OPERATOR);
            assertThat(world.core.ledger(analyst, world.id())).isNotEmpty();

            world.step(DeleteSession::new);

            for (Actor actor : List.of(analyst, operator, World.BEN, World.EVE)) {
                assertThat(world.core.ledger(actor, world.id())).isEmpty();
                assertThat(world.core.verifyLedger(actor, world.id())).isEmpty();
                assertThat(world.core.ledgerHead(actor, world.id())).isEmpty();
            }
            assertThat(world.core.ledger(World.ANN, world.id())).isNotEmpty();
        }

        @Test
        void leavesNoValueOfAPersonAndNothingOfItsContent() {
            world.keep(world.attempt(World.ADA, DeleteSession::new));

            var stored = store.load(World.ANN.tenant(), world.id()).orElseThrow();
            var history = store.history(World.ANN.tenant(), world.id());
            assertThat(stored.parts()).isEmpty();
            assertThat(stored.header().title()).isEmpty();
            assertThat(stored.header().activeQuestion()).isNull();
            assertThat(history.events()).isEmpty();
            assertThat(history.ledger().subList(0, history.ledger().size() - 1))
                    .allSatisfy(entry -> assertThat(entry.payloads()).isEmpty());
            SessionCommit last = store.commits().get(store.commits().size() - 1);
            assertThat(last.changedParts()).isEmpty();
            assertThat(last.events()).isEmpty();
            assertThat(last.outcome()).isNull();
        }

        @Test
        void takesItsOutcomesAlong() {
            IdempotencyKey key = new IdempotencyKey("start");
            var first = Results.accepted(world.execute(new StartSession(World.ANN, key, World.LINK)))
                    .view()
                    .session()
                    .header();
            world.core.execute(new DeleteSession(
                    new CommandContext(World.ANN, first.id(), first.version(), new IdempotencyKey("delete"))));

            assertThat(store.outcome(World.ANN.tenant(), World.ANN.user(), key)).isEmpty();
            assertThat(store.outcome(World.ANN.tenant(), World.ANN.user(), new IdempotencyKey("delete")))
                    .isEmpty();
            assertThat(world.core.find(World.ANN, world.id())).isPresent();
        }

        @Test
        void canHaveBeenCancelledOrArchived() {
            for (Function<CommandContext, SessionCommand> end :
                    List.<Function<CommandContext, SessionCommand>>of(CancelSession::new, ArchiveSession::new)) {
                World ended = World.readyToLaunch().step(end);

                var deleted = Results.accepted(ended.attempt(World.ANN, DeleteSession::new));

                assertThat(deleted.view().session().header().status()).isEqualTo(SessionStatus.DELETED);
            }
        }

        @Test
        void tellsTheHostAndPublishesTheLastHead() {
            world.heard.clear();

            world.step(DeleteSession::new);

            assertThat(world.heard).extracting(SessionEvent::type).containsExactly(SessionEvent.Type.SESSION_DELETED);
        }

        @Test
        void isNotRevivedByWhatSupersetAnswersLater() {
            World slow = new World(World.oneFilter().build(), store, true).start();
            slow.superset.recover(link -> {
                slow.reload().step(DeleteSession::new);
                return new Recovery.Recovered(World.oneFilter().build());
            });

            Results.accepted(slow.attempt(World.ANN, RecoveryCommand.RecoverContext::new));

            assertThat(slow.core.find(World.ANN, slow.id())).isEmpty();
            assertThat(store.load(World.ANN.tenant(), slow.id()).orElseThrow().parts())
                    .isEmpty();
        }

        @Test
        void endsWhatIsUnderWayWithoutAnException() {
            Results.accepted(whileSupersetWorks((other, context) -> new RequestPreview(context)));
            Results.accepted(whileSupersetWorks(World::launching));
        }

        /** What a command comes to whose session is deleted after its commit. */
        private CommandResult whileSupersetWorks(BiFunction<World, CommandContext, SessionCommand> command) {
            World other = World.readyToLaunch();
            other.superset.compile(inputs -> {
                other.reload().step(DeleteSession::new);
                return new Compilation.Compiled("SELECT 1", "fake");
            });
            other.superset.launch(sql -> {
                other.clock.advance(Duration.ofMinutes(10));
                other.reload().step(ResumeSession::new).step(DeleteSession::new);
                return new LaunchOutcome.Unknown(Problem.of(ReviewProblem.INTERRUPTED));
            });
            CommandResult result = other.attempt(World.ANN, context -> command.apply(other, context));
            assertThat(other.core.find(World.ANN, other.id())).isEmpty();
            return result;
        }

        @Test
        void isAConflictForWhoeverHasNotSeenTheLatestVersion() {
            var stale = world.context(World.ANN);
            world.step(ArchiveSession::new);

            var result = world.execute(new DeleteSession(stale));

            assertThat(result).isInstanceOf(CommandResult.Conflict.class);
            assertThat(world.core.find(World.ANN, world.id())).isPresent();
            Results.codes(world.attempt(World.ANN, ResumeSession::new));
        }
    }

    private static List<SessionId> list(World world, SessionQuery query) {
        return world.core.list(World.ANN, query).sessions().stream()
                .map(each -> each.header().id())
                .toList();
    }
}
