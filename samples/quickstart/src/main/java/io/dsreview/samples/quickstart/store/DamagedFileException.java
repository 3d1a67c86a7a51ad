package io.dsreview.samples.quickstart.store;

import java.nio.file.Path;

/** A file of the store is not as it was written. Nothing of it is used; the other files are not affected. */
public final class DamagedFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DamagedFileException(Path file, String what) {
        super("The review in " + file + " cannot be read: " + what
                + ". Restore the file from a backup, or move it out of the folder to go on without this review.");
    }
}
