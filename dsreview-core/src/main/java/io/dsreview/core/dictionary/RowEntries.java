package io.dsreview.core.dictionary;

import io.dsreview.api.semantic.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Entries from rows under a header: one place for what CSV, TSV, workbooks and connected tables have in common. Columns may stand in
 * any order; those it does not know are passed over. Not thread-safe; used once.
 */
final class RowEntries {

    private static final List<String> REQUIRED =
            List.of(EntryReader.FIELD, EntryReader.VERBOSE_NAME, EntryReader.DESCRIPTION);

    private final EntryReader entries = new EntryReader();
    private @Nullable Map<String, Integer> header;
    private int width;

    /** Takes the next row; the first is the header. */
    void row(long line, Place place, List<String> cells) throws Malformed {
        Map<String, Integer> columns = header;
        if (columns == null) {
            header = header(line, cells);
            width = cells.size();
            return;
        }
        if (cells.size() != width) {
            throw Malformed.at(
                    Spot.line(line),
                    DictionaryProblem.SOURCE_ROW_RAGGED,
                    "cells",
                    Integer.toString(cells.size()),
                    "columns",
                    Integer.toString(width));
        }
        entries.add(Spot.line(line), place, column -> {
            Integer index = columns.get(column);
            return index == null ? null : cells.get(index);
        });
    }

    List<Entry> finish() throws Malformed {
        if (header == null) {
            throw Malformed.at(Spot.line(1), DictionaryProblem.SOURCE_EMPTY);
        }
        return entries.entries();
    }

    private static Map<String, Integer> header(long line, List<String> cells) throws Malformed {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String name = cells.get(i).strip();
            if (!name.isEmpty() && columns.put(name, i) != null) {
                throw Malformed.at(new Spot(line, i + 1L), DictionaryProblem.SOURCE_COLUMN_TWICE);
            }
        }
        for (String required : REQUIRED) {
            if (!columns.containsKey(required)) {
                throw Malformed.at(Spot.line(line), DictionaryProblem.SOURCE_COLUMN_MISSING, "name", required);
            }
        }
        return columns;
    }
}
