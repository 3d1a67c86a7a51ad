package io.dsreview.api.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.SourceId;
import io.dsreview.api.semantic.Endorsement.Certification;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RankingRuleTest {

    private static final Endorsement CERTIFIED =
            new Endorsement(new Certification("Finance", ""), List.of(), List.of());
    private static final Place COLUMN =
            new Place.DatasetField(new EnvironmentId("prod"), 7, "orders", Place.Kind.COLUMN, "region", "");

    private static final String PLACE =
            "Both are as good and of one source; it stands first because of its place there: by number, or by name where it has none.";

    /** Two candidates of which the first stands before the second, by a rule, and why in words. */
    record Row(RankingRule rule, SemanticCandidate better, SemanticCandidate other, String words) {
        @Override
        public String toString() {
            return rule + " " + better.provenance().kind();
        }
    }

    static Stream<Row> rows() {
        Place one = new Place.Line(9);
        Place two = new Place.Line(10);
        String found =
                "It stands first because of how it was found: an exact dictionary before a reference dataset, that "
                        + "before a similar name, and a draft last.";
        return Stream.of(
                new Row(
                        RankingRule.MATCH_KIND,
                        candidate("z", MatchKind.EXACT_DICTIONARY, two, Endorsement.NONE, null),
                        candidate("a", MatchKind.REFERENCE_IMPORT, COLUMN, CERTIFIED, null),
                        found),
                new Row(
                        RankingRule.MATCH_KIND,
                        candidate("z", MatchKind.FUZZY, two, Endorsement.NONE, 500),
                        candidate("a", MatchKind.AI_DRAFT, new Place.Draft("p", "m"), Endorsement.NONE, null),
                        found),
                new Row(
                        RankingRule.CONFIDENCE,
                        candidate("z", MatchKind.REFERENCE_IMPORT, COLUMN, CERTIFIED, null),
                        candidate("a", MatchKind.REFERENCE_IMPORT, COLUMN, Endorsement.NONE, null),
                        "It stands first because it can be relied on further."),
                new Row(
                        RankingRule.SIMILARITY,
                        candidate("z", MatchKind.FUZZY, two, Endorsement.NONE, 900),
                        candidate("a", MatchKind.FUZZY, one, Endorsement.NONE, 899),
                        "It stands first because its name is more similar."),
                new Row(
                        RankingRule.SOURCE_NAME,
                        candidate("a", MatchKind.EXACT_DICTIONARY, two, Endorsement.NONE, null),
                        candidate("b", MatchKind.EXACT_DICTIONARY, one, Endorsement.NONE, null),
                        "Both are as good; it stands first because the name of its source comes first in the alphabet."),
                new Row(
                        RankingRule.PLACE,
                        candidate("a", MatchKind.EXACT_DICTIONARY, one, Endorsement.NONE, null),
                        candidate("a", MatchKind.EXACT_DICTIONARY, two, Endorsement.NONE, null),
                        PLACE),
                placed(new Place.Path("$[9]"), new Place.Path("$[10]")),
                placed(new Place.Path("row 9"), new Place.Path("row 10")),
                placed(new Place.Path("columns.a10"), new Place.Path("columns.a9")));
    }

    private static Row placed(Place better, Place other) {
        return new Row(
                RankingRule.PLACE,
                candidate("a", MatchKind.FUZZY, better, Endorsement.NONE, 500),
                candidate("a", MatchKind.FUZZY, other, Endorsement.NONE, 500),
                PLACE);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void SE1_theFirstRuleThatTellsThemApartDecidesAndSaysSo(Row row) {
        assertThat(RankingRule.order().compare(row.better(), row.other())).isNegative();
        assertThat(RankingRule.order().compare(row.other(), row.better())).isPositive();
        assertThat(RankingRule.deciding(row.better(), row.other())).contains(row.rule());
        assertThat(CandidateText.standing(row.better(), row.other(), Locale.ENGLISH))
                .isEqualTo(row.words());
        assertThat(RankingRule.deciding(row.better(), row.better())).isEmpty();
    }

    private static SemanticCandidate candidate(
            String source, MatchKind kind, Place place, Endorsement endorsement, Integer score) {
        Similarity similarity = score == null ? null : new Similarity("x", score, List.of());
        return new SemanticCandidate(
                new FieldId("region"),
                new FieldMeaning("Region", ""),
                endorsement,
                new Provenance(new SourceId(source), Sha256.of("test", new byte[0]), kind, place, similarity));
    }
}
