package io.dsreview.core.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Role;
import io.dsreview.api.error.Problem;
import io.dsreview.api.error.ProblemText;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.semantic.SemanticSource.Format;
import io.dsreview.api.semantic.SemanticSourceResolver.Resolution;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a workbook says is what a person sees in it, and what is wrong is found by the names that a person knows. */
class WorkbookDictionaryTest {

    private static final Actor ANN = Actor.of("acme", "ann", Role.MAINTAINER);
    private static final int ROW = 1;
    private static final int VERBOSE_NAME = 1;

    /** What is done to a sheet that has a header and one row, {@code amount}. */
    @FunctionalInterface
    interface Change {
        void to(Worksheet sheet);
    }

    /** A cell under {@code verbose_name}, and the text that a person sees in it. */
    record Shown(String text, Change cell) {

        static Shown number(String text, Number number, String format) {
            return new Shown(text, sheet -> {
                sheet.value(ROW, VERBOSE_NAME, number);
                sheet.style(ROW, VERBOSE_NAME).format(format).set();
            });
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static Stream<Shown> shown() {
        return Stream.of(
                Shown.number("2024-05-01", 45_413, "yyyy-mm-dd"),
                Shown.number("2024-05-01", 45_413, "d. mmm yy;@"),
                Shown.number("2024-05-01T18:30", 45_413.770_833_333_3, "dd/mm/yyyy h:mm"),
                Shown.number("1900-03-01", 61, "[$-419]d mmmm yyyy"),
                Shown.number("9999-12-31", 2_958_465, "yyyy"),
                Shown.number("45413", 45_413, "General"),
                Shown.number("45413", 45_413, "#,##0.00 &quot;days&quot;"),
                Shown.number("45413", 45_413, "[Red]0.00_d\\d"),
                new Shown("0.3", sheet -> sheet.value(ROW, VERBOSE_NAME, 0.1 + 0.2)),
                new Shown("1E+300", sheet -> sheet.value(ROW, VERBOSE_NAME, 1e300)),
                new Shown("0", sheet -> sheet.value(ROW, VERBOSE_NAME, -0.0)),
                new Shown("a\r\nb", sheet -> sheet.value(ROW, VERBOSE_NAME, "a_x000D_\nb")),
                new Shown("a_x000D_b", sheet -> sheet.value(ROW, VERBOSE_NAME, "a_x005F_x000D_b")),
                new Shown("_x1_ $1", sheet -> sheet.value(ROW, VERBOSE_NAME, "_x1_ _x0024_1")));
    }

    @ParameterizedTest
    @MethodSource("shown")
    void SE7_aCellSaysWhatAPersonSees(Shown shown) throws IOException {
        assertThat(verboseName(workbook(shown.cell()))).isEqualTo(shown.text());
    }

    /** A cell that is refused, and how it is named. */
    record Refused(String message, Change cell) {

        static Refused time(double number, String format) {
            return new Refused("At line 2 of the semantic source, verbose_name is not legal.", sheet -> {
                sheet.value(ROW, VERBOSE_NAME, number);
                sheet.style(ROW, VERBOSE_NAME).format(format).set();
            });
        }

        @Override
        public String toString() {
            return message;
        }
    }

    static Stream<Refused> refused() {
        return Stream.of(
                Refused.time(0.75, "h:mm"),
                Refused.time(60, "yyyy-mm-dd"),
                Refused.time(100.5, "[h]:mm"),
                Refused.time(-1, "yyyy-mm-dd"),
                Refused.time(2_958_466, "yyyy-mm-dd"),
                new Refused(
                        "At line 2 of the semantic source, verbose_name is a formula, which a spreadsheet would run.",
                        sheet -> sheet.formula(ROW, VERBOSE_NAME, "1+1")),
                new Refused(
                        "At line 2 of the semantic source, D2 is a formula, which a spreadsheet would run.",
                        sheet -> sheet.formula(ROW, 3, "1+1")));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void SE4_aCellThatIsNoTextIsNamed(Refused refused) throws IOException {
        assertThat(ProblemText.of(problem(workbook(refused.cell())), Locale.ENGLISH)
                        .message())
                .isEqualTo(refused.message());
    }

    @Test
    void SE7_aWorkbookWithoutStylesIsRead() throws IOException {
        byte[] unstyled = with(workbook(sheet -> {}), "xl/styles.xml", null);

        assertThat(verboseName(unstyled)).isEqualTo("Amount");
    }

    @Test
    void SE4_aWorkbookOfBlankRowsIsRefused() throws IOException {
        String blank = "<worksheet><sheetData>" + "<row/>".repeat(200_002) + "</sheetData></worksheet>";
        byte[] large = with(workbook(sheet -> {}), "xl/worksheets/sheet1.xml", blank);

        Problem problem = problem(large);

        assertThat(problem.code()).isEqualTo("SOURCE_TOO_LARGE");
        assertThat(problem.arguments()).containsEntry("line", "200002");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<v>#N/A</v>", "<f>VLOOKUP(A2,B:C,2,FALSE)</f><v>#N/A</v>"})
    void SE4_anErrorIsNoMeaning(String content) throws IOException {
        String sheet = "<worksheet><sheetData><row r='1'>" + cell("A1", "field") + cell("B1", "verbose_name")
                + cell("C1", "description") + "</row><row r='2'>" + cell("A2", "amount") + "<c r='B2' t='e'>" + content
                + "</c>" + cell("C2", "What was paid") + "</row></sheetData></worksheet>";

        Problem problem = problem(with(workbook(change -> {}), "xl/worksheets/sheet1.xml", sheet));

        assertThat(problem.code()).startsWith("SOURCE_");
        assertThat(problem.arguments()).containsEntry("line", "2").containsEntry("part", "verbose_name");
    }

    private static String cell(String address, String text) {
        return "<c r='" + address + "' t='inlineStr'><is><t>" + text + "</t></is></c>";
    }

    private static byte[] workbook(Change change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("dictionary");
            List<String> header = List.of("field", "verbose_name", "description");
            for (int i = 0; i < header.size(); i++) {
                sheet.value(0, i, header.get(i));
            }
            sheet.value(ROW, 0, "amount");
            sheet.value(ROW, VERBOSE_NAME, "Amount");
            change.to(sheet);
        }
        return bytes.toByteArray();
    }

    /** Returns the workbook with another part; null leaves it out. */
    private static byte[] with(byte[] workbook, String part, @Nullable String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile from = ZipFile.builder().setByteArray(workbook).get();
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry entry : Collections.list(from.getEntries())) {
                boolean other = entry.getName().equals(part);
                if (!other || text != null) {
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    try (InputStream same = from.getInputStream(entry)) {
                        to.write(other ? text.getBytes(StandardCharsets.UTF_8) : same.readAllBytes());
                    }
                }
            }
        }
        return bytes.toByteArray();
    }

    private static Resolution resolve(byte[] workbook) {
        return new SemanticSources()
                .resolve(SemanticSource.file("d", Format.XLSX, workbook), List.of(new FieldId("amount")), ANN);
    }

    private static String verboseName(byte[] workbook) {
        return ((Resolution.Resolved) resolve(workbook))
                .candidates()
                .get(0)
                .meaning()
                .verboseName();
    }

    private static Problem problem(byte[] workbook) {
        return ((Resolution.Unusable) resolve(workbook)).problem();
    }
}
