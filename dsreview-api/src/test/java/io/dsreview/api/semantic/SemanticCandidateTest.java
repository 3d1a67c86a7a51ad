package io.dsreview.api.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.SourceId;
import io.dsreview.api.semantic.Endorsement.Certification;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SemanticCandidateTest {

    private static final Certification CERTIFIED = new Certification("Data Office", "audited");
    private static final Place LINE = new Place.Line(4);

    private static Place field(Place.Kind kind) {
        return new Place.DatasetField(new EnvironmentId("prod"), 7, "orders", kind, "region", "2026-01-01T00:00:00");
    }

    private static SemanticCandidate candidate(MatchKind kind, Place place, Endorsement endorsement) {
        Provenance from =
                new Provenance(new SourceId("orders.csv"), Sha256.of("dsreview-test", new byte[0]), kind, place);
        return new SemanticCandidate(new FieldId("region"), new FieldMeaning("Region", ""), endorsement, from);
    }

    @Test
    void isAsSureAsTheDictionaryThatNamesTheField() {
        assertThat(candidate(MatchKind.EXACT_DICTIONARY, LINE, Endorsement.NONE).confidence())
                .isEqualTo(Confidence.HIGH);
    }

    @Test
    void isAsSureAsTheReferenceDatasetsColumnIfThatIsCertified() {
        Endorsement certified = new Endorsement(CERTIFIED, List.of(), List.of());

        assertThat(candidate(MatchKind.REFERENCE_IMPORT, field(Place.Kind.COLUMN), certified)
                        .confidence())
                .isEqualTo(Confidence.HIGH);
        assertThat(candidate(MatchKind.REFERENCE_IMPORT, field(Place.Kind.COLUMN), Endorsement.NONE)
                        .confidence())
                .isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void isUnsureOfAMetricEvenIfThatIsCertified() {
        assertThat(candidate(
                                MatchKind.REFERENCE_IMPORT,
                                field(Place.Kind.METRIC),
                                new Endorsement(CERTIFIED, List.of(), List.of()))
                        .confidence())
                .isEqualTo(Confidence.LOW);
    }

    @ParameterizedTest
    @EnumSource(names = {"FUZZY", "AI_DRAFT"})
    void isUnsureOfWhatIsSimilarOrDrafted(MatchKind kind) {
        assertThat(candidate(kind, LINE, Endorsement.NONE).confidence()).isEqualTo(Confidence.LOW);
    }

    @Test
    void givesItsEvidenceInWords() {
        Endorsement endorsement =
                new Endorsement(CERTIFIED, List.of("net of\u202e returns"), List.of("Ada Admin", "Ben Berg"));

        assertThat(CandidateText.of(
                                candidate(MatchKind.REFERENCE_IMPORT, field(Place.Kind.COLUMN), endorsement),
                                Locale.ENGLISH)
                        .evidence())
                .containsExactly(
                        "The column region of the dataset orders (7) on prod has the same name; the dataset was last"
                                + " changed on 2026-01-01T00:00:00.",
                        "It is certified by Data Office: “audited”",
                        "The dataset is owned by Ada Admin, Ben Berg.",
                        "Readers are warned: “net of  returns”");
        assertThat(CandidateText.of(
                        candidate(
                                MatchKind.REFERENCE_IMPORT,
                                field(Place.Kind.METRIC),
                                new Endorsement(new Certification("Data Office", ""), List.of(), List.of())),
                        Locale.ENGLISH))
                .hasToString(
                        "The metric region of the dataset orders (7) on prod has the same name; the dataset was last"
                                + " changed on 2026-01-01T00:00:00. It is certified by Data Office.");
        assertThat(CandidateText.of(candidate(MatchKind.EXACT_DICTIONARY, LINE, Endorsement.NONE), Locale.ENGLISH))
                .hasToString("Line 4 of orders.csv describes it.");
    }
}
