package io.dsreview.core.dictionary;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.dsreview.api.semantic.Place;
import java.util.List;

/** Reads values between commas or tabs, with quotation marks as in RFC 4180. */
final class DelimitedReader {

    private DelimitedReader() {}

    static List<Entry> read(String text, char separator) throws Malformed {
        RowEntries rows = new RowEntries();
        long line = 0;
        try {
            for (CsvRecord record : CsvReader.builder()
                    .fieldSeparator(separator)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .ofCsvRecord(text)) {
                line = record.getStartingLineNumber();
                rows.row(line, new Place.Line(line), record.getFields());
            }
        } catch (CsvParseException notCsv) {
            throw Malformed.at(
                    Spot.line(line + 1),
                    DictionaryProblem.SOURCE_NOT_WELL_FORMED,
                    "format",
                    separator == ',' ? "CSV" : "TSV");
        }
        return rows.finish();
    }
}
