package io.dsreview.core.dictionary;

import java.util.List;

/** Whether workbooks can be read at all: the library for them is the host's choice. */
final class Workbooks {

    private static final String LIBRARY_TYPE = "org.dhatim.fastexcel.reader.ReadableWorkbook";

    private Workbooks() {}

    static List<Entry> read(byte[] content) throws Malformed {
        if (!isOffered()) {
            throw Malformed.at(
                    Spot.line(1),
                    DictionaryProblem.SOURCE_FORMAT_NOT_OFFERED,
                    "format",
                    "XLSX",
                    "library",
                    "org.dhatim:fastexcel-reader");
        }
        return WorkbookReader.read(content);
    }

    private static boolean isOffered() {
        try {
            Class.forName(LIBRARY_TYPE, false, Workbooks.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }
}
