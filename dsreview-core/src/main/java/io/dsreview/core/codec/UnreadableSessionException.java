package io.dsreview.core.codec;

/** A stored session that cannot be read. Nothing of it is guessed, and nothing is overwritten. */
public final class UnreadableSessionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param why which part cannot be read, and why
     */
    UnreadableSessionException(String why) {
        super("The stored session cannot be read: " + why
                + ". Restore the session from a backup, or read it with the version of dsreview that wrote it.");
    }
}
