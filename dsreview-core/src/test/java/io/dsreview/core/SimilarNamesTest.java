package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.command.SemanticCommand.DecideField;
import io.dsreview.api.command.SemanticCommand.DecideField.Choice;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.finding.FindingStatus;
import io.dsreview.api.finding.Severity;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.SourceId;
import io.dsreview.api.semantic.CandidateText;
import io.dsreview.api.semantic.FieldDecision;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.MatchKind;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.session.Semantics.LeftAlone;
import io.dsreview.test.superset.SampleContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a dictionary says under other names, and what becomes of locked fields when a dictionary changes. */
class SimilarNamesTest {

    private static final FieldId REGION = new FieldId("region");

    private final World world = new World(new SampleContext().dataset(7).build()).start();

    private void apply(String name, String... rows) {
        String[] lines = new String[rows.length + 1];
        lines[0] = "field,verbose_name,description";
        System.arraycopy(rows, 0, lines, 1, rows.length);
        world.step(context -> new ApplySemanticSource(context, World.csv(name, lines)));
    }

    private void decide(Choice choice) {
        world.step(context -> new DecideField(context, REGION, choice));
    }

    private SemanticField region() {
        return world.session().semantics().field(REGION).orElseThrow();
    }

    private Optional<Finding> open(String code) {
        return world.session().findings().stream()
                .filter(finding -> finding.status() == FindingStatus.OPEN)
                .filter(finding -> finding.problem().code().equals(code))
                .findFirst();
    }

    @Nested
    class SE3_aSimilarName {

        @Test
        void isOfferedWithItsReasonsAndNotTakenOver() {
            apply("a.csv", "Sales Regions,Sales region,Where it was sold");

            assertThat(region().decision()).isEqualTo(new FieldDecision.Undecided());
            assertThat(region().candidates()).singleElement().satisfies(candidate -> {
                assertThat(candidate.provenance().kind()).isEqualTo(MatchKind.FUZZY);
                assertThat(CandidateText.of(candidate, Locale.ENGLISH).evidence())
                        .first()
                        .isEqualTo("Line 2 of a.csv describes it.");
                assertThat(CandidateText.of(candidate, Locale.ENGLISH).evidence())
                        .contains("“region” is in both names.")
                        .anySatisfy(sentence -> assertThat(sentence)
                                .startsWith("It is about “Sales Regions”, which is similar: ")
                                .endsWith(" of 1000."));
            });
        }

        @Test
        void staysOpenToReviewWithoutHoldingUpALaunch() {
            apply("a.csv", "Sales Regions,Sales region,Where", "Home Regions,Home region,There");

            assertThat(region().candidates()).hasSize(2);
            assertThat(region().isConflicted()).isFalse();
            assertThat(world.session().clarification().active()).isNull();
            assertThat(open("MEANINGS_ONLY_OFFERED")).hasValueSatisfying(finding -> {
                assertThat(finding.severity()).isEqualTo(Severity.INFO);
                assertThat(finding.problem().arguments()).containsEntry("count", "1");
            });
        }

        @Test
        void isTakenOverByAPersonAlone() {
            apply("a.csv", "Sales Regions,Sales region,Where");

            decide(new Choice.Accept(region().candidates().get(0)));

            assertThat(region().decision()).isInstanceOf(FieldDecision.Accepted.class);
            assertThat(open("MEANINGS_ONLY_OFFERED")).isEmpty();
        }

        @Test
        void standsBehindAnExactOneOfAnotherDictionary() {
            apply("a.csv", "Sales Regions,Sales region,Where");
            apply("z.csv", "region,Region,Exactly");

            assertThat(region().candidates())
                    .extracting(candidate -> candidate.provenance().kind())
                    .containsExactly(MatchKind.EXACT_DICTIONARY, MatchKind.FUZZY);
            assertThat(region().isConflicted()).isFalse();
            assertThat(region().decision().meaning()).contains(new FieldMeaning("Region", "Exactly"));
        }

        @Test
        void isNotLookedForWhereTheDictionaryNamesTheFieldItself() {
            apply("a.csv", "region,Region,Where", "Sales Regions,Sales region,Where");

            assertThat(region().candidates()).hasSize(1);
        }
    }

    @Nested
    class SE9_aNewVersionOfASource {

        @Test
        void changesUnlockedFieldsAndListsTheLockedOnesItLeftAlone() {
            apply("a.csv", "region,Region,First", "status,Status,First");
            decide(new Choice.Lock());

            apply("a.csv", "region,Region,Second", "status,Status,Second");

            assertThat(description(new FieldId("status"))).isEqualTo("Second");
            assertThat(description(REGION)).isEqualTo("First");
            assertThat(world.session().semantics().leftAlone())
                    .containsExactly(new LeftAlone(
                            REGION,
                            new SourceId("a.csv"),
                            world.session().semantics().sources().get(new SourceId("a.csv"))));
            assertThat(open("FIELDS_LEFT_ALONE")).hasValueSatisfying(finding -> {
                assertThat(finding.severity()).isEqualTo(Severity.INFO);
                assertThat(finding.problem().target()).isEqualTo("source a.csv");
                assertThat(finding.problem().arguments()).containsEntry("count", "1");
            });
        }

        @Test
        void listsWhatAPersonDecidedToo() {
            apply("a.csv", "region,Region,First");
            decide(new Choice.Accept(region().candidates().get(0)));

            apply("a.csv", "region,Region,Second");

            assertThat(description(REGION)).isEqualTo("First");
            assertThat(leftAlone()).containsExactly(REGION);
        }

        @Test
        void listsWhatWasAcceptedOfASimilarName() {
            apply("a.csv", "Sales Region,Region,First");
            decide(new Choice.Accept(region().candidates().get(0)));
            decide(new Choice.Lock());
            apply("a.csv", "Sales Region,Region,First", "status,Status,New");
            assertThat(leftAlone()).isEmpty();

            apply("a.csv", "Sales Region,Region,Second");

            assertThat(description(REGION)).isEqualTo("First");
            assertThat(leftAlone()).containsExactly(REGION);
        }

        @Test
        void listsWhatItNoLongerSays() {
            apply("a.csv", "region,Region,First", "status,Status,First");
            decide(new Choice.Accept(region().candidates().get(0)));

            apply("a.csv", "status,Status,First");
            assertThat(leftAlone()).containsExactly(REGION);

            apply("a.csv", "region,Region,First", "status,Status,First");
            assertThat(leftAlone()).isEmpty();
        }

        @Test
        void listsNothingOfWhichAnotherSourceDecided() {
            apply("a.csv", "region,Region,First");
            apply("b.csv", "region,Area,Other");
            decide(new Choice.Accept(region().candidates().get(0)));

            apply("b.csv", "status,Status,First");

            assertThat(leftAlone()).isEmpty();
        }

        @Test
        void listsNothingWhereItSaysTheSame() {
            apply("a.csv", "region,Region,First");
            decide(new Choice.Lock());

            apply("a.csv", "region,Region,First", "status,Status,New");

            assertThat(leftAlone()).isEmpty();
        }

        @Test
        void listsNothingThatAPersonSawWhenDeciding() {
            apply("a.csv", "region,Region,First");
            apply("b.csv", "region,Area,Other");
            decide(new Choice.Accept(region().candidates().get(0)));

            apply("b.csv", "region,Area,Other", "status,Status,New");

            assertThat(leftAlone()).isEmpty();
        }

        @Test
        void keepsTheListUntilAPersonLooks() {
            apply("a.csv", "region,Region,First");
            decide(new Choice.Lock());
            apply("a.csv", "region,Region,Second");

            apply("a.csv", "region,Region,Second", "status,Status,New");
            assertThat(leftAlone()).containsExactly(REGION);
            apply("b.csv", "status,Status,New");
            assertThat(leftAlone()).containsExactly(REGION);

            decide(new Choice.Unlock());
            assertThat(leftAlone()).isEmpty();
            assertThat(description(REGION)).isEqualTo("Second");
            assertThat(open("FIELDS_LEFT_ALONE")).isEmpty();
        }

        @Test
        void takesAFieldOffTheListOnceTheSourceAgreesAgain() {
            apply("a.csv", "region,Region,First");
            decide(new Choice.Lock());
            apply("a.csv", "region,Region,Second");

            apply("a.csv", "region,Region,First");

            assertThat(leftAlone()).isEmpty();
        }

        private List<FieldId> leftAlone() {
            return world.session().semantics().leftAlone().stream()
                    .map(LeftAlone::field)
                    .toList();
        }

        private String description(FieldId field) {
            return world.session()
                    .semantics()
                    .field(field)
                    .flatMap(each -> each.decision().meaning())
                    .orElseThrow()
                    .description();
        }
    }
}
