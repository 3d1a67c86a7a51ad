package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.ExecutionCommand.Launch;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.LifecycleCommand.CancelSession;
import io.dsreview.api.command.MappingCommand.DecideMappings;
import io.dsreview.api.command.MappingCommand.SetTemplateValue;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.command.SemanticCommand.DecideField;
import io.dsreview.api.command.SemanticCommand.DecideField.Choice;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.ledger.LedgerEntry;
import io.dsreview.api.ledger.LedgerHead;
import io.dsreview.api.ledger.LedgerPayload;
import io.dsreview.api.ledger.LedgerRecord;
import io.dsreview.api.ledger.LedgerVerifier;
import io.dsreview.api.ledger.Verification;
import io.dsreview.api.ledger.Verification.Broken;
import io.dsreview.api.ledger.Verification.Unexplained;
import io.dsreview.api.ledger.Verification.Verified;
import io.dsreview.api.semantic.FieldFormat;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.PiiClass;
import io.dsreview.api.session.SessionEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final VariableId REGION = new VariableId("url_param:region");

    @Nested
    class AR2_theAudit {

        private final World world = new World(World.twoVariables().build()).start();

        @Test
        void holdsEveryAcceptedCommandAndEffectInOrder() {
            world.step(context -> new SetTemplateValue(context, REGION, "EMEA"));
            world.step(context -> new SetTemplateValue(context, new VariableId("url_param:floor"), "1"));
            world.approveAll().step(RequestPreview::new).launch().step(CancelSession::new);

            assertThat(types())
                    .containsExactly(
                            "accepted.StartSession",
                            "effect.Recover",
                            "accepted.SetTemplateValue",
                            "accepted.SetTemplateValue",
                            "accepted.DecideMappings",
                            "accepted.RequestPreview",
                            "effect.Compile",
                            "accepted.Launch",
                            "effect.Send",
                            "accepted.CancelSession");
        }

        @Test
        void holdsARefusalWithoutMovingTheVersion() {
            long version = world.session().header().version();

            Results.rejected(world.attemptLaunch(World.ANN));

            assertThat(types()).endsWith("refused.Launch");
            assertThat(world.core.ledger(World.ANN, world.id()).get(2).document())
                    .contains(
                            "\"clauses\":\"L4,L5,L6,L9\"", "\"command\":\"Launch\"", "\"version\":\"" + version + "\"");
            assertThat(world.reload().session().header().version()).isEqualTo(version);
        }

        @Test
        void holdsRepeatsOfTheSameRefusalOnce() {
            for (int i = 0; i < 5; i++) {
                Results.rejected(world.attemptLaunch(World.ANN));
            }

            assertThat(types()).hasSize(3);
            assertThat(world.heard)
                    .filteredOn(event -> event.type() == SessionEvent.Type.REFUSED)
                    .hasSize(1);
        }

        @Test
        void holdsTheSameRefusalAgainForAnotherPersonAnotherCommandOrAnotherVersion() {
            Results.rejected(world.attemptLaunch(World.ANN));
            Results.rejected(world.attemptLaunch(World.ADA));
            Results.rejected(world.attempt(World.ADA, RequestPreview::new));
            world.step(context -> new SetTemplateValue(context, REGION, "EMEA"));
            Results.rejected(world.attempt(World.ADA, RequestPreview::new));

            assertThat(types())
                    .containsExactly(
                            "accepted.StartSession",
                            "effect.Recover",
                            "refused.Launch",
                            "refused.Launch",
                            "refused.RequestPreview",
                            "accepted.SetTemplateValue",
                            "refused.RequestPreview");
        }

        @Test
        void AR2_holdsRefusalsOfDifferentThingsAndWhatEachIsAbout() {
            for (String mapping : List.of("x->column:a", "y->column:b", "y->column:b")) {
                Results.rejected(world.attempt(
                        World.ANN, context -> new DecideMappings(context, List.of(new MappingId(mapping)), true)));
            }

            List<LedgerRecord> entries = world.core.ledger(World.ANN, world.id());
            assertThat(types().subList(2, types().size()))
                    .containsExactly("refused.DecideMappings", "refused.DecideMappings");
            assertThat(entries.get(2).document()).doesNotContain("x->column:a");
            assertThat(entries.subList(2, 4))
                    .extracting(entry -> entry.payloads().stream()
                            .filter(payload -> payload.field().equals("about"))
                            .map(LedgerPayload::value)
                            .toList())
                    .containsExactly(List.of("x->column:a"), List.of("y->column:b"));
        }

        @Test
        void holdsAConflict() {
            world.execute(new Launch(new CommandContext(World.ANN, world.id(), 1, null), null));

            assertThat(world.core.ledger(World.ANN, world.id()).get(2).document())
                    .contains("\"type\":\"refused.Launch\"", "\"codes\":\"VERSION_CONFLICT\"");
        }

        @Test
        void holdsADamagedCommandToASessionWithinReach() {
            Results.rejected(world.attempt(World.ANN, context -> new SetTemplateValue(context, REGION, null)));

            assertThat(types()).endsWith("refused.SetTemplateValue");
        }

        @Test
        void holdsADuplicateNotAgain() {
            world.step(CancelSession::new);
            int entries = types().size();

            Results.duplicate(world.attempt(World.ANN, CancelSession::new));

            assertThat(types()).hasSize(entries);
        }

        @Test
        void commitsToPersonalValuesWithoutShowingThemInEntriesOrEvents() {
            world.step(context -> new SetTemplateValue(context, REGION, "personal-value"));
            world.step(context -> new ApplySemanticSource(
                    context, World.csv("a.csv", "field,verbose_name,description", "region,Region,Where")));

            List<LedgerRecord> ledger = world.core.ledger(World.ANN, world.id());
            assertThat(ledger).allSatisfy(record -> assertThat(record.document())
                    .doesNotContain("personal-value", "\"ann\"", World.LINK));
            assertThat(ledger.get(2).payloads())
                    .extracting(LedgerPayload::field, LedgerPayload::value)
                    .containsExactly(tuple("actor", "ann"), tuple("value", "personal-value"));
            assertThat(world.heard.toString()).doesNotContain("personal-value", World.LINK);
            assertThat(ledger.stream()
                            .flatMap(record -> record.payloads().stream())
                            .map(LedgerPayload::salt))
                    .doesNotHaveDuplicates()
                    .allSatisfy(salt -> assertThat(salt).hasSize(64));
        }

        @Test
        void commitsToWhatAPersonWroteAboutAFieldAndToNothingThatWasLeftOut() {
            FieldMeaning full = new FieldMeaning(
                    "Amount", "Net", new FieldFormat(FieldFormat.Notation.D3, ",.2f"), "EUR", PiiClass.NONE);
            world.step(context -> new DecideField(context, new FieldId("amount"), new Choice.Write(full)))
                    .step(context -> new DecideField(
                            context, new FieldId("status"), new Choice.Write(new FieldMeaning("Status", "How"))));

            List<LedgerRecord> ledger = world.core.ledger(World.ANN, world.id());
            assertThat(ledger.get(2).payloads())
                    .extracting(LedgerPayload::field, LedgerPayload::value)
                    .containsExactlyInAnyOrder(
                            tuple("actor", "ann"),
                            tuple("verboseName", "Amount"),
                            tuple("description", "Net"),
                            tuple("format", ",.2f"),
                            tuple("unit", "EUR"),
                            tuple("pii", "NONE"));
            assertThat(ledger.get(3).payloads())
                    .extracting(LedgerPayload::field, LedgerPayload::value)
                    .containsExactlyInAnyOrder(
                            tuple("actor", "ann"), tuple("verboseName", "Status"), tuple("description", "How"));
        }

        private List<String> types() {
            return world.core.ledger(World.ANN, world.id()).stream()
                    .map(record -> record.document().replaceAll(".*\"type\":\"([^\"]*)\".*", "$1"))
                    .toList();
        }
    }

    @Nested
    class AR2_anAuditThatWasTamperedWith {

        private final World world = World.readyToLaunch().launch();
        private final List<LedgerRecord> sound = world.core.ledger(World.ANN, world.id());
        private final LedgerHead head =
                world.core.ledgerHead(World.ANN, world.id()).orElseThrow();

        @Test
        void isToldApartFromASoundOne() {
            assertThat(sound).hasSize(7);
            assertThat(LedgerVerifier.verify(sound, head)).isEqualTo(new Verified(head));
            assertThat(world.core.verifyLedger(World.ANN, world.id())).contains(new Verified(head));
        }

        @Test
        void byAnEditOfAnyEntryIsFound() {
            for (int i = 0; i < sound.size(); i++) {
                List<LedgerRecord> edited = new ArrayList<>(sound);
                edited.set(
                        i,
                        new LedgerRecord(
                                sound.get(i).document().replaceFirst("\"at\":\"2026", "\"at\":\"2025"),
                                sound.get(i).payloads()));

                long found = Math.min(i + 2, sound.size());
                assertBroken(
                        edited,
                        found,
                        i + 1 < sound.size()
                                ? "it does not name the hash of the entry before it"
                                : "its hash is not the one in the kept head");
            }
        }

        @Test
        void byADeletionIsFound() {
            for (int i = 0; i < sound.size() - 1; i++) {
                List<LedgerRecord> shorter = new ArrayList<>(sound);
                shorter.remove(i);

                assertBroken(shorter, i + 1L, "entry " + (i + 2) + " stands where " + (i + 1) + " belongs");
            }
        }

        @Test
        void byATruncationIsFoundAgainstTheKeptHead() {
            assertBroken(
                    sound.subList(0, 5),
                    6,
                    "the chain ends after entry 5, but the kept head is entry 7; entries were cut off");
            assertBroken(
                    List.of(), 1, "the chain ends after entry 0, but the kept head is entry 7; entries were cut off");
        }

        @Test
        void byAnInsertionIsFound() {
            for (int i = 0; i < sound.size(); i++) {
                List<LedgerRecord> longer = new ArrayList<>(sound);
                longer.add(i, sound.get(i));

                assertBroken(longer, i + 2L, "entry " + (i + 1) + " stands where " + (i + 2) + " belongs");
            }
        }

        @Test
        void byASwapIsFound() {
            List<LedgerRecord> swapped = new ArrayList<>(sound);
            Collections.swap(swapped, 2, 3);

            assertBroken(swapped, 3, "entry 4 stands where 3 belongs");
        }

        @Test
        void byAnotherValueIsFound() {
            LedgerRecord record = sound.get(4);
            LedgerPayload actor = record.payloads().get(0);

            assertBroken(
                    replaced(4, List.of(new LedgerPayload(actor.field(), actor.salt(), "eve"))),
                    5,
                    "the value kept for 'actor' is not the one committed to");
        }

        @Test
        void byAnotherSaltOrAnotherFieldIsFound() {
            LedgerPayload actor = sound.get(4).payloads().get(0);

            assertBroken(
                    replaced(4, List.of(new LedgerPayload("actor", "0".repeat(64), actor.value()))),
                    5,
                    "the value kept for 'actor' is not the one committed to");
            assertBroken(
                    replaced(4, List.of(actor, new LedgerPayload("note", actor.salt(), actor.value()))),
                    5,
                    "the value kept for 'note' is not the one committed to");
        }

        @Test
        void byAnErasureThatNoEntryExplainsIsNotVerified() {
            assertThat(LedgerVerifier.verify(replaced(0, sound.get(0).payloads().subList(0, 1)), head))
                    .isEqualTo(new Unexplained(1, "link"));
        }

        @Test
        void byAnErasureAndADeletionIsBroken() {
            List<LedgerRecord> both = replaced(0, List.of());
            both.remove(3);

            assertBroken(both, 4, "entry 5 stands where 4 belongs");
        }

        @Test
        void byARewriteOfTheWholeChainIsFoundAgainstTheKeptHead() {
            World other = World.readyToLaunch();
            other.clock.advance(Duration.ofSeconds(1));
            other.launch();
            List<LedgerRecord> rewritten = other.core.ledger(World.ANN, other.id());
            LedgerHead theirs = other.core.ledgerHead(World.ANN, other.id()).orElseThrow();
            assertThat(theirs.chain()).isEqualTo(head.chain());
            assertThat(LedgerVerifier.verify(rewritten, theirs)).isEqualTo(new Verified(theirs));

            assertBroken(rewritten, 7, "its hash is not the one in the kept head");
        }

        @Test
        void byEntriesOfAnotherSessionIsFound() {
            world.start();

            assertBroken(world.core.ledger(World.ANN, world.id()), 1, "the entry belongs to another chain");
        }

        @Test
        void byATextThatIsNoEntryIsFound() {
            List<LedgerRecord> damaged = new ArrayList<>(sound);
            damaged.set(3, new LedgerRecord("{}", List.of()));
            assertBroken(damaged, 4, "the document is not of format " + LedgerEntry.FORMAT);

            damaged.set(3, new LedgerRecord("{ \"v\":1}", List.of()));
            assertBroken(damaged, 4, "the document is not canonical JSON");
        }

        private List<LedgerRecord> replaced(int index, List<LedgerPayload> payloads) {
            List<LedgerRecord> result = new ArrayList<>(sound);
            result.set(index, new LedgerRecord(sound.get(index).document(), payloads));
            return result;
        }

        private void assertBroken(List<LedgerRecord> records, long seq, String why) {
            Verification found = LedgerVerifier.verify(records, head);
            assertThat(found).isEqualTo(new Broken(seq, why));
            assertThat(found.isVerified()).isFalse();
        }
    }
}
