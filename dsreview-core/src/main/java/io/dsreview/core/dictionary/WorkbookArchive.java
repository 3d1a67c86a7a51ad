package io.dsreview.core.dictionary;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks into the archive that a workbook is, before it is read: with the same library, so that both see the same entries, and by
 * unpacking, since what an archive says about sizes may be a lie.
 */
final class WorkbookArchive {

    /** Most that all entries together may unpack to, in bytes. */
    static final long MAX_UNPACKED = 128L * 1024 * 1024;

    private static final int MAX_ENTRIES = 1_000;

    private WorkbookArchive() {}

    /** Returns the names of its parts. */
    static List<String> check(byte[] content) throws Malformed, IOException {
        try (ZipFile archive = ZipFile.builder().setByteArray(content).get()) {
            long left = MAX_UNPACKED;
            List<String> parts = new ArrayList<>();
            byte[] buffer = new byte[64 * 1024];
            for (ZipArchiveEntry entry : Collections.list(archive.getEntries())) {
                try (InputStream unpacked = archive.getInputStream(entry)) {
                    for (int read = unpacked.read(buffer); read >= 0; read = unpacked.read(buffer)) {
                        left -= read;
                        if (left < 0) {
                            throw tooLarge();
                        }
                    }
                }
                parts.add(entry.getName());
                if (parts.size() > MAX_ENTRIES) {
                    throw tooLarge();
                }
            }
            return parts;
        }
    }

    private static Malformed tooLarge() {
        return Malformed.at(
                Spot.line(1), DictionaryProblem.SOURCE_UNPACKS_TOO_LARGE, "limit", Long.toString(MAX_UNPACKED));
    }
}
