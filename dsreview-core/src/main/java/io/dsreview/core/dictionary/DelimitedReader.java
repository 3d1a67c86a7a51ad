package io.dsreview.core.dictionary;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.dsreview.api.semantic.Place;
import java.util.ArrayList;
import java.util.List;

/** Reads values between commas or tabs, with quotation marks as in RFC 4180. */
final class DelimitedReader {

    private static final int MAX_COLUMNS = 10_000;

    private DelimitedReader() {}

    static List<Entry> read(String text, char separator) throws Malformed {
        RowEntries rows = new RowEntries();
        Records records = new Records();
        try {
            for (List<String> cells : CsvReader.builder()
                    .fieldSeparator(separator)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .build(records, text)) {
                rows.row(records.line(), new Place.Line(records.line()), cells);
            }
        } catch (CsvParseException notCsv) {
            throw Malformed.at(
                    Spot.line(records.line()),
                    DictionaryProblem.SOURCE_NOT_WELL_FORMED,
                    "format",
                    separator == ',' ? "CSV" : "TSV");
        }
        return rows.finish();
    }

    /** Collects the cells of one record after the other, and knows where the last began, even if it never ends. */
    private static final class Records extends AbstractBaseCsvCallbackHandler<List<String>> {

        private List<String> cells = new ArrayList<>();

        /** Returns the line that the last record began in, from 1. */
        long line() {
            return Math.max(1, getStartingLineNumber());
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            cells = new ArrayList<>();
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            if (index == MAX_COLUMNS) {
                throw new CsvParseException("too many columns");
            }
            cells.add(new String(buffer, offset, length));
        }

        @Override
        protected List<String> buildRecord() {
            return cells;
        }
    }
}
