package io.dsreview;

import io.dsreview.api.semantic.SemanticSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a dictionary of field meanings from a CSV file. */
public final class CsvDictionary {

    private CsvDictionary() {}

    /**
     * Reads a file: UTF-8 with a header line that names the columns {@code field}, {@code verbose_name} and
     * {@code description}. Whether it is well-formed is found out when it is applied.
     *
     * @param file the file; its name becomes the name of the source
     * @return the source
     * @throws UncheckedIOException if the file cannot be read
     * @throws IllegalArgumentException if it is larger than {@link SemanticSource#MAX_BYTES}
     */
    public static SemanticSource.Dictionary of(Path file) {
        try {
            long size = Files.size(file);
            if (size > SemanticSource.MAX_BYTES) {
                throw new IllegalArgumentException("the dictionary has " + size + " bytes; at most "
                        + SemanticSource.MAX_BYTES + " are taken. Split it, or leave out columns that are not needed");
            }
            Path name = file.getFileName();
            return SemanticSource.csv(name == null ? "dictionary" : name.toString(), Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "The dictionary cannot be read. Check that the file exists and that you may read it.", unreadable);
        }
    }
}
