package io.dsreview.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.DsReview;
import io.dsreview.Review;
import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.error.Problem;
import io.dsreview.api.error.ProblemText;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.semantic.CandidateText;
import io.dsreview.api.semantic.Confidence;
import io.dsreview.api.semantic.Endorsement;
import io.dsreview.api.semantic.Endorsement.Certification;
import io.dsreview.api.semantic.FieldDecision;
import io.dsreview.api.semantic.FieldFormat;
import io.dsreview.api.semantic.FieldFormat.Notation;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.MatchKind;
import io.dsreview.api.semantic.Place;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticField;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.superset.SupersetCredential;
import io.dsreview.api.superset.SupersetCredentials;
import io.dsreview.core.store.InMemoryReviewStore;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A dataset of a running Superset says what the fields of another one mean. */
class ReferenceLiveTest {

    private static final String NAME = "field_reference";

    private static DsReview reviewsAs(Bed bed, String user) {
        return DsReview.builder()
                .environment(
                        "live",
                        URI.create(bed.base()),
                        SupersetCredentials.fixed(SupersetCredential.password(user, bed.password(user))))
                .trustedDatasets("live", id(bed))
                .store(new InMemoryReviewStore())
                .build();
    }

    private static long id(Bed bed) {
        return (Long) Objects.requireNonNull(bed.datasets().get(NAME));
    }

    private static SemanticSource source(Bed bed) {
        return SemanticSource.dataset("live", id(bed));
    }

    @OnEveryBed
    void SE7_saysAllThatWasSeededAndNothingElse(Bed bed) {
        try (DsReview reviews = reviewsAs(bed, "admin")) {
            Review review =
                    bed.start(reviews, "regional_permalink").apply(source(bed)).orElseThrow();

            List<Map<?, ?>> told = fields(bed);
            assertThat(told).hasSize(4);
            for (Map<?, ?> truth : told) {
                SemanticCandidate candidate =
                        field(review, truth.get("name")).candidates().get(0);
                assertThat(candidate.meaning()).isEqualTo(meaning(truth));
                assertThat(candidate.endorsement()).isEqualTo(endorsement(bed, truth));
                assertThat(candidate.provenance().kind()).isEqualTo(MatchKind.REFERENCE_IMPORT);
                assertThat(candidate.provenance().place()).isInstanceOfSatisfying(Place.DatasetField.class, place -> {
                    assertThat(place.environment()).hasToString("live");
                    assertThat(place.dataset()).isEqualTo(id(bed));
                    assertThat(place.datasetName()).isEqualTo(NAME);
                    assertThat(place.kind()).hasToString(String.valueOf(truth.get("kind")));
                    assertThat(place.changedOn()).matches("\\d{4}-\\d\\d-\\d\\dT.*");
                });
                assertThat(CandidateText.of(candidate, Locale.ENGLISH).evidence())
                        .hasSizeGreaterThanOrEqualTo(3)
                        .first()
                        .asString()
                        .contains(NAME, "live");
            }
            assertThat(field(review, "order_id").candidates()).isEmpty();
            assertThat(review.audit().verify().isVerified()).isTrue();
        }
    }

    @OnEveryBed
    void SE3_takesColumnsOverAndLeavesAMetricToAPerson(Bed bed) {
        try (DsReview reviews = reviewsAs(bed, "admin")) {
            Review review =
                    bed.start(reviews, "regional_permalink").apply(source(bed)).orElseThrow();

            assertThat(field(review, "region").decision()).isInstanceOf(FieldDecision.Imported.class);
            assertThat(field(review, "region").candidates().get(0).confidence()).isEqualTo(Confidence.HIGH);
            assertThat(field(review, "amount").candidates().get(0).confidence()).isEqualTo(Confidence.LOW);
            assertThat(field(review, "amount").decision()).isEqualTo(new FieldDecision.Undecided());
        }
    }

    @OnEveryBed
    void SE4_whatTheActorMayNotSeeIsNotUsed(Bed bed) {
        try (DsReview all = reviewsAs(bed, "admin");
                DsReview reviews = reviewsAs(bed, "analyst")) {
            bed.start(all, "regional_permalink").apply(source(bed)).orElseThrow();
            Review before = bed.start(reviews, "regional_permalink");

            Review review = before.apply(source(bed)).orElseThrow();

            assertThat(rejected(review).code()).isEqualTo("REFERENCE_HIDDEN");
            assertThat(review.session().semantics().fields())
                    .isEqualTo(before.session().semantics().fields());
            assertThat(review.session().semantics().sources()).isEmpty();
        }
    }

    @OnEveryBed
    void SE4_whatTheHostDoesNotTrustIsNotUsed(Bed bed) {
        try (DsReview reviews = reviewsAs(bed, "admin")) {
            long orders = bed.dataset("orders").id();

            Review review = bed.start(reviews, "regional_permalink")
                    .apply(SemanticSource.dataset("live", orders))
                    .orElseThrow();

            assertThat(rejected(review).code()).isEqualTo("REFERENCE_NOT_TRUSTED");
            assertThat(review.session().semantics().sources()).isEmpty();
        }
    }

    /** Superset's date of change stays on 4.1 and 5.0 when a column alone is changed, so that the version has to tell. */
    @OnEveryBed
    void SE7_aChangedColumnGivesAnotherVersion(Bed bed) throws Exception {
        Administrator administrator = new Administrator(bed);
        try (DsReview reviews = reviewsAs(bed, "admin")) {
            Review first =
                    bed.start(reviews, "regional_permalink").apply(source(bed)).orElseThrow();
            String before = rename(administrator, bed, "Renamed for a moment");
            Review later;
            try {
                later = first.apply(source(bed)).orElseThrow();
            } finally {
                rename(administrator, bed, before);
            }

            assertThat(before).isEqualTo("Order status");
            assertThat(field(later, "status").decision().meaning().orElseThrow().verboseName())
                    .isEqualTo("Renamed for a moment");
            assertThat(version(later, bed)).isNotEqualTo(version(first, bed));
            assertThat(changedOn(later)).isGreaterThanOrEqualTo(changedOn(first));
        }
    }

    /** Gives the column {@code status} another name for people, and returns the one it had. */
    private static String rename(Administrator administrator, Bed bed, String name) throws Exception {
        String path = "/api/v1/dataset/" + id(bed);
        Map<?, ?> dataset = (Map<?, ?>) administrator.get(path).get("result");
        String before = "";
        List<Map<String, Object>> columns = new ArrayList<>();
        for (Object each : (List<?>) dataset.get("columns")) {
            Map<String, Object> column = new TreeMap<>();
            ((Map<?, ?>) each).forEach((key, value) -> {
                if (value != null
                        && !List.of("changed_on", "created_on", "type_generic").contains(key)) {
                    column.put(String.valueOf(key), value);
                }
            });
            if (column.get("column_name").equals("status")) {
                before = String.valueOf(column.put("verbose_name", name));
            }
            columns.add(column);
        }
        administrator.put(path, Map.of("columns", columns));
        return before;
    }

    private static String changedOn(Review review) {
        return ((Place.DatasetField)
                        field(review, "status").candidates().get(0).provenance().place())
                .changedOn();
    }

    private static Sha256 version(Review review, Bed bed) {
        return Objects.requireNonNull(
                review.session().semantics().sources().get(source(bed).id()));
    }

    private static SemanticField field(Review review, Object name) {
        return review.session()
                .semantics()
                .field(new FieldId(String.valueOf(name)))
                .orElseThrow();
    }

    private static Problem rejected(Review review) {
        Problem problem = Objects.requireNonNull(review.session().semantics().rejectedSource());
        assertThat(ProblemText.of(problem, Locale.ENGLISH).cure()).isNotBlank();
        return problem;
    }

    private static List<Map<?, ?>> fields(Bed bed) {
        return ((List<?>) bed.reference(NAME).get("fields"))
                .stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).toList();
    }

    private static FieldMeaning meaning(Map<?, ?> truth) {
        boolean column = Objects.equals(truth.get("kind"), "COLUMN");
        Object pattern = truth.get("format");
        return new FieldMeaning(
                String.valueOf(truth.get("verboseName")),
                String.valueOf(truth.get("description")),
                pattern == null
                        ? null
                        : new FieldFormat(column ? Notation.STRFTIME : Notation.D3, String.valueOf(pattern)),
                String.valueOf(truth.get("unit")));
    }

    private static Endorsement endorsement(Bed bed, Map<?, ?> truth) {
        Map<?, ?> certified = (Map<?, ?>) truth.get("certification");
        return new Endorsement(
                new Certification(
                        String.valueOf(certified.get("certified_by")), String.valueOf(certified.get("details"))),
                texts(truth.get("warnings")),
                texts(bed.reference(NAME).get("owners")));
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }
}
