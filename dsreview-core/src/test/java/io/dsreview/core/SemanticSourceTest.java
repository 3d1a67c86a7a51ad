package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.clarification.Topic;
import io.dsreview.api.command.LifecycleCommand.CancelSession;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.command.SemanticCommand.DecideField;
import io.dsreview.api.command.SemanticCommand.DecideField.Choice;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.finding.FindingStatus;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.SourceId;
import io.dsreview.api.semantic.FieldDecision;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.test.superset.SampleContext;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SemanticSourceTest {

    private static final FieldId REGION = new FieldId("region");

    private final World world = new World(new SampleContext().dataset(7).build()).start();

    private static SemanticSource.Dictionary dictionary(String name, String... rows) {
        String[] lines = new String[rows.length + 1];
        lines[0] = "field,verbose_name,description";
        System.arraycopy(rows, 0, lines, 1, rows.length);
        return World.csv(name, lines);
    }

    private void apply(String name, String... rows) {
        world.step(context -> new ApplySemanticSource(context, dictionary(name, rows)));
    }

    private void decide(Choice choice) {
        world.step(context -> new DecideField(context, REGION, choice));
    }

    @Nested
    class SE2_whatAPersonDecidedOrLocked {

        @Test
        void survivesALaterImportIfItWasWrittenByHand() {
            decide(new Choice.Write(new FieldMeaning("Sales region", "By hand")));

            apply("a.csv", "region,Region,From the dictionary");

            assertThat(meaning().verboseName()).isEqualTo("Sales region");
            assertThat(region().candidates()).hasSize(1);
        }

        @Test
        void survivesALaterImportIfItWasAccepted() {
            apply("a.csv", "region,Region,First");
            decide(new Choice.Accept(region().candidates().get(0)));

            apply("a.csv", "region,Region,Second");

            assertThat(region().decision()).isInstanceOf(FieldDecision.Accepted.class);
            assertThat(meaning().description()).isEqualTo("First");
            assertThat(region().candidates().get(0).meaning().description()).isEqualTo("Second");
        }

        @Test
        void survivesALaterImportIfItIsLockedUntilItIsUnlocked() {
            apply("a.csv", "region,Region,First");
            decide(new Choice.Lock());
            apply("a.csv", "region,Region,Second");
            assertThat(meaning().description()).isEqualTo("First");

            decide(new Choice.Unlock());
            apply("a.csv", "region,Region,Third");

            assertThat(meaning().description()).isEqualTo("Third");
        }
    }

    @Nested
    class SE5_sourcesThatCompete {

        @Test
        void leaveAVisibleConflictAndAQuestion() {
            apply("a.csv", "region,Region,Where");
            apply("b.csv", "region,Area,Elsewhere");

            assertThat(region().isConflicted()).isTrue();
            assertThat(region().decision()).isEqualTo(new FieldDecision.Undecided());
            assertThat(open("SEMANTIC_CONFLICT")).singleElement().satisfies(finding -> {
                assertThat(finding.problem().target()).isEqualTo("region");
                assertThat(finding.problem().arguments()).containsEntry("count", "2");
            });
            assertThat(Objects.requireNonNull(world.session().clarification().active())
                            .topic())
                    .isEqualTo(Topic.FIELD_MEANING);
            assertThat(world.clauses()).contains("L9");
        }

        @Test
        void areCountedByWhatTheySay() {
            apply("a.csv", "region,Region,Where");
            apply("b.csv", "region,Area,Elsewhere");
            apply("c.csv", "region,Area,Elsewhere");

            assertThat(open("SEMANTIC_CONFLICT")).singleElement().satisfies(finding -> assertThat(
                            finding.problem().arguments())
                    .containsEntry("count", "2"));
        }

        @Test
        void areReconciledByAPerson() {
            apply("a.csv", "region,Region,Where");
            apply("b.csv", "region,Area,Elsewhere");

            decide(new Choice.Accept(region().candidates().get(1)));

            assertThat(meaning().verboseName()).isEqualTo("Area");
            assertThat(open("SEMANTIC_CONFLICT")).isEmpty();
            assertThat(world.session().clarification().active()).isNull();
            assertThat(world.clauses()).doesNotContain("L9");
        }

        @Test
        void areReconciledIfTheyComeToAgree() {
            apply("a.csv", "region,Region,Where");
            apply("b.csv", "region,Area,Elsewhere");

            apply("b.csv", "region,Region,Where");

            assertThat(region().decision()).isInstanceOf(FieldDecision.Imported.class);
            assertThat(open("SEMANTIC_CONFLICT")).isEmpty();
            assertThat(world.session().findings())
                    .filteredOn(finding -> finding.problem().code().equals("SEMANTIC_CONFLICT"))
                    .extracting(Finding::status)
                    .containsExactly(FindingStatus.RESOLVED);
        }

        @Test
        void areNoConflictIfTheySayTheSame() {
            apply("a.csv", "region,Region,Where");
            apply("b.csv", "region,Region,Where");

            assertThat(region().isConflicted()).isFalse();
            assertThat(meaning().verboseName()).isEqualTo("Region");
        }
    }

    @Nested
    class SE4_aMalformedSource {

        @Test
        void leavesAFindingThatExplainsAndChangesNothingElse() {
            apply("a.csv", "region,Region,Where");
            ReviewSession before = world.session();

            apply("a.csv", "region,Region");

            assertThat(world.session().semantics().fields())
                    .isEqualTo(before.semantics().fields());
            assertThat(world.session().semantics().sources())
                    .isEqualTo(before.semantics().sources());
            assertThat(world.session().values()).isEqualTo(before.values());
            assertThat(world.session().mappings()).isEqualTo(before.mappings());
            assertThat(world.session().clarification()).isEqualTo(before.clarification());
            assertThat(world.session().execution()).isEqualTo(before.execution());
            assertThat(open("SOURCE_ROW_RAGGED")).singleElement().satisfies(finding -> {
                assertThat(finding.problem().target()).isEqualTo("source a.csv");
                assertThat(finding.problem().arguments())
                        .containsEntry("line", "2")
                        .containsEntry("cells", "2")
                        .containsEntry("columns", "3");
            });
        }

        @Test
        void isForgivenWithTheNextGoodOne() {
            apply("a.csv", "region,Region");

            apply("a.csv", "region,Region,Where");

            assertThat(open("SOURCE_ROW_RAGGED")).isEmpty();
            assertThat(world.session().semantics().rejectedSource()).isNull();
        }
    }

    @Nested
    class OR5_applyingASource {

        @Test
        void updatesCandidatesDecisionsFindingsAndTheVersionsOfSources() {
            SemanticSource.Dictionary source = dictionary("a.csv", "region,Region,Where", "status,Status,");

            world.step(context -> new ApplySemanticSource(context, source));

            assertThat(region().candidates()).hasSize(1);
            assertThat(region().decision()).isInstanceOf(FieldDecision.Imported.class);
            assertThat(world.session().semantics().sources())
                    .containsOnly(Assertions.entry(new SourceId("a.csv"), source.version()));
            assertThat(open("FIELDS_WITHOUT_MEANING")).singleElement().satisfies(finding -> assertThat(
                            finding.problem().arguments())
                    .containsEntry("count", "1"));
        }

        @Test
        void isRefusedOnceTheSessionIsCancelled() {
            world.step(CancelSession::new);

            var result = world.attempt(World.ANN, context -> new ApplySemanticSource(context, dictionary("a.csv")));

            assertThat(Results.rejected(result).problems()).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo("SESSION_NOT_ACTIVE");
                assertThat(problem.arguments()).containsEntry("status", "CANCELLED");
            });
        }

        @Test
        void isRefusedWhileTheDatasetIsNotKnown() {
            World choosing = new World(new SampleContext().dataset(7).dataset(8).build()).start();

            assertThat(Results.codes(choosing.attempt(
                            World.ANN, context -> new ApplySemanticSource(context, dictionary("a.csv")))))
                    .containsExactly("DATASET_NOT_CHOSEN");
        }
    }

    @Nested
    class SE8_aDecisionAboutAField {

        @Test
        void isRefusedForACandidateItDoesNotHaveNow() {
            apply("a.csv", "region,Region,First");
            var old = region().candidates().get(0);
            apply("a.csv", "region,Region,Second");

            assertThat(Results.codes(world.attempt(
                            World.ANN, context -> new DecideField(context, REGION, new Choice.Accept(old)))))
                    .containsExactly("CANDIDATE_UNKNOWN");
        }

        @Test
        void isRefusedForAFieldItDoesNotHave() {
            assertThat(Results.codes(world.attempt(
                            World.ANN, context -> new DecideField(context, new FieldId("Region"), new Choice.Lock()))))
                    .containsExactly("FIELD_UNKNOWN");
        }

        @Test
        void isRefusedWhileItIsLocked() {
            decide(new Choice.Lock());

            assertThat(Results.codes(world.attempt(
                            World.ANN,
                            context -> new DecideField(
                                    context, REGION, new Choice.Write(new FieldMeaning("Region", ""))))))
                    .containsExactly("FIELD_LOCKED");
            decide(new Choice.Lock());
            assertThat(region().locked()).isTrue();
        }

        @Test
        void touchesThatFieldAlone() {
            List<SemanticField> before = world.session().semantics().fields();

            decide(new Choice.Write(new FieldMeaning("Region", "Where")));

            List<SemanticField> after = world.session().semantics().fields();
            assertThat(after).hasSameSizeAs(before);
            assertThat(after.subList(1, 3)).isEqualTo(before.subList(1, 3));
            assertThat(region().decision())
                    .isEqualTo(new FieldDecision.Manual(
                            new FieldMeaning("Region", "Where"), World.ANN.user(), world.clock.instant()));
        }
    }

    private SemanticField region() {
        return world.session().semantics().field(REGION).orElseThrow();
    }

    private FieldMeaning meaning() {
        return region().decision().meaning().orElseThrow();
    }

    private List<Finding> open(String code) {
        return world.session().findings().stream()
                .filter(finding -> finding.status() == FindingStatus.OPEN
                        && finding.problem().code().equals(code))
                .toList();
    }
}
