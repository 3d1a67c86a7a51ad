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
import org.dhatim.fastexcel.reader.Row;

/**
 * Reads the first sheet of a workbook row by row. A formula is refused, whatever it last came to: nothing here calculates. Cells at
 * the end of a row that are empty may be missing, as Excel leaves them out. Whatever the library throws, the workbook is to blame.
 */
final class WorkbookReader {

    private static final int MAX_COLUMNS = 1_000;

    private WorkbookReader() {}

    static List<Entry> read(byte[] content) throws Malformed {
        try {
            WorkbookArchive.check(content);
            try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(content));
                    Stream<Row> rows = workbook.getFirstSheet().openStream()) {
                return entries(rows.iterator());
            }
        } catch (IOException | RuntimeException notExcel) {
            throw Malformed.at(Spot.line(1), DictionaryProblem.SOURCE_NOT_WELL_FORMED, "format", "XLSX");
        }
    }

    private static List<Entry> entries(Iterator<Row> rows) throws Malformed {
        RowEntries entries = new RowEntries();
        int width = -1;
        while (rows.hasNext()) {
            Row row = rows.next();
            List<String> cells = cells(row);
            if (cells.stream().allMatch(String::isBlank)) {
                continue;
            }
            while (cells.size() < width) {
                cells.add("");
            }
            width = width < 0 ? cells.size() : width;
            entries.row(row.getRowNum(), new Place.Line(row.getRowNum()), cells);
        }
        return entries.finish();
    }

    private static List<String> cells(Row row) throws Malformed {
        if (row.getCellCount() > MAX_COLUMNS) {
            throw Malformed.at(Spot.line(row.getRowNum()), DictionaryProblem.SOURCE_TOO_LARGE);
        }
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getCell(i);
            if (cell != null && cell.getType() == CellType.FORMULA) {
                throw Malformed.at(
                        new Spot(row.getRowNum(), i + 1L),
                        DictionaryProblem.SOURCE_FORMULA,
                        "part",
                        Integer.toString(i + 1));
            }
            cells.add(cell == null ? "" : cell.getText());
        }
        while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
            cells.remove(cells.size() - 1);
        }
        return cells;
    }
}
