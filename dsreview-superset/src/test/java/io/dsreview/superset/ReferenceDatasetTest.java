package io.dsreview.superset;

import static io.dsreview.superset.Shop.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Role;
import io.dsreview.api.error.Problem;
import io.dsreview.api.error.ProblemText;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.semantic.Confidence;
import io.dsreview.api.semantic.Endorsement;
import io.dsreview.api.semantic.Endorsement.Certification;
import io.dsreview.api.semantic.FieldFormat;
import io.dsreview.api.semantic.FieldFormat.Notation;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.MatchKind;
import io.dsreview.api.semantic.Place;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.semantic.SemanticSourceResolver.Resolution;
import io.dsreview.api.superset.SupersetCredential;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a dataset that the host trusts says about fields of the same name. */
class ReferenceDatasetTest {

    private static final String DATASET = "GET /api/v1/dataset/12";
    private static final String CHANGED_ON = "2026-01-02T03:04:05.678901";
    private static final String CERTIFIED = certified("Data Office", "audited 2024");
    private static final Actor BEN = Actor.of("acme", "ben", Role.MAINTAINER);

    private final FakeSuperset server = new FakeSuperset();

    @AfterEach
    void close() {
        server.close();
    }

    private static String certified(String by, String details) {
        return quoted("{\"certification\":{\"certified_by\":" + quoted(by) + ",\"details\":" + quoted(details) + "}}");
    }

    private void dataset(String extra, String columns, String metrics) {
        server.json(DATASET, 200, body(extra, columns, metrics));
    }

    private static String body(String extra, String columns, String metrics) {
        return "{\"result\":{\"table_name\":\"orders\",\"changed_on\":\"" + CHANGED_ON + "\",\"extra\":" + extra
                + ",\"owners\":[{\"first_name\":\"Ada\",\"last_name\":\"Admin\"},{\"first_name\":\"Ben\",\"last_name\":null}],"
                + "\"columns\":[" + columns + "],\"metrics\":[" + metrics + "]}}";
    }

    private static String column(String name, String verboseName) {
        return "{\"column_name\":" + quoted(name) + ",\"verbose_name\":" + quoted(verboseName) + "}";
    }

    private Resolution apply(long dataset, UnaryOperator<SupersetConfigBuilder> setting, String... fields) {
        SupersetConfigBuilder config = server.config(SupersetCredential.password("svc", FakeSuperset.PASSWORD));
        try (Superset superset = Superset.connect(setting.apply(config).build())) {
            return superset.referenceResolver()
                    .resolve(
                            SemanticSource.dataset("prod", dataset),
                            Stream.of(fields).map(FieldId::new).toList(),
                            FakeSuperset.ANN);
        }
    }

    private List<SemanticCandidate> candidates(String... fields) {
        Resolution resolution = apply(12, config -> config, fields);
        assertThat(resolution).isInstanceOf(Resolution.Resolved.class);
        return ((Resolution.Resolved) resolution).candidates();
    }

    private static Problem refused(Resolution resolution) {
        assertThat(resolution).isInstanceOf(Resolution.Unusable.class);
        Problem problem = ((Resolution.Unusable) resolution).problem();
        ProblemText words = ProblemText.of(problem, Locale.ENGLISH);
        assertThat(words.toString()).doesNotContain("?");
        assertThat(words.cure()).isNotBlank();
        assertThat(problem.target()).startsWith("source ");
        return problem;
    }

    @Nested
    class SE7_aTrustedDataset {

        @Test
        void saysWhatAColumnOfTheSameNameMeansWithAllItsEvidence() {
            dataset(
                    CERTIFIED,
                    "{\"column_name\":\"region\",\"verbose_name\":\"Sales region\",\"description\":\"Where\","
                            + "\"python_date_format\":\"%Y\",\"extra\":"
                            + quoted("{\"certification\":{\"certified_by\":\"Sales\",\"details\":\"\"},"
                                    + "\"warning_markdown\":\"**net**\"}")
                            + "}",
                    "");

            SemanticCandidate region = candidates("region").get(0);

            assertThat(region.field()).isEqualTo(new FieldId("region"));
            assertThat(region.meaning())
                    .isEqualTo(new FieldMeaning("Sales region", "Where", new FieldFormat(Notation.STRFTIME, "%Y"), ""));
            assertThat(region.endorsement())
                    .isEqualTo(new Endorsement(
                            new Certification("Sales", ""), List.of("**net**"), List.of("Ada Admin", "Ben")));
            assertThat(region.provenance().kind()).isEqualTo(MatchKind.REFERENCE_IMPORT);
            assertThat(region.provenance().source().value()).isEqualTo("prod/dataset/12");
            assertThat(region.provenance().place())
                    .isEqualTo(new Place.DatasetField(
                            FakeSuperset.PROD, 12, "orders", Place.Kind.COLUMN, "region", CHANGED_ON));
            assertThat(region.confidence()).isEqualTo(Confidence.HIGH);
        }

        @Test
        void vouchesForItsColumnsWhereTheyAreNotCertifiedThemselves() {
            dataset(CERTIFIED, column("region", "Region"), "");

            assertThat(candidates("region").get(0).endorsement().certification())
                    .isEqualTo(new Certification("Data Office", "audited 2024"));
        }

        @Test
        void isLessSureIfNobodyCertifiesIt() {
            dataset("null", column("region", "Region"), "");

            assertThat(candidates("region").get(0).confidence()).isEqualTo(Confidence.MEDIUM);
        }

        @Test
        void warnsOfTheFieldFirstAndThenOfTheWholeDataset() {
            dataset(
                    quoted("{\"warning_markdown\":\"late\"}"),
                    "",
                    "{\"metric_name\":\"total\",\"verbose_name\":\"Total\",\"warning_text\":\"slow\",\"extra\":"
                            + quoted("{\"warning_markdown\":\"net\"}") + "}");

            assertThat(candidates("total").get(0).endorsement().warnings()).containsExactly("net", "slow", "late");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{\"symbol\":\"EUR\"}", "\"{\\\"symbol\\\":\\\"EUR\\\"}\""})
        void saysWhatAMetricOfTheSameNameMeansButLeavesItToAPersonToTakeItOver(String currency) {
            dataset(
                    CERTIFIED,
                    column("region", "Region"),
                    "{\"metric_name\":\"total\",\"verbose_name\":\"Total\",\"description\":null,\"d3format\":\",.2f\","
                            + "\"currency\":" + currency + "}");

            SemanticCandidate total = candidates("total").get(0);

            assertThat(total.meaning())
                    .isEqualTo(new FieldMeaning("Total", "", new FieldFormat(Notation.D3, ",.2f"), "EUR"));
            assertThat(total.provenance().place())
                    .isInstanceOfSatisfying(Place.DatasetField.class, place -> assertThat(place.kind())
                            .isEqualTo(Place.Kind.METRIC));
            assertThat(total.confidence()).isEqualTo(Confidence.LOW);
        }

        @Test
        void prefersItsColumnToAMetricOfThatName() {
            dataset(
                    "null",
                    column("total", "By row") + "," + column("silent", ""),
                    "{\"metric_name\":\"total\",\"verbose_name\":\"Summed\"},"
                            + "{\"metric_name\":\"silent\",\"verbose_name\":\"Summed\"}");

            assertThat(candidates("total", "silent"))
                    .extracting(each -> each.meaning().verboseName())
                    .containsExactly("By row");
        }

        @Test
        void matchesNamesWithTheirCase() {
            dataset("null", column("Region", "a") + "," + column("status", "b"), "");

            assertThat(candidates("region", "status", "other"))
                    .extracting(each -> each.field().value())
                    .containsExactly("status");
        }

        @Test
        void offersNothingForAColumnThatItSaysNothingAbout() {
            dataset(CERTIFIED, "{\"column_name\":\"region\",\"verbose_name\":null,\"description\":\"\"}", "");

            assertThat(candidates("region")).isEmpty();
        }

        @Test
        void hasAnotherVersionAsSoonAsItSaysAnythingElse() {
            dataset(CERTIFIED, column("region", "Region"), "");
            Resolution first = apply(12, config -> config, "region");
            Resolution again = apply(12, config -> config, "region");
            dataset(certified("Data Office", "audited 2025"), column("region", "Region"), "");
            Resolution later = apply(12, config -> config, "region");

            assertThat(again).isEqualTo(first);
            assertThat(((Resolution.Resolved) later).version()).isNotEqualTo(((Resolution.Resolved) first).version());
        }

        @Test
        void mayHoldAnyTextThatIsMadeFitToBeStored() {
            String long5000 = "😀".repeat(2_500);
            dataset(
                    quoted("{\"certification\":{\"certified_by\":{},\"details\":7},\"warning_markdown\":[]}"),
                    "{\"column_name\":\"region\",\"verbose_name\":\"a\\u0000\\u202e\\ud800b\\nc\",\"description\":"
                            + quoted(long5000) + ",\"extra\":\"not json\",\"python_date_format\":{}}",
                    "{\"metric_name\":null},7");

            FieldMeaning meaning = candidates("region").get(0).meaning();

            assertThat(meaning.verboseName()).isEqualTo("a\ufffd\ufffd\ufffdb\nc");
            assertThat(meaning.description()).hasSizeBetween(3_998, 4_000).endsWith("😀…");
            assertThat(candidates("region").get(0).endorsement().certification())
                    .isNull();
        }
    }

    @Nested
    class SE4_aDatasetThatCannotBeUsed {

        @Test
        void isOneThatTheHostDoesNotTrustAndThatIsNotEvenAskedFor() {
            Problem problem = refused(apply(7, config -> config, "region"));

            assertThat(problem.code()).isEqualTo("REFERENCE_NOT_TRUSTED");
            assertThat(problem.arguments()).containsEntry("trusted", "12, 14");
            assertThat(server.requests()).isEmpty();
        }

        @Test
        void isOneOfAnEnvironmentThatIsNotTrusted() {
            SupersetConfig config =
                    server.config(SupersetCredential.bearer("svc", "t")).build();
            try (Superset superset = Superset.connect(config)) {
                Problem problem = refused(superset.referenceResolver()
                        .resolve(SemanticSource.dataset("elsewhere", 12), List.of(), FakeSuperset.ANN));

                assertThat(problem.code()).isEqualTo("REFERENCE_NOT_TRUSTED");
                assertThat(problem.arguments()).containsEntry("trusted", "none");
            }
        }

        @Test
        void isOneThatIsNotCertifiedWhereOnlyCertifiedOnesAreTrusted() {
            dataset("null", "{\"column_name\":\"region\",\"verbose_name\":\"Region\",\"extra\":" + CERTIFIED + "}", "");
            Resolution uncertified = apply(12, config -> config.trustedOnlyIfCertified(true), "region");
            dataset(CERTIFIED, column("region", "Region"), "");
            Resolution certified = apply(12, config -> config.trustedOnlyIfCertified(true), "region");

            assertThat(refused(uncertified).code()).isEqualTo("REFERENCE_NOT_CERTIFIED");
            assertThat(certified).isInstanceOf(Resolution.Resolved.class);
        }

        @ParameterizedTest
        @ValueSource(ints = {403, 404})
        void isOneThatIsGoneOrHidden(int status) {
            server.json(DATASET, status, "{\"message\":\"Not found\"}");

            assertThat(refused(apply(12, config -> config, "region")).code()).isEqualTo("REFERENCE_HIDDEN");
        }

        @Test
        void isOneThatIsChangedWhileItIsRead() {
            AtomicInteger asked = new AtomicInteger();
            server.answer(
                    DATASET,
                    any -> FakeSuperset.response(
                            200, body("null", column("region", "Region " + asked.incrementAndGet()), "")));

            assertThat(refused(apply(12, config -> config, "region")).code()).isEqualTo("REFERENCE_CHANGED");
        }

        @Test
        void isOneThatIsDeletedWhileItIsRead() {
            AtomicInteger asked = new AtomicInteger();
            server.answer(
                    DATASET,
                    any -> asked.incrementAndGet() == 1
                            ? FakeSuperset.response(200, body("null", column("region", "Region"), ""))
                            : FakeSuperset.response(404, "{\"message\":\"Not found\"}"));

            assertThat(refused(apply(12, config -> config, "region")).code()).isEqualTo("REFERENCE_HIDDEN");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"{}", "[]", "{\"result\":{\"table_name\":\"orders\"}}", "{\"result\":{\"columns\":[]}}"})
        void isOneOfAnotherShape(String body) {
            server.json(DATASET, 200, body);

            assertThat(refused(apply(12, config -> config, "region")).code()).isEqualTo("SUPERSET_ANSWER_UNEXPECTED");
        }

        @Test
        void isOneOfAServerThatIsDown() {
            server.json(DATASET, 502, "<html>Bad gateway</html>");

            assertThat(refused(apply(12, config -> config, "region")).code()).isEqualTo("SUPERSET_UNAVAILABLE");
        }

        @Test
        void isNoDatasetAtAll() {
            try (Superset superset = server.connect()) {
                byte[] csv = "field,verbose_name,description".getBytes(StandardCharsets.UTF_8);

                assertThat(refused(superset.referenceResolver()
                                        .resolve(SemanticSource.csv("a.csv", csv), List.of(), FakeSuperset.ANN))
                                .code())
                        .isEqualTo("REFERENCE_NO_DATASET");
            }
        }
    }

    @Test
    void SE7_eachActorReadsItUnderTheirOwnIdentityAndNothingIsKeptForAnother() {
        dataset("null", column("region", "Region"), "");
        SupersetConfig config = SupersetConfig.builder()
                .environment(
                        "prod",
                        URI.create(server.base()),
                        (environment, actor) ->
                                SupersetCredential.bearer(actor.user().value(), "token-of-" + actor.user()))
                .trustedDatasets("prod", 12)
                .build();

        try (Superset superset = Superset.connect(config)) {
            for (Actor actor : List.of(FakeSuperset.ANN, BEN)) {
                superset.referenceResolver()
                        .resolve(SemanticSource.dataset("prod", 12), List.of(new FieldId("region")), actor);
            }
        }

        assertThat(server.requests())
                .extracting(request -> request.getHeaders().get("Authorization"))
                .containsExactly(
                        "Bearer token-of-ann", "Bearer token-of-ann", "Bearer token-of-ben", "Bearer token-of-ben");
    }
}
