package io.dsreview.core.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Role;
import io.dsreview.api.error.ProblemText;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.privacy.PiiMasker;
import io.dsreview.api.semantic.DbtModel.Artifact;
import io.dsreview.api.semantic.DictionaryTable;
import io.dsreview.api.semantic.Endorsement;
import io.dsreview.api.semantic.Endorsement.Certification;
import io.dsreview.api.semantic.FieldFormat;
import io.dsreview.api.semantic.FieldFormat.Notation;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.MatchKind;
import io.dsreview.api.semantic.PiiClass;
import io.dsreview.api.semantic.Place;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.semantic.SemanticSource.Format;
import io.dsreview.api.semantic.SemanticSourceResolver.Resolution;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One entry in every format, and every way in which a file can be no dictionary. */
class SourceFormatsTest {

    private static final Actor ANN = Actor.of("acme", "ann", Role.MAINTAINER);
    private static final List<FieldId> FIELDS = List.of(new FieldId("amount"));
    private static final String[] COLUMNS = {
        "field", "verbose_name", "description", "format", "unit", "certified_by", "certification_details", "pii"
    };
    private static final String[] CELLS = {
        "amount", "Amount", "Net, \"before\" tax", ",.2f", "EUR", "Finance", "2026", "none"
    };
    private static final DictionaryTable TABLE =
            (actor, limit) -> new DictionaryTable.Rows(List.of(COLUMNS), List.of(List.of(CELLS)));

    private static final FieldMeaning MEANING = new FieldMeaning(
            "Amount", "Net, \"before\" tax", new FieldFormat(Notation.D3, ",.2f"), "EUR", PiiClass.NONE);

    private final SemanticSources resolver = new SemanticSources(Map.of("glossary", TABLE), null, PiiMasker.denyAll());

    /** A source that says the same as all others. */
    record Same(String what, SemanticSource source, Place place) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Same> formats() throws IOException {
        String quoted = "\"Net, \"\"before\"\" tax\"";
        String json = "\"verbose_name\":\"Amount\",\"format\":\",.2f\",\"unit\":\"EUR\",\"certified_by\":\"Finance\","
                + "\"certification_details\":\"2026\",\"pii\":\"none\"";
        String described = "\"description\":\"Net, \\\"before\\\" tax\"";
        return Stream.of(
                new Same(
                        "CSV",
                        file(
                                Format.CSV,
                                String.join(",", COLUMNS) + "\namount,Amount," + quoted
                                        + ",\",.2f\",EUR,Finance,2026,none\n"),
                        new Place.Line(2)),
                new Same(
                        "TSV",
                        file(
                                Format.TSV,
                                String.join("\t", COLUMNS) + "\namount\tAmount\t" + quoted
                                        + "\t,.2f\tEUR\tFinance\t2026\tnone\n"),
                        new Place.Line(2)),
                new Same(
                        "JSON",
                        file(
                                Format.JSON,
                                "[{\"field\":\"amount\"," + described + "," + json + ",\"owner\":{\"x\":1}}]"),
                        new Place.Path("$[0]")),
                new Same("YAML", file(Format.YAML, """
                                - field: amount
                                  verbose_name: Amount
                                  description: Net, "before" tax
                                  format: ",.2f"
                                  unit: EUR
                                  certified_by: Finance
                                  certification_details: 2026
                                  pii: none
                                """), new Place.Path("$[0]")),
                new Same("XLSX", workbook(COLUMNS, CELLS), new Place.Line(2)),
                new Same("a connected table", SemanticSource.connected("glossary"), new Place.Path("row 1")),
                new Same(
                        "a manifest of dbt",
                        dbt(
                                Artifact.MANIFEST,
                                "{\"nodes\":{\"model.shop.orders\":{\"name\":\"orders\",\"columns\":{\"amount\":{\"name\":"
                                        + "\"amount\"," + described + ",\"meta\":{" + json + "}}}},"
                                        + "\"test.shop.orders\":{\"name\":\"orders\",\"columns\":{}}}}"),
                        new Place.Path("columns.amount")),
                new Same("a schema of dbt", dbt(Artifact.SCHEMA, """
                                version: 2
                                models:
                                  - name: orders
                                    columns:
                                      - name: amount
                                        description: Net, "before" tax
                                        config:
                                          meta:
                                            verbose_name: Amount
                                            format: ",.2f"
                                            unit: EUR
                                            superset: {certified_by: Finance}
                                            certification_details: "2026"
                                            pii: none
                                """), new Place.Path("columns.amount")));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void SE7_everyFormatGivesTheSameCandidateWithItsPlaceAndVersion(Same same) {
        Resolution resolution = resolver.resolve(same.source(), FIELDS, ANN);

        assertThat(resolution).isInstanceOfSatisfying(Resolution.Resolved.class, resolved -> {
            assertThat(resolved.candidates()).hasSize(1);
            SemanticCandidate candidate = resolved.candidates().get(0);
            assertThat(candidate.meaning()).isEqualTo(MEANING);
            assertThat(candidate.endorsement())
                    .isEqualTo(new Endorsement(new Certification("Finance", "2026"), List.of(), List.of()));
            assertThat(candidate.provenance().kind()).isEqualTo(MatchKind.EXACT_DICTIONARY);
            assertThat(candidate.provenance().place()).isEqualTo(same.place());
            assertThat(candidate.provenance().version()).isEqualTo(resolved.version());
        });
    }

    /** A file that is refused, with the problem that says where. */
    record Refused(String what, SemanticSource source, String code, String message) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Refused> refused() throws IOException {
        String bomb = "a: &a [x, x]\n"
                + Stream.iterate('b', c -> c <= 'z', c -> (char) (c + 1))
                        .map(c -> c + ": &" + c + " [*" + (char) (c - 1) + ", *" + (char) (c - 1) + "]\n")
                        .reduce("", String::concat);
        String header = "field,verbose_name,description\n";
        return Stream.of(
                new Refused(
                        "JSON that breaks off",
                        file(Format.JSON, "[\n{\"field\":\"a\","),
                        "SOURCE_NOT_WELL_FORMED",
                        "not well-formed JSON at line 2"),
                new Refused(
                        "JSON with something behind it",
                        file(Format.JSON, "[]\n[]"),
                        "SOURCE_NOT_WELL_FORMED",
                        "not well-formed JSON at line 2"),
                new Refused("no JSON", file(Format.JSON, " "), "SOURCE_EMPTY", "empty at line 1"),
                new Refused(
                        "JSON with a key twice",
                        file(Format.JSON, "[{\"field\":\"a\",\n \"unit\":\"x\", \"unit\":\"y\"}]"),
                        "SOURCE_KEY_TWICE",
                        "line 2, position 14"),
                new Refused(
                        "JSON that is no list",
                        file(Format.JSON, "{}"),
                        "SOURCE_SHAPE_UNEXPECTED",
                        "At line 1, position 1 of the semantic source, $ should be a list"),
                new Refused(
                        "JSON whose entry is no object",
                        file(Format.JSON, "[\n 7]"),
                        "SOURCE_SHAPE_UNEXPECTED",
                        "At line 2, position 2 of the semantic source, $[0] should be a mapping"),
                new Refused(
                        "JSON with a list for a text",
                        file(Format.JSON, "[{\"field\":\"a\",\"unit\":[]}]"),
                        "SOURCE_SHAPE_UNEXPECTED",
                        "unit should be a text"),
                new Refused(
                        "JSON without a field", file(Format.JSON, "[{}]"), "SOURCE_FIELD_NAME_ILLEGAL", "at line 1"),
                new Refused(
                        "JSON with a field twice",
                        file(Format.JSON, "[{\"field\":\"a\"},\n{\"field\":\"a\"}]"),
                        "SOURCE_FIELD_TWICE",
                        "Line 2 of the semantic source describes the field of line 1 again"),
                new Refused(
                        "JSON of a thousand levels",
                        file(Format.JSON, "[".repeat(1_000)),
                        "SOURCE_TOO_DEEP",
                        "deeper than 64 levels at line 1, position 65"),
                new Refused(
                        "YAML of a million levels",
                        file(Format.YAML, "[".repeat(1_000_000)),
                        "SOURCE_TOO_DEEP",
                        "deeper than 64 levels at line 1, position 65"),
                new Refused(
                        "YAML that is none",
                        file(Format.YAML, "- field: a\n- }"),
                        "SOURCE_NOT_WELL_FORMED",
                        "not well-formed YAML at line 2"),
                new Refused("no YAML", file(Format.YAML, "# nothing\n"), "SOURCE_EMPTY", "empty at line 1"),
                new Refused(
                        "YAML of two documents",
                        file(Format.YAML, "- field: a\n---\n- field: b\n"),
                        "SOURCE_NOT_WELL_FORMED",
                        "not well-formed YAML at line 2"),
                new Refused(
                        "YAML with a key twice",
                        file(Format.YAML, "- field: a\n  field: b\n"),
                        "SOURCE_KEY_TWICE",
                        "line 2, position 3"),
                new Refused(
                        "YAML that names itself",
                        file(Format.YAML, "&a [*a]"),
                        "SOURCE_ALIASES_REFUSED",
                        "line 1, position 5"),
                new Refused(
                        "YAML with 1,001 aliases",
                        file(Format.YAML, "- &a x\n" + "- *a\n".repeat(1_001)),
                        "SOURCE_ALIASES_REFUSED",
                        "line 1002, position 3"),
                new Refused(
                        "YAML that would grow to 2^25 texts",
                        file(Format.YAML, bomb),
                        "SOURCE_SHAPE_UNEXPECTED",
                        "$ should be a list"),
                new Refused(
                        "YAML that asks for a class",
                        file(Format.YAML, "!!javax.script.ScriptEngineManager [x]"),
                        "SOURCE_SHAPE_UNEXPECTED",
                        "$[0] should be a mapping"),
                new Refused(
                        "a million rows",
                        file(
                                Format.CSV,
                                header
                                        + Stream.iterate(0, i -> i + 1)
                                                .limit(1_000_000)
                                                .map(i -> i + ",,\n")
                                                .reduce(
                                                        new StringBuilder(),
                                                        StringBuilder::append,
                                                        StringBuilder::append)),
                        "SOURCE_TOO_MANY_ENTRIES",
                        "Line 200002 of the semantic source is one entry too many; at most 200000 are taken"),
                new Refused(
                        "a workbook that is none",
                        file(Format.XLSX, "PK is not enough"),
                        "SOURCE_NOT_WELL_FORMED",
                        "not well-formed XLSX"),
                new Refused(
                        "an archive without a workbook",
                        SemanticSource.file("d", Format.XLSX, zip(10)),
                        "SOURCE_NOT_WELL_FORMED",
                        "not well-formed XLSX"),
                new Refused(
                        "an archive that unpacks to 200 MB",
                        SemanticSource.file("d", Format.XLSX, zip(200)),
                        "SOURCE_UNPACKS_TOO_LARGE",
                        "unpacks to more than 134217728 bytes"),
                new Refused(
                        "a workbook whose XML would grow to 10^9 characters",
                        SemanticSource.file("d", Format.XLSX, laughing()),
                        "SOURCE_NOT_WELL_FORMED",
                        "not well-formed XLSX"),
                new Refused(
                        "a workbook with a formula",
                        formula(),
                        "SOURCE_FORMULA",
                        "At line 2 of the semantic source, verbose_name is a formula"),
                new Refused(
                        "a workbook without a column",
                        workbook(new String[] {"field", "verbose_name"}, new String[] {"a", "b"}),
                        "SOURCE_COLUMN_MISSING",
                        "has no column description"),
                new Refused(
                        "a model that is not there",
                        dbt(Artifact.SCHEMA, "models:\n  - name: other\n"),
                        "SOURCE_MODEL_UNKNOWN",
                        "no model"),
                new Refused(
                        "two models of one name",
                        dbt(
                                Artifact.MANIFEST,
                                "{\"nodes\":{\"model.a.orders\":{\"name\":\"orders\",\"columns\":{}},\n"
                                        + "\"model.b.orders\":{\"name\":\"orders\",\"columns\":{}}}}"),
                        "SOURCE_MODEL_AMBIGUOUS",
                        "2 models of that name, the second at line 2"),
                new Refused(
                        "a dictionary nobody knows",
                        SemanticSource.connected("other"),
                        "SOURCE_NOT_CONNECTED",
                        "connected to no dictionary of that name"),
                new Refused(
                        "drafts without a model",
                        SemanticSource.drafts(),
                        "DRAFTS_NOT_OFFERED",
                        "No model is connected"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void SE4_aFileThatCannotBeUsedIsRefusedInTimeWithItsPlace(Refused refused) {
        Resolution resolution = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> resolver.resolve(refused.source(), FIELDS, ANN));

        assertThat(resolution).isInstanceOfSatisfying(Resolution.Unusable.class, unusable -> {
            assertThat(unusable.problem().code()).isEqualTo(refused.code());
            assertThat(unusable.problem().target())
                    .isEqualTo("source " + refused.source().id());
            assertThat(ProblemText.of(unusable.problem(), Locale.ENGLISH).message())
                    .contains(refused.message());
        });
    }

    @Test
    void SE7_aliasesThatStandForSomethingAreFollowed() {
        SemanticSource source =
                file(Format.YAML, "- field: amount\n  verbose_name: &n Amount\n- {field: b, unit: *n}\n");

        Resolution resolution = resolver.resolve(source, List.of(new FieldId("b")), ANN);

        assertThat(resolution).isInstanceOfSatisfying(Resolution.Resolved.class, resolved -> assertThat(
                        resolved.candidates().get(0).meaning().unit())
                .isEqualTo("Amount"));
    }

    @Test
    void SE4_signsThatStartNoFormulaAreKept() {
        SemanticSource source = file(Format.CSV, "field,verbose_name,description,format\namount,-5,- net,\"+,.2f\"\n");

        Resolution resolution = resolver.resolve(source, FIELDS, ANN);

        assertThat(resolution).isInstanceOfSatisfying(Resolution.Resolved.class, resolved -> assertThat(
                        resolved.candidates().get(0).meaning())
                .isEqualTo(new FieldMeaning("-5", "- net", new FieldFormat(Notation.D3, "+,.2f"), "")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "D3 ,d",
                "D3 .3s",
                "D3 ,.3f",
                "D3 +,",
                "D3 $,.2f",
                "D3 .1%",
                "D3 ~g",
                "D3 ,.1%",
                "D3 .4r",
                "D3 *>12",
                "D3 SMART_NUMBER",
                "D3 SMART_NUMBER_SIGNED",
                "D3 DURATION",
                "D3 DURATION_SUB",
                "D3 MEMORY_DECIMAL",
                "D3 MEMORY_TRANSFER_RATE_BINARY",
                "D3 smart_date",
                "D3 smart_date_detailed",
                "STRFTIME %d/%m/%Y",
                "STRFTIME '%Y-%m-%d %H:%M:%S'",
                "STRFTIME %Y%m%dT%H:%M:%S.%fZ",
                "STRFTIME %-d.%-m",
                "STRFTIME epoch_s",
                "STRFTIME epoch_ms"
            })
    void SE7_aFormatIsKnownByItsPattern(Notation notation, String pattern) {
        Resolution resolution = resolver.resolve(formatted(pattern), FIELDS, ANN);

        assertThat(resolution).isInstanceOfSatisfying(Resolution.Resolved.class, resolved -> assertThat(
                        resolved.candidates().get(0).meaning().format())
                .isEqualTo(new FieldFormat(notation, pattern)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"epoch_ns", "hello world", ".1%f", "two decimals", ",.2ff", "%%", "YYYY-MM-DD", "yyyy"})
    void SE4_whatIsNoFormatIsRefused(String pattern) {
        Resolution resolution = resolver.resolve(formatted(pattern), FIELDS, ANN);

        assertThat(resolution).isInstanceOfSatisfying(Resolution.Unusable.class, unusable -> assertThat(
                        unusable.problem().code())
                .isEqualTo("SOURCE_VALUE_ILLEGAL"));
    }

    private static SemanticSource formatted(String pattern) {
        return file(Format.CSV, "field,verbose_name,description,format\namount,Amount,,\"" + pattern + "\"\n");
    }

    private static SemanticSource file(Format format, String text) {
        return SemanticSource.file("d", format, text.getBytes(StandardCharsets.UTF_8));
    }

    private static SemanticSource dbt(Artifact artifact, String text) {
        return SemanticSource.dbt("d", artifact, "orders", text.getBytes(StandardCharsets.UTF_8));
    }

    private static SemanticSource workbook(String[]... rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("dictionary");
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < rows[row].length; column++) {
                    sheet.value(row, column, rows[row][column]);
                }
            }
        }
        return SemanticSource.file("d", Format.XLSX, bytes.toByteArray());
    }

    private static SemanticSource formula() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("dictionary");
            for (int column = 0; column < 3; column++) {
                sheet.value(0, column, COLUMNS[column]);
                sheet.value(1, column, CELLS[column]);
            }
            sheet.formula(1, 1, "1+1");
        }
        return SemanticSource.file("d", Format.XLSX, bytes.toByteArray());
    }

    /** A workbook whose table of texts defines entities over entities. */
    private static byte[] laughing() throws IOException {
        StringBuilder entities = new StringBuilder("<!ENTITY e0 \"x\">");
        for (int i = 1; i < 10; i++) {
            entities.append("<!ENTITY e" + i + " \"" + ("&e" + (i - 1) + ";").repeat(10) + "\">");
        }
        byte[] strings = ("<?xml version=\"1.0\"?><!DOCTYPE sst [" + entities + "]><sst><si><t>&e9;</t></si></sst>")
                .getBytes(StandardCharsets.UTF_8);
        SemanticSource.Dictionary good = (SemanticSource.Dictionary) workbook(COLUMNS, CELLS);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile from = ZipFile.builder().setByteArray(good.content()).get();
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry entry : Collections.list(from.getEntries())) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                boolean texts = entry.getName().equals("xl/sharedStrings.xml");
                to.write(texts ? strings : from.getInputStream(entry).readAllBytes());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(int megabytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] megabyte = new byte[1024 * 1024];
            for (int i = 0; i < megabytes; i++) {
                zip.write(megabyte);
            }
        }
        return bytes.toByteArray();
    }
}
