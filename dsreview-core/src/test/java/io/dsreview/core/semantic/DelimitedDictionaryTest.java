package io.dsreview.core.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Role;
import io.dsreview.api.error.ProblemText;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.semantic.Confidence;
import io.dsreview.api.semantic.Endorsement;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.MatchKind;
import io.dsreview.api.semantic.Place;
import io.dsreview.api.semantic.Provenance;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.semantic.SemanticSourceResolver.Resolution;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DelimitedDictionaryTest {

    private static final Actor ANN = Actor.of("acme", "ann", Role.MAINTAINER);
    private static final String HEADER = "field,verbose_name,description\n";
    private static final List<FieldId> FIELDS = List.of(new FieldId("region"), new FieldId("status"));

    private final SemanticSources resolver = new SemanticSources();

    /** A text that is no dictionary, and what is said about it. */
    record Malformed(String what, SemanticSource source, long line, String code, String message) {

        static Malformed of(String what, String content, long line, String code, String message) {
            return of(what, content.getBytes(StandardCharsets.UTF_8), line, code, message);
        }

        static Malformed of(String what, byte[] content, long line, String code, String message) {
            return new Malformed(what, SemanticSource.csv("d.csv", content), line, code, message);
        }

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Malformed> malformed() {
        String empty = "The semantic source is empty at line 1, where its entries should begin.";
        return Stream.of(
                Malformed.of(
                        "not UTF-8",
                        new byte[] {'f', '\n', 'x', (byte) 0xff, 'x'},
                        2,
                        "SOURCE_NOT_UTF8",
                        "The semantic source is not UTF-8: bytes at line 2, position 2 are no text."),
                Malformed.of(
                        "UTF-16",
                        "field".getBytes(StandardCharsets.UTF_16),
                        1,
                        "SOURCE_NOT_UTF8",
                        "The semantic source is not UTF-8: bytes at line 1, position 1 are no text."),
                Malformed.of(
                        "a surrogate encoded as if it were a character",
                        new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
                        1,
                        "SOURCE_NOT_UTF8",
                        "The semantic source is not UTF-8: bytes at line 1, position 1 are no text."),
                Malformed.of(
                        "a text that ends within a character",
                        new byte[] {'f', (byte) 0xd1},
                        1,
                        "SOURCE_NOT_UTF8",
                        "The semantic source is not UTF-8: bytes at line 1, position 2 are no text."),
                Malformed.of(
                        "a NUL",
                        HEADER + "region,\0,x",
                        2,
                        "SOURCE_NOT_TEXT",
                        "The semantic source holds something that is no text, such as a NUL character, at line 2, position 8."),
                Malformed.of("nothing", "", 1, "SOURCE_EMPTY", empty),
                Malformed.of("a byte order mark alone", "\uFEFF", 1, "SOURCE_EMPTY", empty),
                Malformed.of("blank lines alone", "\n\n", 1, "SOURCE_EMPTY", empty),
                Malformed.of(
                        "a missing column",
                        "field,verbose_name\nregion,Region",
                        1,
                        "SOURCE_COLUMN_MISSING",
                        "The header at line 1 of the semantic source has no column description."),
                Malformed.of(
                        "a column in other case",
                        "Field,verbose_name,description\n",
                        1,
                        "SOURCE_COLUMN_MISSING",
                        "The header at line 1 of the semantic source has no column field."),
                Malformed.of(
                        "a column twice",
                        "field,verbose_name,description, field \nregion,a,b,c",
                        1,
                        "SOURCE_COLUMN_TWICE",
                        "Column 4 of the header at line 1 of the semantic source has the same name as an earlier one."),
                Malformed.of(
                        "a field twice",
                        HEADER + "region,a,b\nstatus,a,b\nregion,a,b",
                        4,
                        "SOURCE_FIELD_TWICE",
                        "Line 4 of the semantic source describes the field of line 2 again."),
                Malformed.of(
                        "a field twice that nobody asked for",
                        HEADER + "other,a,b\nother,a,b",
                        3,
                        "SOURCE_FIELD_TWICE",
                        "Line 3 of the semantic source describes the field of line 2 again."),
                Malformed.of(
                        "a row too short",
                        HEADER + "region,a",
                        2,
                        "SOURCE_ROW_RAGGED",
                        "Line 2 of the semantic source has 2 cells where the header has 3."),
                Malformed.of(
                        "a row too long",
                        HEADER + "region,a,b,c",
                        2,
                        "SOURCE_ROW_RAGGED",
                        "Line 2 of the semantic source has 4 cells where the header has 3."),
                Malformed.of(
                        "a quotation that never closes",
                        HEADER + "status,a,b\nregion,\"a,b\nstatus,a,b",
                        3,
                        "SOURCE_NOT_WELL_FORMED",
                        "The semantic source is not well-formed CSV at line 3, position 1."),
                Malformed.of(
                        "a quotation that never closes, after one of three lines and a blank one",
                        HEADER + "status,\"a\n\r\nb\",b\n\nregion,\"a,b\nstatus,a,b",
                        6,
                        "SOURCE_NOT_WELL_FORMED",
                        "The semantic source is not well-formed CSV at line 6, position 1."),
                Malformed.of(
                        "10,001 columns",
                        HEADER + ",".repeat(10_000),
                        2,
                        "SOURCE_NOT_WELL_FORMED",
                        "The semantic source is not well-formed CSV at line 2, position 1."),
                Malformed.of(
                        "a field without a name",
                        HEADER + " ,a,b",
                        2,
                        "SOURCE_FIELD_NAME_ILLEGAL",
                        "The entry at line 2 of the semantic source has no name that a field can have."),
                Malformed.of(
                        "a description of 4,001 characters",
                        HEADER + "\nregion,a," + "x".repeat(4_001),
                        3,
                        "SOURCE_TEXT_TOO_LONG",
                        "At line 3 of the semantic source, description has 4001 characters; at most 4000 are legal."),
                Malformed.of(
                        "a formula",
                        HEADER + "region,\"=HYPERLINK(\"\"http://x\"\")\",a",
                        2,
                        "SOURCE_FORMULA",
                        "At line 2 of the semantic source, verbose_name is a formula, which a spreadsheet would run."),
                Malformed.of(
                        "a formula that starts with a sign",
                        HEADER + "region,a,-2+3+cmd|' /C calc'!D2",
                        2,
                        "SOURCE_FORMULA",
                        "At line 2 of the semantic source, description is a formula, which a spreadsheet would run."),
                Malformed.of(
                        "a class of personal data that is none",
                        "field,verbose_name,description,pii\nregion,a,b,maybe",
                        2,
                        "SOURCE_VALUE_ILLEGAL",
                        "At line 2 of the semantic source, pii is not legal."));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void SE4_aMalformedTextIsRefusedWithItsPlaceAndReason(Malformed malformed) {
        Resolution resolution = resolver.resolve(malformed.source(), FIELDS, ANN);

        assertThat(resolution).isInstanceOfSatisfying(Resolution.Unusable.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo(malformed.code());
            assertThat(refused.problem().target()).isEqualTo("source d.csv");
            assertThat(refused.problem().arguments()).containsEntry("line", Long.toString(malformed.line()));
            assertThat(ProblemText.of(refused.problem(), Locale.ENGLISH).message())
                    .isEqualTo(malformed.message());
        });
    }

    /** A text that is a dictionary, and the meaning it gives to region at a line. */
    record WellFormed(String what, String content, FieldMeaning meaning, long line) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<WellFormed> wellFormed() {
        FieldMeaning plain = new FieldMeaning("Region", "Where");
        return Stream.of(
                new WellFormed("a plain one", HEADER + "region,Region,Where", plain, 2),
                new WellFormed("a byte order mark", "\uFEFF" + HEADER + "region,Region,Where", plain, 2),
                new WellFormed(
                        "lines of Windows", "field,verbose_name,description\r\nregion,Region,Where\r\n", plain, 2),
                new WellFormed(
                        "columns in another order with one more",
                        "owner,description,field,verbose_name\nann,Where,region,Region",
                        plain,
                        2),
                new WellFormed(
                        "space around cells", " field ,verbose_name,description\n region , Region ,Where ", plain, 2),
                new WellFormed(
                        "quotations with commas, quotes and lines",
                        HEADER + "status,\"a,\n\"\"b\"\"\",x\nregion,\"Region\",Where",
                        plain,
                        4),
                new WellFormed(
                        "exactly 4,000 characters",
                        HEADER + "region," + "x".repeat(4_000) + ",Where",
                        new FieldMeaning("x".repeat(4_000), "Where"),
                        2),
                new WellFormed(
                        "lines of blanks and of commas",
                        " \n,,\n" + HEADER + "\t\n,,,,\nregion,Region,Where\n , , ",
                        plain,
                        6),
                new WellFormed("other scripts", HEADER + "region,Регион,中 😀", new FieldMeaning("Регион", "中 😀"), 2));
    }

    @ParameterizedTest
    @MethodSource("wellFormed")
    void SE7_aDictionaryGivesCandidatesWithSourceVersionAndLine(WellFormed text) {
        SemanticSource.Dictionary source =
                SemanticSource.csv("d.csv", text.content().getBytes(StandardCharsets.UTF_8));

        Resolution resolution = resolver.resolve(source, FIELDS.subList(0, 1), ANN);

        assertThat(resolution)
                .isEqualTo(new Resolution.Resolved(
                        source.version(),
                        List.of(new SemanticCandidate(
                                new FieldId("region"),
                                text.meaning(),
                                Endorsement.NONE,
                                new Provenance(
                                        source.id(),
                                        source.version(),
                                        MatchKind.EXACT_DICTIONARY,
                                        new Place.Line(text.line()))))));
    }

    @Test
    void SE4_aReferenceDatasetIsNoDictionary() {
        Resolution resolution = resolver.resolve(SemanticSource.dataset("prod", 7), FIELDS, ANN);

        assertThat(resolution).isInstanceOfSatisfying(Resolution.Unusable.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo("SEMANTIC_SOURCE_NOT_OFFERED");
            assertThat(refused.problem().target()).isEqualTo("source prod/dataset/7");
        });
    }

    @Test
    void SE4_aFileWithSemicolonsIsToldItsSeparator() {
        byte[] content = "field;verbose_name;description\nregion;a;b\n".getBytes(StandardCharsets.UTF_8);

        Resolution resolution = resolver.resolve(SemanticSource.csv("d.csv", content), FIELDS, ANN);

        assertThat(resolution).isInstanceOfSatisfying(Resolution.Unusable.class, refused -> assertThat(
                        ProblemText.of(refused.problem(), Locale.ENGLISH).toString())
                .startsWith("The header at line 1 of the semantic source has no column field.")
                .contains("commas stand between columns in CSV"));
    }

    @Test
    void SE3_aNameInOtherCaseIsOnlySimilar() {
        byte[] content = (HEADER + "Region,a,b\nstatus,c,d\nunrelated,e,f").getBytes(StandardCharsets.UTF_8);

        Resolution resolution = resolver.resolve(SemanticSource.csv("d.csv", content), FIELDS, ANN);

        assertThat(resolution)
                .isInstanceOfSatisfying(Resolution.Resolved.class, resolved -> assertThat(resolved.candidates())
                        .extracting(
                                candidate -> candidate.field().value(),
                                candidate -> candidate.provenance().kind(),
                                candidate -> candidate.confidence())
                        .containsExactlyInAnyOrder(
                                tuple("status", MatchKind.EXACT_DICTIONARY, Confidence.HIGH),
                                tuple("region", MatchKind.FUZZY, Confidence.LOW)));
    }
}
