package io.dsreview.core.fuzz;

import io.dsreview.api.semantic.DbtModel;
import io.dsreview.api.semantic.DictionaryTable;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.semantic.SemanticSource.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Sources of meanings: files in every format, with hostile texts in them, and then damaged more often than not. */
final class AnySource {

    private static final List<String> COLUMNS = List.of(
            "field",
            "verbose_name",
            "description",
            "format",
            "unit",
            "certified_by",
            "certification_details",
            "pii",
            "Field",
            "",
            "more");
    private static final List<String> FIELDS = List.of("region", "status", "amount", "Region", "amt", "ghost");
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8, StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1);

    private final Random random;

    private AnySource(Random random) {
        this.random = random;
    }

    static SemanticSource any(AnyValue value) {
        return new AnySource(value.random()).source(value);
    }

    /** What a host's connected dictionary may answer. */
    static DictionaryTable.Rows rows(Random random) {
        AnySource source = new AnySource(random);
        List<String> head = source.head();
        List<List<String>> rows = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            List<@Nullable String> row = new ArrayList<>(source.row(head));
            if (random.nextInt(4) == 0 && !row.isEmpty()) {
                row.set(random.nextInt(row.size()), random.nextBoolean() ? null : HostileText.any(random));
            }
            if (random.nextInt(6) == 0) {
                row.add("more");
            }
            @SuppressWarnings({"unchecked", "rawtypes"}) // a host's own table may hold nulls, whatever its type says
            List<String> handedOver = (List) row;
            rows.add(handedOver);
        }
        return new DictionaryTable.Rows(head, rows);
    }

    /** What a model may answer. */
    static String completion(Random random) {
        AnySource source = new AnySource(random);
        return new String(source.damaged(source.json().getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    private SemanticSource source(AnyValue value) {
        String name = "source" + random.nextInt(3);
        return switch (random.nextInt(10)) {
            case 0 -> SemanticSource.file(name, Format.CSV, damaged(bytes(delimited(','))));
            case 1 -> SemanticSource.file(name, Format.TSV, damaged(bytes(delimited('\t'))));
            case 2 -> SemanticSource.file(name, Format.JSON, damaged(bytes(json())));
            case 3 -> SemanticSource.file(name, Format.YAML, damaged(bytes(yaml())));
            case 4 -> SemanticSource.file(name, Format.XLSX, damaged(workbook()));
            case 5 -> SemanticSource.dbt(name, DbtModel.Artifact.MANIFEST, model(), damaged(bytes(manifest())));
            case 6 -> SemanticSource.dbt(name, DbtModel.Artifact.SCHEMA, model(), damaged(bytes(schema())));
            case 7 -> (SemanticSource) value.record(SemanticSource.ReferenceDataset.class);
            case 8 -> (SemanticSource) value.record(SemanticSource.ConnectedDictionary.class);
            default -> random.nextBoolean() ? SemanticSource.connected("glossary") : SemanticSource.drafts();
        };
    }

    private String model() {
        return random.nextInt(3) == 0 ? HostileText.any(random) : "orders";
    }

    private byte[] bytes(String text) {
        return text.getBytes(
                random.nextInt(8) == 0 ? CHARSETS.get(random.nextInt(CHARSETS.size())) : StandardCharsets.UTF_8);
    }

    private List<String> head() {
        List<String> head = new ArrayList<>(COLUMNS.subList(0, 1 + random.nextInt(8)));
        if (random.nextInt(5) == 0) {
            head.add(COLUMNS.get(random.nextInt(COLUMNS.size())));
        }
        return head;
    }

    private List<String> row(List<String> head) {
        List<String> row = new ArrayList<>();
        for (String column : head) {
            row.add(cell(column));
        }
        return row;
    }

    private String cell(String column) {
        if (random.nextInt(4) == 0) {
            return HostileText.any(random);
        }
        return switch (column) {
            case "field" ->
                random.nextInt(4) == 0
                        ? Integer.toString(random.nextInt(5))
                        : FIELDS.get(random.nextInt(FIELDS.size()));
            case "pii" -> "direct";
            case "format" -> ",.2f";
            default -> HostileText.storable(random);
        };
    }

    private String delimited(char separator) {
        List<String> head = head();
        StringBuilder text = new StringBuilder(String.join(String.valueOf(separator), head)).append('\n');
        for (int i = random.nextInt(5); i > 0; i--) {
            List<String> cells = row(head).stream()
                    .map(cell -> random.nextInt(5) == 0 ? cell : '"' + cell.replace("\"", "\"\"") + '"')
                    .toList();
            text.append(String.join(String.valueOf(separator), cells)).append(random.nextBoolean() ? "\n" : "\r\n");
        }
        return text.toString();
    }

    private String json() {
        List<String> objects = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            objects.add(object());
        }
        return "[" + String.join(",", objects) + "]";
    }

    private String object() {
        List<String> members = new ArrayList<>();
        for (String column : head()) {
            members.add(quoted(column) + ":" + (random.nextInt(6) == 0 ? anyJson(0) : quoted(cell(column))));
        }
        return "{" + String.join(",", members) + "}";
    }

    private String anyJson(int depth) {
        return switch (random.nextInt(depth > 3 ? 6 : 9)) {
            case 0 -> "null";
            case 1 -> "true";
            case 2 -> "1e999999999";
            case 3 -> "-0.0";
            case 4 -> "9".repeat(1_000);
            case 5 -> quoted(HostileText.any(random));
            case 6 -> "[" + anyJson(depth + 1) + "," + anyJson(depth + 1) + "]";
            case 7 -> "{" + quoted(HostileText.any(random)) + ":" + anyJson(depth + 1) + "}";
            default -> "[".repeat(2_000) + "]".repeat(2_000);
        };
    }

    /** Escapes everything that is not ASCII, also what no encoding could carry. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted.append(
                    c >= ' ' && c < 127 && c != '"' && c != '\\'
                            ? String.valueOf(c)
                            : String.format("\\u%04x", (int) c));
        }
        return quoted.append('"').toString();
    }

    private String yaml() {
        StringBuilder text = new StringBuilder(random.nextInt(10) == 0 ? "&a [*a, &b {<<: *b}, !!binary x]\n" : "");
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append("- ").append(object()).append('\n');
            if (random.nextInt(4) == 0) {
                text.append("- field: ").append(HostileText.any(random)).append("\n  verbose_name: |\n    x\n");
            }
        }
        return text.toString();
    }

    private String columns() {
        return "{\"region\":{\"name\":\"region\",\"description\":" + quoted(HostileText.any(random)) + ",\"meta\":"
                + object() + "},\"amount\":" + (random.nextBoolean() ? anyJson(0) : object()) + "}";
    }

    private String manifest() {
        return "{\"nodes\":{\"model.shop.orders\":{\"name\":\"orders\",\"columns\":" + columns() + "},"
                + quoted(HostileText.any(random)) + ":" + anyJson(0) + "},\"sources\":" + anyJson(0) + "}";
    }

    private String schema() {
        return "version: 2\nmodels:\n  - name: orders\n    columns:\n      - name: region\n        description: "
                + quoted(HostileText.any(random)) + "\n        config: {\"meta\": " + object() + "}\n      - "
                + anyJson(0) + "\nsources: " + anyJson(0) + "\n";
    }

    private byte[] workbook() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "fuzz", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Sheet");
            List<String> head = head();
            for (int row = 0; row < 3; row++) {
                List<String> cells = row == 0 ? head : row(head);
                for (int i = 0; i < cells.size(); i++) {
                    cell(sheet, row, i, row == 0 ? 1 : random.nextInt(16), cells.get(i));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return undated(bytes.toByteArray());
    }

    /** The writer dates what it writes, in each entry and in one more; what is drawn is to depend on the seed alone. */
    private static byte[] undated(byte[] workbook) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile dated = ZipFile.builder().setByteArray(workbook).get();
                ZipOutputStream undated = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry each : Collections.list(dated.getEntries())) {
                if (!each.getName().equals("docProps/core.xml")) {
                    ZipEntry entry = new ZipEntry(each.getName());
                    entry.setTimeLocal(LocalDateTime.of(2026, 3, 1, 12, 0));
                    undated.putNextEntry(entry);
                    dated.getInputStream(each).transferTo(undated);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void cell(Worksheet sheet, int row, int column, int kind, String text) {
        switch (kind) {
            case 0 -> sheet.formula(row, column, "1+1");
            case 2 -> sheet.value(row, column, 1e300);
            case 3 -> sheet.value(row, column, true);
            default -> sheet.value(row, column, text.length() > 32_000 ? text.substring(0, 32_000) : text);
        }
    }

    private byte[] damaged(byte[] sound) {
        byte[] bytes = sound.clone();
        if (bytes.length == 0) {
            return bytes;
        }
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1, 2 -> {
                for (int i = 1 + random.nextInt(4); i > 0; i--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
                yield bytes;
            }
            case 3 -> {
                int at = random.nextInt(bytes.length);
                byte[] twice = Arrays.copyOf(bytes, bytes.length + bytes.length - at);
                System.arraycopy(bytes, at, twice, bytes.length, bytes.length - at);
                yield twice;
            }
            case 4 -> {
                random.nextBytes(bytes);
                yield bytes;
            }
            default -> bytes;
        };
    }
}
