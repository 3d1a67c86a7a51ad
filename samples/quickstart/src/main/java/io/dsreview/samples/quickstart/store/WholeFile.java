package io.dsreview.samples.quickstart.store;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A text file that is there as a whole or not at all: written beside its place, forced to the disk, and then moved there. Its
 * first line holds the hash of the rest, so that whatever was damaged since is found.
 *
 * @param path where it is
 */
record WholeFile(Path path) {

    /** How the names of files end that were not moved to their place yet; leftovers of a process that died. */
    static final String UNFINISHED = ".part";

    private static final String MARK = "dsreview-file-1 ";

    void write(String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        Path part = path.resolveSibling(path.getFileName() + UNFINISHED);
        try {
            try (FileOutputStream out = new FileOutputStream(part.toFile())) {
                out.write((MARK + hash(body) + "\n").getBytes(StandardCharsets.UTF_8));
                out.write(body);
                out.getFD().sync();
            }
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
            forceFolder();
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The review cannot be written to " + path, unwritable);
        }
    }

    /** Returns the text, or empty if there is no such file. */
    Optional<String> read() {
        byte[] all;
        // A stream, not a channel: an interruption of the thread must not look like a file that cannot be read.
        try (InputStream in = new FileInputStream(path.toFile())) {
            all = in.readAllBytes();
        } catch (FileNotFoundException absent) {
            if (Files.exists(path)) {
                throw new UncheckedIOException("The review cannot be read from " + path, absent);
            }
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The review cannot be read from " + path, unreadable);
        }
        int line = MARK.length() + HexFormat.of().formatHex(new byte[32]).length();
        String first = new String(all, 0, Math.min(line, all.length), StandardCharsets.UTF_8);
        if (all.length <= line || !first.startsWith(MARK)) {
            throw new DamagedFileException(path, "it does not begin as such a file does");
        }
        byte[] body = Arrays.copyOfRange(all, line + 1, all.length);
        if (!first.equals(MARK + hash(body))) {
            throw new DamagedFileException(path, "its content is not what was written");
        }
        return Optional.of(new String(body, StandardCharsets.UTF_8));
    }

    /** Makes the move itself survive a power cut, where the system lets a folder be opened for that. */
    private void forceFolder() throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        boolean interrupted = false;
        try {
            while (true) {
                try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                    channel.force(true);
                    return;
                } catch (ClosedByInterruptException meantForTheWork) {
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java has SHA-256", never);
        }
    }
}
