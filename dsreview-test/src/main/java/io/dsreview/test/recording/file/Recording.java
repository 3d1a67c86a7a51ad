package io.dsreview.test.recording.file;

import io.dsreview.test.recording.exchange.Exchange;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A finished recording, read as a whole. Immutable: any thread may use it.
 *
 * @param basePath what the upstream's paths begin with, empty or for example {@code /analytics}
 * @param exchanges the exchanges by the names of their files, in the recorded order
 */
public record Recording(String basePath, Map<String, Exchange> exchanges) {

    /** Copies the map. */
    public Recording {
        exchanges = Collections.unmodifiableMap(new LinkedHashMap<>(exchanges));
    }

    /**
     * Reads a directory.
     *
     * @param directory what a {@link RecordingFolder} wrote
     * @return all of it
     * @throws IllegalArgumentException if the directory holds no recording, or a damaged one; the message names the
     *     file, and the field
     * @throws java.io.UncheckedIOException if a file cannot be read
     */
    public static Recording read(Path directory) {
        return read(RecordingSource.directory(directory));
    }

    /**
     * Reads a folder of the class path.
     *
     * @param anchor a class whose class loader (and module) holds the folder
     * @param folder the path from the root of the class path, with or without slashes around it
     * @return all of it
     * @throws IllegalArgumentException if the folder holds no recording, or a damaged one; the message names the file,
     *     and the field
     * @throws java.io.UncheckedIOException if a file cannot be read
     */
    public static Recording read(Class<?> anchor, String folder) {
        return read(RecordingSource.classPath(anchor, folder));
    }

    private static Recording read(RecordingSource source) {
        Index index = Index.read(source.read(Index.FILE));
        Map<String, Exchange> exchanges = new LinkedHashMap<>();
        index.files().forEach(file -> exchanges.put(file, new ExchangeFile(file).read(source.read(file))));
        return new Recording(index.basePath(), exchanges);
    }
}
