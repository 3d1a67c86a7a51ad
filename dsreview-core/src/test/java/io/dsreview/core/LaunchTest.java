package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Role;
import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.command.ClarificationCommand.AnswerQuestion;
import io.dsreview.api.command.CommandResult;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.MappingCommand.SetTemplateValue;
import io.dsreview.api.command.RecoveryCommand.RecoverContext;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.ApprovedState;
import io.dsreview.api.execution.CompiledPreview;
import io.dsreview.api.execution.DatasetRevision;
import io.dsreview.api.execution.LaunchAttempt;
import io.dsreview.api.execution.LaunchIntent;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.LaunchTerms;
import io.dsreview.api.execution.QueryResults;
import io.dsreview.api.execution.RunContext;
import io.dsreview.api.execution.SqlLabReference;
import io.dsreview.api.gate.UnmetClause;
import io.dsreview.api.id.QuestionId;
import io.dsreview.api.id.UserId;
import io.dsreview.api.ledger.LedgerPayload;
import io.dsreview.api.ledger.LedgerRecord;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.session.PreviewState;
import io.dsreview.api.session.RecommendedAction;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.SupersetCompilationAdapter.RevisionReading;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import io.dsreview.core.seam.LibraryVersion;
import io.dsreview.core.store.InMemoryReviewStore;
import io.dsreview.test.superset.SampleContext;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LaunchTest {

    private static final SqlLabReference QUERY = new SqlLabReference(17, "https://superset.test/sqllab/?queryId=17");
    private static final QueryResults THREE_ROWS = new QueryResults(3, 1_000, false, null);

    @Nested
    class OR8_aClosedGate {

        @Test
        void refusesALaunchAndNamesAllReasonsWithWhatTheyFailOn() {
            World world = new World(
                            World.twoVariables()
                                    .unresolved("state", RecoveryItem.Kind.STATE, true, Results.problem("STATE_GONE"))
                                    .unresolved(
                                            "template",
                                            RecoveryItem.Kind.TEMPLATE,
                                            false,
                                            Results.problem("TEMPLATE_UNKNOWN"))
                                    .build(),
                            new InMemoryReviewStore(),
                            false)
                    .start();

            List<UnmetClause> unmet =
                    Results.rejected(world.attemptLaunch(World.ANN)).unmet();

            assertThat(unmet)
                    .extracting(clause -> clause.clause().id(), UnmetClause::subjects)
                    .containsExactly(
                            Tuple.tuple("L2", List.of("state")),
                            Tuple.tuple("L3", List.of("TEMPLATE_UNKNOWN")),
                            Tuple.tuple("L4", List.of("url_param:region", "url_param:floor")),
                            Tuple.tuple("L5", List.of("F-status->column:status")),
                            Tuple.tuple("L6", List.of()),
                            Tuple.tuple(
                                    "L9", List.of("VARIABLE_VALUE:url_param:floor", "VARIABLE_VALUE:url_param:region")),
                            Tuple.tuple("L10", List.of()));
            assertThat(world.superset.launched()).isEmpty();
            assertThat(world.reload().session().execution().launches()).isEmpty();
        }

        @Test
        void isToldToTheHostClauseByClause() {
            World world = new World(World.oneFilter().build()).start();

            Results.rejected(world.attemptLaunch(World.ANN));

            SessionEvent last = world.heard.get(world.heard.size() - 1);
            assertThat(last.type()).isEqualTo(SessionEvent.Type.REFUSED);
            assertThat(last.data()).containsEntry("command", "Launch").containsEntry("clauses", "L5,L6");
        }
    }

    @Nested
    class SC6_aFingerprintThatNoLongerMatches {

        record Reading(String what, RevisionReading reading, List<String> codes, List<String> clauses) {
            @Override
            public String toString() {
                return what;
            }
        }

        static Stream<Reading> readings() {
            return Stream.of(
                    new Reading(
                            "another revision of the dataset",
                            new RevisionReading.Known(DatasetRevision.of("2", SampleContext.IDENTITY)),
                            List.of(),
                            List.of("L7")),
                    new Reading(
                            "another Superset identity",
                            new RevisionReading.Known(DatasetRevision.of(SampleContext.REVISION, "somebody")),
                            List.of(),
                            List.of("L7")),
                    new Reading(
                            "a revision that cannot be read",
                            new RevisionReading.Unknown(Results.problem("DATASET_GONE")),
                            List.of("DATASET_GONE"),
                            List.of()));
        }

        @ParameterizedTest
        @MethodSource("readings")
        void rejectsTheLaunch(Reading reading) {
            World world = World.readyToLaunch();
            world.superset.revision(reading.reading());

            CommandResult result = world.attemptLaunch(World.ANN);

            assertThat(Results.codes(result)).isEqualTo(reading.codes());
            assertThat(Results.clauses(result)).isEqualTo(reading.clauses());
            assertThat(world.superset.launched()).isEmpty();
            assertThat(world.reload().session().execution().launches()).isEmpty();
        }

        @Test
        void opensAgainOnceTheChangedDatasetWasRecoveredAndPreviewed() {
            World world = World.readyToLaunch();
            DatasetRevision changed = DatasetRevision.of("2", SampleContext.IDENTITY);
            world.superset.revision(new RevisionReading.Known(changed));
            world.step(RequestPreview::new);
            assertThat(Results.rejected(world.attemptLaunch(World.ANN)).unmet())
                    .singleElement()
                    .satisfies(unmet -> {
                        assertThat(unmet.clause().id()).isEqualTo("L3");
                        assertThat(unmet.subjects()).containsExactly("DATASET_CHANGED");
                    });

            world.superset.recover(link ->
                    new Recovery.Recovered(World.withRevision(World.oneFilter().build(), changed)));
            world.step(RecoverContext::new).launch();

            assertThat(world.superset.launchRequests().get(0).inputs().revision())
                    .isEqualTo(changed);
        }
    }

    @Test
    void SC2_theLaunchSendsThePreviewedSqlAndInputsAndTheStoredClientId() {
        World world = World.readyToLaunch();
        CompiledPreview preview = world.session().execution().readyPreview().orElseThrow();

        world.launch();

        LaunchIntent intent = attempt(world).intent();
        assertThat(world.superset.launchRequests()).singleElement().satisfies(request -> {
            assertThat(request.sql()).isEqualTo(preview.sql());
            assertThat(request.inputs()).isEqualTo(preview.inputs());
            assertThat(request.inputs().fingerprint()).isEqualTo(preview.fingerprint());
            assertThat(request.clientId()).isEqualTo(intent.clientId()).hasSize(11);
        });
        assertThat(intent.sql()).isEqualTo(LaunchIntent.hashOf(String.valueOf(preview.sql())));
        assertThat(intent.preview()).isEqualTo(preview.id());
    }

    @Test
    void OR8_theIntentIsStoredBeforeAnythingIsSent() {
        ScriptedStore store = new ScriptedStore();
        World world = World.readyToLaunch(store);
        world.superset.launch(sql -> {
            ReviewSession stored = store.states().get(store.states().size() - 1);
            assertThat(stored.execution().lastLaunch()).hasValueSatisfying(attempt -> {
                assertThat(attempt.outcome()).isNull();
                assertThat(attempt.intent().manual()).isFalse();
                assertThat(attempt.intent().by()).isEqualTo(new UserId("ann"));
            });
            return new LaunchOutcome.Succeeded(QUERY, null, THREE_ROWS);
        });

        world.launch();

        assertThat(attempt(world).outcome()).isEqualTo(new LaunchOutcome.Succeeded(QUERY, null, THREE_ROWS));
    }

    @Nested
    class OR10_SC5_sqlLabFailingToLaunch {

        record Failure(LaunchOutcome outcome, String name) {}

        static Stream<Failure> failures() {
            Problem why = Results.problem("SQL_LAB_SAID_NO");
            return Stream.of(
                    new Failure(new LaunchOutcome.Failed(why), "Failed"),
                    new Failure(new LaunchOutcome.Refused(why), "Refused"),
                    new Failure(new LaunchOutcome.Unknown(why), "Unknown"));
        }

        @ParameterizedTest
        @MethodSource("failures")
        void OR10_endsInATerminalAttemptWithAnAuditRecord(Failure failure) {
            World world = World.readyToLaunch();
            world.superset.launch(sql -> failure.outcome());

            world.launch();

            assertThat(attempt(world).outcome()).isEqualTo(failure.outcome());
            assertThat(attempt(world).hasRun()).isFalse();
            assertThat(attempt(world).context()).isNull();
            CommandResult again = world.attemptLaunch(World.ANN);
            assertThat(Results.rejected(again).problems()).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo("ALREADY_LAUNCHED");
                assertThat(problem.arguments()).containsEntry("outcome", failure.name());
            });
            assertThat(world.superset.launched()).hasSize(1);
        }

        @ParameterizedTest
        @MethodSource("failures")
        void SC5_isInTheAudit(Failure failure) {
            World world = World.readyToLaunch();
            world.superset.launch(sql -> failure.outcome());

            world.launch();

            List<LedgerRecord> ledger = world.core.ledger(World.ANN, world.id());
            assertThat(ledger.get(ledger.size() - 1).document())
                    .contains("\"type\":\"effect.Send\"", "\"outcome\":\"" + failure.name() + "\"");
            assertThat(ledger.get(ledger.size() - 2).document())
                    .contains(
                            "\"type\":\"accepted.Launch\"",
                            attempt(world).intent().clientId());
            assertThat(ledger.get(ledger.size() - 2).payloads())
                    .extracting(LedgerPayload::value)
                    .contains(attempt(world).intent().fingerprint().hash().hex());
        }
    }

    @Nested
    class OR11_aSuccessfulLaunch {

        @Test
        void storesItsRunContext() {
            World world =
                    new World(World.twoVariables().urlParameter("floor", "1").build()).start();
            world.step(
                    context -> new AnswerQuestion(context, new QuestionId("VARIABLE_VALUE:url_param:region"), "EMEA"));
            world.step(context -> new ApplySemanticSource(
                    context, World.csv("a.csv", "field,verbose_name,description", "region,Region,Where")));
            world.step(context -> new SetTemplateValue(context, VariableKind.URL_PARAM.variable("floor"), "9"));
            LaunchTerms terms = new LaunchTerms(250, true, "6.1.0");
            world.superset.terms(terms);
            world.approveAll().step(RequestPreview::new);
            Sha256 shown =
                    Objects.requireNonNull(world.view().readiness().summary()).hash();
            world.superset.launch(sql -> new LaunchOutcome.Succeeded(QUERY, null, THREE_ROWS));
            CompiledPreview preview = world.session().execution().readyPreview().orElseThrow();
            ReviewSession before = world.session();

            world.launch();

            assertThat(attempt(world).hasRun()).isTrue();
            assertThat(attempt(world).context())
                    .isEqualTo(new RunContext(
                            attempt(world).intent().id(),
                            preview.inputs(),
                            preview.fingerprint(),
                            "fake",
                            preview.sql(),
                            terms,
                            attempt(world).intent().clientId(),
                            shown,
                            new ApprovedState(
                                    before.mappings(),
                                    before.values(),
                                    before.semantics().fields(),
                                    before.clarification().answers()),
                            QUERY.link(),
                            new UserId("ann"),
                            world.clock.instant(),
                            LibraryVersion.get()));
            assertThat(before.clarification().answers()).hasSize(1);
            assertThat(preview.inputs().urlParameters()).hasSize(2);
            assertThat(world.core(true)
                            .find(World.ANN, world.id())
                            .orElseThrow()
                            .session())
                    .isEqualTo(world.session());
        }

        @Test
        void keepsItsRunContextWhateverIsDecidedLater() {
            World world = World.readyToLaunch().launch();
            LaunchAttempt launched = attempt(world);

            world.step(context -> new ApplySemanticSource(
                    context, World.csv("a.csv", "field,verbose_name,description", "region,Region,Where")));

            assertThat(world.session().execution().launches()).containsExactly(launched);
        }

        @Test
        void isAnsweredWithItsOutcomeWhenItIsRepeated() {
            World world = World.readyToLaunch().launch();

            var again = Results.duplicate(world.attemptLaunch(World.ANN));

            assertThat(again.view().session()).isEqualTo(world.session());
            assertThat(again.view().readiness().next()).isEqualTo(RecommendedAction.REVIEW_RESULT);
            assertThat(world.superset.launched()).hasSize(1);
        }
    }

    @Nested
    class AR3_withExecutionSwitchedOff {

        @Test
        void previewsAreAllowedAndOnlyTheTenthClauseIsNotMet() {
            World world = new World(World.oneFilter().build(), new InMemoryReviewStore(), false);

            world.start().approveAll().step(RequestPreview::new);

            assertThat(world.view().readiness().preview()).isEqualTo(PreviewState.READY);
            assertThat(world.clauses()).containsExactly("L10");
            assertThat(world.view().readiness().next()).isEqualTo(RecommendedAction.SWITCH_EXECUTION_ON);
            assertThat(Results.clauses(world.attemptLaunch(World.ANN))).containsExactly("L10");
            assertThat(world.superset.launched()).isEmpty();
        }
    }

    @Test
    void AR4_whoMayNotLaunchIsToldByTheTenthClauseTogetherWithAllOthers() {
        Actor analyst = Actor.of("acme", "ann", Role.ANALYST);
        World ready = World.readyToLaunch();
        World closed = new World(World.oneFilter().build()).start();

        assertThat(Results.clauses(ready.attemptLaunch(analyst))).containsExactly("L10");
        assertThat(Results.clauses(closed.attemptLaunch(analyst))).containsExactly("L5", "L6", "L10");
        assertThat(ready.superset.launched()).isEmpty();
    }

    private static LaunchAttempt attempt(World world) {
        return world.session().execution().lastLaunch().orElseThrow();
    }
}
