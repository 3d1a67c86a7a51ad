package io.dsreview.core.dictionary;

import io.dsreview.api.semantic.Place;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * Reads the first sheet of a workbook row by row. A formula is refused, whatever it last came to: nothing here calculates. So is
 * the error that one left behind, such as {@code #N/A}. Cells at the end of a row that are empty may be missing, as Excel leaves
 * them out. Whatever the library throws, the workbook is to blame.
 */
final class WorkbookReader {

    /** Most rows that are taken, the header and blank ones included. */
    private static final int MAX_ROWS = 1 + EntryReader.MAX_ENTRIES;

    private static final int MAX_COLUMNS = 1_000;
    private static final String LEGAL_DATE = "2024-05-01";
    private static final String LEGAL_TEXT = "Region";

    private WorkbookReader() {}

    static List<Entry> read(byte[] content) throws Malformed {
        try {
            boolean styled = WorkbookArchive.check(content).stream().anyMatch(part -> part.endsWith("styles.xml"));
            ReadingOptions options = new ReadingOptions(styled, false);
            try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(content), options);
                    Stream<Row> rows = workbook.getFirstSheet().openStream()) {
                return entries(rows.iterator());
            }
        } catch (IOException | RuntimeException notExcel) {
            throw Malformed.at(Spot.line(1), DictionaryProblem.SOURCE_NOT_WELL_FORMED, "format", "XLSX");
        }
    }

    private static List<Entry> entries(Iterator<Row> rows) throws Malformed {
        RowEntries entries = new RowEntries();
        int taken = 0;
        while (rows.hasNext()) {
            Row row = rows.next();
            if (++taken > MAX_ROWS) {
                throw Malformed.at(Spot.line(row.getRowNum()), DictionaryProblem.SOURCE_TOO_LARGE);
            }
            List<String> cells = cells(row, entries.columns());
            while (cells.size() < entries.columns().size()) {
                cells.add("");
            }
            entries.row(row.getRowNum(), new Place.Line(row.getRowNum()), cells);
        }
        return entries.finish();
    }

    private static List<String> cells(Row row, List<String> columns) throws Malformed {
        if (row.getCellCount() > MAX_COLUMNS) {
            throw Malformed.at(Spot.line(row.getRowNum()), DictionaryProblem.SOURCE_TOO_LARGE);
        }
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getCell(i);
            cells.add(cell == null ? "" : text(cell, new Spot(row.getRowNum(), i + 1L), columns));
        }
        while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
            cells.remove(cells.size() - 1);
        }
        return cells;
    }

    private static String text(Cell cell, Spot spot, List<String> columns) throws Malformed {
        if (cell.getType() == CellType.FORMULA) {
            throw Malformed.at(spot, DictionaryProblem.SOURCE_FORMULA, "part", part(cell, columns));
        }
        if (cell.getType() == CellType.ERROR) {
            throw illegal(cell, spot, columns, LEGAL_TEXT);
        }
        String text = WorkbookCell.text(cell);
        if (text == null) {
            throw illegal(cell, spot, columns, LEGAL_DATE);
        }
        return text;
    }

    private static Malformed illegal(Cell cell, Spot spot, List<String> columns, String legal) {
        return Malformed.at(spot, DictionaryProblem.SOURCE_VALUE_ILLEGAL, "part", part(cell, columns), "legal", legal);
    }

    /** Returns what a person finds the cell by: the name of its column, or its address if the column has none. */
    private static String part(Cell cell, List<String> columns) {
        int column = cell.getColumnIndex();
        String name = column < columns.size() ? columns.get(column) : "";
        return name.isEmpty() ? cell.getAddress().toString() : name;
    }
}
