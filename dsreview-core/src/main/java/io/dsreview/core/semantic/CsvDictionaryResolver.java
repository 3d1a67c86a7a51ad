package io.dsreview.core.semantic;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.dsreview.api.access.Actor;
import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.error.Problem;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.semantic.Endorsement;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.MatchKind;
import io.dsreview.api.semantic.Place;
import io.dsreview.api.semantic.Provenance;
import io.dsreview.api.semantic.SemanticCandidate;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.semantic.SemanticSource.Dictionary;
import io.dsreview.api.semantic.SemanticSourceResolver;
import io.dsreview.core.finding.ReviewProblem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks fields up in a CSV dictionary by their exact name, case included. The header names the columns {@code field},
 * {@code verbose_name} and {@code description}, in any order; others are ignored.
 */
public final class CsvDictionaryResolver implements SemanticSourceResolver {

    private static final String FIELD = "field";
    private static final String VERBOSE_NAME = "verbose_name";
    private static final String DESCRIPTION = "description";
    private static final int LONGEST_TEXT = FieldMeaning.MAX_TEXT;

    @Override
    public Resolution resolve(SemanticSource source, Collection<FieldId> fields, Actor actor) {
        return source instanceof Dictionary dictionary
                ? resolve(dictionary, fields)
                : new Resolution.Unusable(
                        Problem.of(ReviewProblem.SEMANTIC_SOURCE_NOT_OFFERED).about("source " + source.id()));
    }

    private static Resolution resolve(Dictionary source, Collection<FieldId> fields) {
        try {
            Map<String, FieldId> wanted = new HashMap<>();
            fields.forEach(field -> wanted.put(field.value(), field));
            return new Resolution.Resolved(source.version(), read(source, wanted));
        } catch (Malformed malformed) {
            return malformed(source, malformed.line, malformed.reason);
        } catch (CsvParseException notCsv) {
            return malformed(source, 1, "it is not CSV, or a quotation is never closed");
        }
    }

    private static List<SemanticCandidate> read(Dictionary source, Map<String, FieldId> wanted) throws Malformed {
        List<SemanticCandidate> found = new ArrayList<>();
        Map<String, Integer> header = null;
        Map<String, Long> seen = new HashMap<>();
        Sha256 version = source.version();
        for (CsvRecord record : CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text(source))) {
            long line = record.getStartingLineNumber();
            if (header == null) {
                header = header(record);
                continue;
            }
            if (record.getFieldCount() != header.size()) {
                throw new Malformed(
                        line, "it has " + record.getFieldCount() + " cells where the header has " + header.size());
            }
            String name = cell(record, header, FIELD);
            Long earlier = seen.putIfAbsent(name, line);
            if (earlier != null) {
                throw new Malformed(line, "the field of line " + earlier + " is named again");
            }
            FieldMeaning meaning =
                    new FieldMeaning(cell(record, header, VERBOSE_NAME), cell(record, header, DESCRIPTION));
            FieldId field = wanted.get(name);
            if (field != null) {
                found.add(new SemanticCandidate(
                        field,
                        meaning,
                        Endorsement.NONE,
                        new Provenance(source.id(), version, MatchKind.EXACT_DICTIONARY, new Place.Line(line))));
            }
        }
        if (header == null) {
            throw new Malformed(
                    1,
                    "it is empty; the header must name the columns " + FIELD + ", " + VERBOSE_NAME + " and "
                            + DESCRIPTION);
        }
        return found;
    }

    private static String text(Dictionary source) throws Malformed {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(source.content()))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new Malformed(1, "it holds NUL characters, so it is no text");
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw new Malformed(1, "it is not UTF-8");
        }
    }

    private static Map<String, Integer> header(CsvRecord record) throws Malformed {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < record.getFieldCount(); i++) {
            if (columns.put(record.getField(i).strip(), i) != null) {
                throw new Malformed(1, "two columns of the header have the same name");
            }
        }
        for (String required : List.of(FIELD, VERBOSE_NAME, DESCRIPTION)) {
            if (!columns.containsKey(required)) {
                throw new Malformed(1, "the header has no column " + required);
            }
        }
        return columns;
    }

    private static String cell(CsvRecord record, Map<String, Integer> header, String column) throws Malformed {
        String value = record.getField(header.getOrDefault(column, 0)).strip();
        if (value.length() > LONGEST_TEXT) {
            throw new Malformed(
                    record.getStartingLineNumber(),
                    "its " + column + " has " + value.length() + " characters; at most " + LONGEST_TEXT + " are legal");
        }
        return value;
    }

    private static Resolution malformed(Dictionary source, long line, String reason) {
        return new Resolution.Unusable(
                Problem.of(ReviewProblem.SEMANTIC_SOURCE_MALFORMED, "line", Long.toString(line), "reason", reason)
                        .about("source " + source.id()));
    }

    private static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;
        private final long line;
        private final String reason;

        Malformed(long line, String reason) {
            super(reason);
            this.line = line;
            this.reason = reason;
        }
    }
}
