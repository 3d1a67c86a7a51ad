package io.dsreview.test.recording.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the files of a finished recording are: a directory or a folder of the class path. */
final class RecordingSource {

    private interface Opening {
        @Nullable
        InputStream open(String name) throws IOException;
    }

    private final String description;
    private final Opening opening;

    private RecordingSource(String description, Opening opening) {
        this.description = description;
        this.opening = opening;
    }

    static RecordingSource directory(Path directory) {
        return new RecordingSource(directory.toString(), name -> {
            Path file = directory.resolve(name);
            return Files.isRegularFile(file) ? Files.newInputStream(file) : null;
        });
    }

    static RecordingSource classPath(Class<?> anchor, String folder) {
        String root = folder.replaceAll("^/+|/+$", "");
        return new RecordingSource(
                "class path folder " + root, name -> anchor.getResourceAsStream("/" + root + "/" + name));
    }

    /** @throws IllegalArgumentException if there is no such file */
    String read(String name) {
        try (InputStream stream = opening.open(name)) {
            if (stream == null) {
                throw new IllegalArgumentException(
                        description + " holds no " + name + ": name a recording's folder, or record it first");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("Cannot read " + name + " from " + description, broken);
        }
    }
}
