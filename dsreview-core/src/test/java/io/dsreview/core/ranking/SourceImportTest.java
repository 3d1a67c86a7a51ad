package io.dsreview.core.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.SourceId;
import io.dsreview.api.id.UserId;
import io.dsreview.api.semantic.Endorsement;
import io.dsreview.api.semantic.FieldDecision;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.MatchKind;
import io.dsreview.api.semantic.Place;
import io.dsreview.api.semantic.Provenance;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticField;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SourceImportTest {

    private static final FieldId REGION = new FieldId("region");
    private static final SourceId A = new SourceId("a");
    private static final SourceId B = new SourceId("b");
    private static final UserId ANN = new UserId("ann");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /** The order of the contract, written down a second time on purpose. */
    private static final Map<MatchKind, Integer> PLACE = Map.of(
            MatchKind.EXACT_DICTIONARY, 1, MatchKind.REFERENCE_IMPORT, 2, MatchKind.FUZZY, 3, MatchKind.AI_DRAFT, 4);

    @Property(tries = 2_000)
    void SE1_candidatesStandInTheOrderOfTheirKindsThenSourcesThenLines(
            @ForAll("candidates") List<SemanticCandidate> first, @ForAll("candidates") List<SemanticCandidate> second) {
        List<SemanticCandidate> ofA = named(first, A);
        List<SemanticCandidate> ofB = named(second, B);

        SemanticField inOneOrder = importing(importing(SemanticField.unknown(REGION), A, ofA), B, ofB);
        SemanticField inTheOther = importing(importing(SemanticField.unknown(REGION), B, ofB), A, ofA);

        List<SemanticCandidate> all = new ArrayList<>(ofA);
        all.addAll(ofB);
        assertThat(inOneOrder.candidates()).containsExactlyElementsOf(picked(all));
        assertThat(inTheOther.candidates()).containsExactlyElementsOf(picked(all));
    }

    @Property(tries = 2_000)
    void SE3_onlyATrustedUndisputedCandidateIsTakenOver(@ForAll("candidates") List<SemanticCandidate> found) {
        SemanticField field = importing(SemanticField.unknown(REGION), A, named(found, A));

        List<SemanticCandidate> ranked = picked(named(found, A));
        List<SemanticCandidate> top = ranked.stream()
                .filter(each ->
                        each.provenance().kind() == ranked.get(0).provenance().kind())
                .toList();
        boolean agreed = top.stream().map(SemanticCandidate::meaning).distinct().count() == 1;
        boolean trusted = !top.isEmpty() && PLACE.get(top.get(0).provenance().kind()) <= 2;
        if (agreed && trusted) {
            assertThat(field.decision()).isEqualTo(new FieldDecision.Imported(top.get(0)));
        } else {
            assertThat(field.decision()).isEqualTo(new FieldDecision.Undecided());
        }
    }

    record Row(List<MatchKind> kinds, MatchKind first, boolean taken) {}

    @Example
    void SE1_aTableSaysWhichIsFirstAndWhetherItIsTakenOver() {
        List<Row> rows = List.of(
                new Row(List.of(MatchKind.AI_DRAFT, MatchKind.EXACT_DICTIONARY), MatchKind.EXACT_DICTIONARY, true),
                new Row(
                        List.of(MatchKind.REFERENCE_IMPORT, MatchKind.EXACT_DICTIONARY),
                        MatchKind.EXACT_DICTIONARY,
                        true),
                new Row(List.of(MatchKind.FUZZY, MatchKind.REFERENCE_IMPORT), MatchKind.REFERENCE_IMPORT, true),
                new Row(List.of(MatchKind.AI_DRAFT, MatchKind.REFERENCE_IMPORT), MatchKind.REFERENCE_IMPORT, true),
                new Row(List.of(MatchKind.AI_DRAFT, MatchKind.FUZZY), MatchKind.FUZZY, false),
                new Row(List.of(MatchKind.FUZZY), MatchKind.FUZZY, false),
                new Row(List.of(MatchKind.AI_DRAFT), MatchKind.AI_DRAFT, false));

        for (Row row : rows) {
            List<SemanticCandidate> found = row.kinds().stream()
                    .map(kind -> candidate(A, kind, 1, kind.name()))
                    .toList();
            SemanticField field = importing(SemanticField.unknown(REGION), A, found);
            assertThat(field.candidates().get(0).provenance().kind())
                    .as("%s", row)
                    .isEqualTo(row.first());
            assertThat(field.decision() instanceof FieldDecision.Imported)
                    .as("%s", row)
                    .isEqualTo(row.taken());
        }
    }

    private final SemanticCandidate old = candidate(A, MatchKind.EXACT_DICTIONARY, 2, "old");
    private final SemanticCandidate other = candidate(B, MatchKind.REFERENCE_IMPORT, 5, "other");
    private final SemanticField before =
            importing(importing(SemanticField.unknown(REGION), B, List.of(other)), A, List.of(old));

    @Example
    void SE1_importingAgainReplacesWhatTheSourceSaidBefore() {
        SemanticCandidate now = candidate(A, MatchKind.EXACT_DICTIONARY, 9, "new");

        SemanticField after = importing(before, A, List.of(now));

        assertThat(after.candidates()).containsExactly(now, other);
        assertThat(after.decision()).isEqualTo(new FieldDecision.Imported(now));
    }

    @Example
    void SE1_importingAgainWithdrawsWhatTheSourceNoLongerSays() {
        SemanticField after = importing(before, A, List.of());

        assertThat(after.candidates()).containsExactly(other);
        assertThat(after.decision()).isEqualTo(new FieldDecision.Imported(other));
    }

    @Example
    void SE1_importingAgainLeavesAFieldOpenThatNobodyKnowsAnyMore() {
        SemanticField after = importing(importing(before, A, List.of()), B, List.of());

        assertThat(after).isEqualTo(SemanticField.unknown(REGION));
    }

    @Example
    void SE1_importingTakesEachCandidateOnce() {
        assertThat(importing(before, A, List.of(old, old)).candidates()).containsExactly(old, other);
    }

    @Example
    void SE1_aCandidateReachesItsOwnFieldOnly() {
        SemanticField status = SemanticField.unknown(new FieldId("status"));

        List<SemanticField> after = SourceImport.apply(
                List.of(SemanticField.unknown(REGION), status),
                A,
                List.of(candidate(A, MatchKind.EXACT_DICTIONARY, 2, "Region")));

        assertThat(after.get(0).candidates()).hasSize(1);
        assertThat(after.get(1)).isEqualTo(status);
    }

    @Example
    void SE2_aDecisionByAPersonOrALockSurvivesAndOnlyTheCandidatesFollow() {
        SemanticCandidate old = candidate(A, MatchKind.EXACT_DICTIONARY, 2, "old");
        SemanticCandidate now = candidate(A, MatchKind.EXACT_DICTIONARY, 2, "new");
        List<SemanticField> kept = List.of(
                new SemanticField(REGION, List.of(old), new FieldDecision.Accepted(old, ANN, NOON), false),
                new SemanticField(
                        REGION,
                        List.of(old),
                        new FieldDecision.Manual(new FieldMeaning("by hand", ""), ANN, NOON),
                        false),
                new SemanticField(REGION, List.of(old), new FieldDecision.Imported(old), true),
                new SemanticField(REGION, List.of(), new FieldDecision.Undecided(), true));

        for (SemanticField field : kept) {
            SemanticField after = importing(field, A, List.of(now));

            assertThat(after).isEqualTo(new SemanticField(REGION, List.of(now), field.decision(), field.locked()));
        }
    }

    @Provide
    Arbitrary<List<SemanticCandidate>> candidates() {
        return Combinators.combine(
                        Arbitraries.of(MatchKind.class), Arbitraries.longs().between(1, 3), Arbitraries.of("x", "y"))
                .as((kind, line, meaning) -> candidate(A, kind, line, meaning))
                .list()
                .ofMaxSize(6)
                .uniqueElements(each -> each.provenance().kind() + " " + line(each));
    }

    /** Picks the best of what is left until nothing is left. */
    private static List<SemanticCandidate> picked(List<SemanticCandidate> all) {
        List<SemanticCandidate> left = new ArrayList<>(all);
        List<SemanticCandidate> result = new ArrayList<>();
        while (!left.isEmpty()) {
            SemanticCandidate best = left.get(0);
            for (SemanticCandidate each : left) {
                if (rank(each).compareTo(rank(best)) < 0) {
                    best = each;
                }
            }
            left.remove(best);
            result.add(best);
        }
        return result;
    }

    private static String rank(SemanticCandidate each) {
        Provenance from = each.provenance();
        return PLACE.get(from.kind()) + " " + from.source() + " " + line(each);
    }

    private static long line(SemanticCandidate each) {
        return ((Place.Line) each.provenance().place()).number();
    }

    private static List<SemanticCandidate> named(List<SemanticCandidate> candidates, SourceId source) {
        return candidates.stream()
                .map(each -> candidate(
                        source,
                        each.provenance().kind(),
                        line(each),
                        each.meaning().verboseName()))
                .toList();
    }

    private static SemanticField importing(SemanticField field, SourceId source, List<SemanticCandidate> found) {
        return SourceImport.apply(List.of(field), source, found).get(0);
    }

    private static SemanticCandidate candidate(SourceId source, MatchKind kind, long line, String meaning) {
        Sha256 version = Sha256.of("dsreview-test", source.value().getBytes(StandardCharsets.UTF_8));
        return new SemanticCandidate(
                REGION,
                new FieldMeaning(meaning, ""),
                Endorsement.NONE,
                new Provenance(source, version, kind, new Place.Line(line)));
    }
}
