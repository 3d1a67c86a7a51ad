package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.command.SemanticCommand.DecideField;
import io.dsreview.api.command.SemanticCommand.DecideField.Choice;
import io.dsreview.api.command.SemanticCommand.DecideFields;
import io.dsreview.api.command.SemanticCommand.FieldDecisionRequest;
import io.dsreview.api.command.SemanticCommand.RemoveSemanticSource;
import io.dsreview.api.error.Problem;
import io.dsreview.api.finding.FindingStatus;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.SourceId;
import io.dsreview.api.id.UserId;
import io.dsreview.api.semantic.FieldDecision;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.semantic.SemanticField.Rejection;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionEvent;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Batches of field decisions, rejected candidates, and sources that are taken back. */
class FieldDecisionsTest {

    private final World world = new World(World.oneFilter().build()).start();

    @Nested
    class SE8_aBatch {

        @Test
        void isDecidedInOrderWithOneAuditEntryPerItem() {
            apply("a.csv", "region,Region,Where");
            int before = world.core.ledger(World.ANN, world.id()).size();
            world.heard.clear();

            batch(
                    request("region", new Choice.Accept(candidate("region", 0))),
                    request("region", new Choice.Lock()),
                    request("status", new Choice.Write(new FieldMeaning("Status", "How far it is"))));

            assertThat(field("region").decision()).isInstanceOf(FieldDecision.Accepted.class);
            assertThat(field("region").locked()).isTrue();
            assertThat(meaning("status").verboseName()).isEqualTo("Status");
            assertThat(world.heard)
                    .extracting(SessionEvent::type, event -> event.data().get("field"), event -> event.data()
                            .get("choice"))
                    .containsExactly(
                            tuple(SessionEvent.Type.FIELD_DECIDED, "region", "Accept"),
                            tuple(SessionEvent.Type.FIELD_DECIDED, "region", "Lock"),
                            tuple(SessionEvent.Type.FIELD_DECIDED, "status", "Write"));
            assertThat(world.core.ledger(World.ANN, world.id())).hasSize(before + 3);
        }

        @Test
        void isRefusedAsAWholeAndNamesEveryItemThatIs() {
            apply("a.csv", "region,Region,Where");
            apply("b.csv", "region,Area,Where");
            world.step(context -> new DecideField(context, new FieldId("status"), new Choice.Lock()));
            SemanticCandidate foreign = candidate("region", 0);
            ReviewSession before = world.session();

            var refused = world.attempt(
                    World.ANN,
                    context -> new DecideFields(
                            context,
                            List.of(
                                    request("amount", new Choice.Write(new FieldMeaning("Amount", ""))),
                                    request("status", new Choice.Write(new FieldMeaning("Status", ""))),
                                    request("nope", new Choice.Lock()),
                                    request("region", new Choice.Lock()),
                                    request("amount", new Choice.Accept(foreign)),
                                    request("amount", new Choice.Reject(foreign)))));

            assertThat(Results.rejected(refused).problems())
                    .extracting(Problem::code, Problem::target)
                    .containsExactly(
                            tuple("FIELD_LOCKED", "status"),
                            tuple("FIELD_UNKNOWN", "nope"),
                            tuple("FIELD_CONFLICTED", "region"),
                            tuple("CANDIDATE_UNKNOWN", "amount"),
                            tuple("CANDIDATE_UNKNOWN", "amount"));
            assertThat(world.reload().session()).isEqualTo(before);
        }

        @Test
        void seesWhatItsEarlierItemsDid() {
            assertThat(Results.codes(world.attempt(
                            World.ANN,
                            context -> new DecideFields(
                                    context,
                                    List.of(
                                            request("status", new Choice.Lock()),
                                            request("status", new Choice.Write(new FieldMeaning("A", ""))))))))
                    .containsExactly("FIELD_LOCKED");
        }

        @Test
        void ofNothingIsNoBatch() {
            assertThat(Results.codes(world.attempt(World.ANN, context -> new DecideFields(context, List.of()))))
                    .containsExactly("INPUT_OUT_OF_RANGE");
        }

        @Test
        void takesItsFieldsOffTheListOfThoseLeftAlone() {
            apply("a.csv", "region,Region,Where", "status,Status,How");
            world.step(context -> new DecideField(context, new FieldId("region"), new Choice.Lock()))
                    .step(context -> new DecideField(context, new FieldId("status"), new Choice.Lock()));
            apply("a.csv", "region,Area,Where", "status,State,How");
            assertThat(world.session().semantics().leftAlone()).hasSize(2);

            batch(request("region", new Choice.Unlock()));

            assertThat(world.session().semantics().leftAlone())
                    .extracting(each -> each.field().value())
                    .containsExactly("status");
        }
    }

    @Nested
    class SE2_aDecisionThatIsTakenBack {

        private void clear() {
            batch(request("region", new Choice.Clear()));
        }

        @Test
        void leavesTheFieldToItsSources() {
            batch(request("region", new Choice.Write(new FieldMeaning("Wrong", ""))));
            apply("a.csv", "region,Region,Where");
            assertThat(meaning("region").verboseName()).isEqualTo("Wrong");

            clear();

            assertThat(field("region").decision()).isInstanceOf(FieldDecision.Imported.class);
            assertThat(meaning("region").verboseName()).isEqualTo("Region");
        }

        @Test
        void leavesTheFieldUndecidedWithoutAny() {
            batch(request("region", new Choice.Write(new FieldMeaning("Wrong", ""))));

            clear();

            assertThat(field("region").decision()).isEqualTo(new FieldDecision.Undecided());
        }

        @Test
        void bringsAConflictAndItsQuestionBack() {
            apply("a.csv", "region,Region,Where");
            apply("b.csv", "region,Area,Where");
            batch(request("region", new Choice.Accept(candidate("region", 0))));
            assertThat(world.clauses()).doesNotContain("L9");

            clear();

            assertThat(field("region").isConflicted()).isTrue();
            assertThat(world.clauses()).contains("L9");
        }

        @Test
        void keepsRejections() {
            apply("a.csv", "region,Region,Where");
            SemanticCandidate wrong = candidate("region", 0);
            batch(request("region", new Choice.Reject(wrong)));

            clear();

            assertThat(field("region").isRejected(wrong)).isTrue();
            assertThat(field("region").decision()).isEqualTo(new FieldDecision.Undecided());
        }

        @Test
        void isNoneOfALockedField() {
            batch(request("region", new Choice.Lock()));

            assertThat(Results.codes(world.attempt(
                            World.ANN, context -> new DecideField(context, new FieldId("region"), new Choice.Clear()))))
                    .containsExactly("FIELD_LOCKED");
        }
    }

    @Nested
    class SE8_aRejectedCandidate {

        @Test
        void staysVisibleAndIsNotTakenOver() {
            apply("a.csv", "region,Region,Where");
            SemanticCandidate wrong = candidate("region", 0);

            reject(wrong);

            assertThat(field("region").candidates()).containsExactly(wrong);
            assertThat(field("region").standing()).isEmpty();
            assertThat(field("region").decision()).isEqualTo(new FieldDecision.Undecided());
            assertThat(field("region").rejections())
                    .containsExactly(new Rejection(wrong, new UserId("ann"), world.clock.instant()));
            assertThat(field("region").needsDraft()).isTrue();
        }

        @Test
        void isNotSuggestedAgainByTheSameVersionOfItsSource() {
            apply("a.csv", "region,Region,Where");
            reject(candidate("region", 0));

            apply("a.csv", "region,Region,Where");

            assertThat(field("region").standing()).isEmpty();
            assertThat(field("region").decision()).isEqualTo(new FieldDecision.Undecided());
        }

        @Test
        void givesWayToWhatANewVersionSays() {
            apply("a.csv", "region,Region,Where");
            reject(candidate("region", 0));

            apply("a.csv", "region,Region,Where it was sold");

            assertThat(meaning("region").description()).isEqualTo("Where it was sold");
        }

        @Test
        void endsAConflictInFavourOfTheOther() {
            apply("a.csv", "region,Region,Where");
            apply("b.csv", "region,Area,Elsewhere");
            assertThat(world.clauses()).contains("L9");

            reject(candidate("region", 0));

            assertThat(field("region").isConflicted()).isFalse();
            assertThat(meaning("region").verboseName()).isEqualTo("Area");
            assertThat(world.session().clarification().active()).isNull();
        }

        @Test
        void isNoOptionOfAQuestion() {
            apply("a.csv", "region,Region,Where");
            apply("b.csv", "region,Area,Elsewhere");
            apply("c.csv", "region,Zone,There");

            reject(candidate("region", 0));

            assertThat(Objects.requireNonNull(world.session().clarification().active())
                            .options())
                    .extracting(option -> option.value().substring(0, 5))
                    .containsExactly("b.csv", "c.csv");
        }

        @Test
        void takesItsAcceptanceBackAndNothingElse() {
            apply("a.csv", "region,Region,Where");
            decide("region", new Choice.Accept(candidate("region", 0)));
            decide("status", new Choice.Write(new FieldMeaning("Status", "")));

            reject(candidate("region", 0));

            assertThat(field("region").decision()).isEqualTo(new FieldDecision.Undecided());
            assertThat(meaning("status").verboseName()).isEqualTo("Status");
        }

        @Test
        void leavesAMeaningThatWasWrittenByHand() {
            apply("a.csv", "region,Region,Where");
            decide("region", new Choice.Write(new FieldMeaning("Mine", "")));

            reject(candidate("region", 0));

            assertThat(meaning("region").verboseName()).isEqualTo("Mine");
        }

        @Test
        void canBeAcceptedAfterAll() {
            apply("a.csv", "region,Region,Where");
            reject(candidate("region", 0));
            reject(candidate("region", 0));
            assertThat(field("region").rejections()).hasSize(1);

            decide("region", new Choice.Accept(candidate("region", 0)));

            assertThat(field("region").rejections()).isEmpty();
            assertThat(meaning("region").verboseName()).isEqualTo("Region");
        }

        @Test
        void staysRejectedWhileItsSourceSaysTheSameInWhateverVersionAndPlace() {
            apply("a.csv", "region,Region,Where");
            reject(candidate("region", 0));

            apply("a.csv", "status,Status,Unrelated", "region,Region,Where");

            assertThat(field("region").standing()).isEmpty();
            assertThat(field("region").decision()).isEqualTo(new FieldDecision.Undecided());

            decide("region", new Choice.Accept(candidate("region", 0)));
            assertThat(field("region").rejections()).isEmpty();
        }

        @Test
        void isProposedAnewWhereItsSourceSaysSomethingElse() {
            apply("a.csv", "region,Region,Where");
            reject(candidate("region", 0));

            apply("a.csv", "region,Region,Where it was sold");

            assertThat(meaning("region").description()).isEqualTo("Where it was sold");
        }

        @Test
        void doesNotComeBackIntoAConflictThroughAnUnrelatedChange() {
            apply("a.csv", "region,Region,Wrong");
            apply("b.csv", "region,Area,Right");
            reject(candidate("region", 0));

            apply("a.csv", "region,Region,Wrong", "status,Status,New");

            assertThat(field("region").isConflicted()).isFalse();
            assertThat(meaning("region").description()).isEqualTo("Right");
        }

        @Test
        void takesBackTheAcceptanceOfTheSameFromAnOlderVersion() {
            apply("a.csv", "region,Region,Where");
            decide("region", new Choice.Accept(candidate("region", 0)));
            apply("a.csv", "status,Status,New", "region,Region,Where");

            reject(candidate("region", 0));

            assertThat(field("region").decision()).isEqualTo(new FieldDecision.Undecided());
        }

        @Test
        void staysRejectedIfAnotherIsAccepted() {
            apply("a.csv", "region,Region,Where");
            apply("b.csv", "region,Area,Where");
            SemanticCandidate accepted = candidate("region", 0);
            SemanticCandidate other = candidate("region", 1);
            reject(accepted);
            reject(other);

            decide("region", new Choice.Accept(accepted));

            assertThat(field("region").isRejected(accepted)).isFalse();
            assertThat(field("region").isRejected(other)).isTrue();
        }

        @Test
        void ofALockedFieldIsRefused() {
            apply("a.csv", "region,Region,Where");
            decide("region", new Choice.Lock());

            assertThat(Results.codes(world.attempt(
                            World.ANN,
                            context -> new DecideField(
                                    context, new FieldId("region"), new Choice.Reject(candidate("region", 0))))))
                    .containsExactly("FIELD_LOCKED");
        }

        @Test
        void isNoLongerCountedAsOffered() {
            apply("a.csv", "Sales Region,Region,Where");
            assertThat(open("MEANINGS_ONLY_OFFERED")).isTrue();

            reject(candidate("region", 0));

            assertThat(open("MEANINGS_ONLY_OFFERED")).isFalse();
        }

        private void reject(SemanticCandidate candidate) {
            decide("region", new Choice.Reject(candidate));
        }
    }

    @Nested
    class OR5_aSourceThatIsTakenBack {

        @Test
        void leavesWhatItAloneDecidedToTheOthers() {
            apply("b.csv", "region,Region,Same", "amount,Amount,Much");
            apply("a.csv", "region,Region,Same", "status,Status,How");

            remove("a.csv");

            assertThat(world.session().semantics().sources()).containsOnlyKeys(new SourceId("b.csv"));
            assertThat(field("status").decision()).isEqualTo(new FieldDecision.Undecided());
            assertThat(field("status").candidates()).isEmpty();
            assertThat(field("region").decision())
                    .isInstanceOfSatisfying(FieldDecision.Imported.class, imported -> assertThat(
                                    imported.candidate().provenance().source().value())
                            .isEqualTo("b.csv"));
            assertThat(meaning("amount").verboseName()).isEqualTo("Amount");
            assertThat(world.heard.get(world.heard.size() - 1))
                    .returns(SessionEvent.Type.SEMANTIC_SOURCE_REMOVED, SessionEvent::type)
                    .satisfies(event -> assertThat(event.data()).containsEntry("source", "a.csv"));
        }

        @Test
        void endsTheConflictThatItHadMade() {
            apply("a.csv", "region,Region,Where");
            apply("b.csv", "region,Area,Elsewhere");
            assertThat(world.clauses()).contains("L9");

            remove("b.csv");

            assertThat(meaning("region").verboseName()).isEqualTo("Region");
            assertThat(open("SEMANTIC_CONFLICT")).isFalse();
            assertThat(world.clauses()).doesNotContain("L9");
        }

        @Test
        void SE2_leavesLocksAndWhatPersonsDecided() {
            apply("a.csv", "region,Region,Where", "status,Status,How", "amount,Amount,Much");
            decide("region", new Choice.Accept(candidate("region", 0)));
            decide("status", new Choice.Lock());
            decide("amount", new Choice.Write(new FieldMeaning("Mine", "")));

            remove("a.csv");

            assertThat(meaning("region").verboseName()).isEqualTo("Region");
            assertThat(meaning("status").verboseName()).isEqualTo("Status");
            assertThat(field("status").locked()).isTrue();
            assertThat(meaning("amount").verboseName()).isEqualTo("Mine");
        }

        @Test
        void isOffTheListOfFieldsLeftAlone() {
            apply("a.csv", "region,Region,Where");
            apply("b.csv", "region,Region,Where");
            decide("region", new Choice.Lock());
            apply("a.csv", "region,Area,Where");
            apply("b.csv", "region,Zone,Where");

            remove("a.csv");

            assertThat(world.session().semantics().leftAlone())
                    .extracting(each -> each.source().value())
                    .containsExactly("b.csv");
        }

        @Test
        void canBeAppliedAgain() {
            apply("a.csv", "region,Region,Where");
            SemanticField before = field("region");
            remove("a.csv");

            apply("a.csv", "region,Region,Where");

            assertThat(field("region")).isEqualTo(before);
        }

        @Test
        void SE8_isStillRejectedWhereItWasWhenItIsAppliedAgain() {
            apply("a.csv", "region,Region,Where");
            decide("region", new Choice.Reject(candidate("region", 0)));
            remove("a.csv");

            apply("a.csv", "region,Region,Where");

            assertThat(field("region").decision()).isEqualTo(new FieldDecision.Undecided());
        }

        @Test
        void mustHaveBeenApplied() {
            apply("a.csv", "region,Region,Where");
            remove("a.csv");

            assertThat(Results.codes(world.attempt(
                            World.ANN, context -> new RemoveSemanticSource(context, new SourceId("a.csv")))))
                    .containsExactly("SEMANTIC_SOURCE_UNKNOWN");
        }
    }

    private void apply(String name, String... rows) {
        String[] lines = new String[rows.length + 1];
        lines[0] = "field,verbose_name,description";
        System.arraycopy(rows, 0, lines, 1, rows.length);
        world.step(context -> new ApplySemanticSource(context, World.csv(name, lines)));
    }

    private void remove(String source) {
        world.step(context -> new RemoveSemanticSource(context, new SourceId(source)));
    }

    private void decide(String field, Choice choice) {
        world.step(context -> new DecideField(context, new FieldId(field), choice));
    }

    private void batch(FieldDecisionRequest... requests) {
        world.step(context -> new DecideFields(context, List.of(requests)));
    }

    private static FieldDecisionRequest request(String field, Choice choice) {
        return new FieldDecisionRequest(new FieldId(field), choice);
    }

    private SemanticField field(String name) {
        return world.session().semantics().field(new FieldId(name)).orElseThrow();
    }

    private SemanticCandidate candidate(String field, int index) {
        return field(field).candidates().get(index);
    }

    private FieldMeaning meaning(String field) {
        return field(field).decision().meaning().orElseThrow();
    }

    private boolean open(String code) {
        return world.session().findings().stream()
                .anyMatch(finding -> finding.status() == FindingStatus.OPEN
                        && finding.problem().code().equals(code));
    }
}
