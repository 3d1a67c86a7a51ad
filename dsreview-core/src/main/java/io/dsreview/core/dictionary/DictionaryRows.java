package io.dsreview.core.dictionary;

import io.dsreview.api.semantic.DictionaryTable;
import io.dsreview.api.semantic.Place;
import io.dsreview.api.semantic.SemanticSource;
import java.util.List;

/** Reads the rows of a connected dictionary. The header counts as line 1, as in a file. */
public final class DictionaryRows {

    /** Most rows that are taken. */
    public static final int LIMIT = EntryReader.MAX_ENTRIES;

    private DictionaryRows() {}

    /**
     * Reads rows.
     *
     * @param rows columns and rows, as the table gave them
     * @return the entries, in their order
     * @throws Malformed if they cannot be used
     */
    public static List<Entry> read(DictionaryTable.Rows rows) throws Malformed {
        RowEntries entries = new RowEntries();
        entries.row(1, new Place.Line(1), rows.columns());
        long characters = 0;
        long line = 1;
        for (List<String> row : rows.rows()) {
            line++;
            for (String cell : row) {
                characters += cell.length();
                if (!SourceText.isText(cell)) {
                    throw Malformed.at(Spot.line(line), DictionaryProblem.SOURCE_NOT_TEXT);
                }
            }
            if (characters > SemanticSource.MAX_BYTES) {
                throw Malformed.at(Spot.line(line), DictionaryProblem.SOURCE_TOO_LARGE);
            }
            entries.row(line, new Place.Path("row " + (line - 1)), row);
        }
        return entries.finish();
    }
}
