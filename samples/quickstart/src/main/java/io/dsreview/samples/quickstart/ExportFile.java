package io.dsreview.samples.quickstart;

import io.dsreview.samples.quickstart.terminal.Complaint;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The file that the session goes to at the end.
 *
 * @param path where it is
 */
record ExportFile(Path path) {

    /** Finds out before the review whether its end can be written. */
    Path prepare() {
        Path folder = path.toAbsolutePath().getParent();
        try {
            if (folder == null || Files.isDirectory(path)) {
                throw new Complaint("The export needs the name of a file. Give --export FILE.");
            }
            return Files.createDirectories(folder);
        } catch (IOException unwritable) {
            throw new Complaint("The export cannot be written to " + path + ". Give another --export FILE.");
        }
    }

    /** Writes beside the file and then moves, so that an interruption leaves the old file or the new one. */
    void write(String text) throws IOException {
        Path target = path.toAbsolutePath();
        Path folder = prepare();
        Path part = Files.createTempFile(folder, "export", ".part");
        try {
            Files.writeString(part, text);
            try {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException otherwise) {
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
