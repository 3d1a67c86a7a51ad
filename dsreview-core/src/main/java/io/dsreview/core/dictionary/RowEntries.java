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
    private List<String> columns = List.of();

    /** Returns the names of the columns in their order, those that it does not know included; none before the header. */
    List<String> columns() {
        return columns;
    }

    /** Takes the next row; the first that is not blank is the header, and others that are blank say nothing. */
    void row(long line, Place place, List<String> cells) throws Malformed {
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        Map<String, Integer> known = header;
        if (known == null) {
            header = header(line, cells);
            columns = cells.stream().map(String::strip).toList();
            return;
        }
        if (cells.size() != columns.size()) {
            throw Malformed.at(
                    Spot.line(line),
                    DictionaryProblem.SOURCE_ROW_RAGGED,
                    "cells",
                    Integer.toString(cells.size()),
                    "columns",
                    Integer.toString(columns.size()));
        }
        entries.add(Spot.line(line), place, column -> {
            Integer index = known.get(column);
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
