package io.dsreview.test.recording.file;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.dsreview.test.recording.exchange.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The directory that a recording is written to. Each file appears whole or not at all, and the index names only files
 * that exist, so the directory can be replayed at any moment. Not thread-safe: its user takes turns.
 */
public final class RecordingFolder {

    private static final String UNFINISHED = ".writing";

    private final Path directory;
    private final String basePath;
    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    private RecordingFolder(Path directory, String basePath) {
        this.directory = directory;
        this.basePath = basePath;
    }

    /**
     * Makes the directory if it is absent, removes an earlier recording from it, and writes an index that names no file.
     *
     * @param directory where to write
     * @param basePath what the upstream's paths begin with, empty or for example {@code /analytics}
     * @param overwrite whether the directory may hold files; those of an earlier recording are deleted, others stay
     * @return a folder without exchanges
     * @throws IllegalArgumentException if the directory is a file, or holds files and must not be overwritten, or if the
     *     base path is of another form
     * @throws UncheckedIOException if the directory cannot be written
     */
    public static RecordingFolder open(Path directory, String basePath, boolean overwrite) {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new IllegalArgumentException(directory + " is a file: name a directory to record into");
        }
        RecordingFolder folder = new RecordingFolder(directory, basePath);
        try {
            Files.createDirectories(directory);
            folder.clear(overwrite);
            folder.writeIndex();
        } catch (IOException broken) {
            throw new UncheckedIOException("Cannot record into " + directory, broken);
        }
        return folder;
    }

    /**
     * Writes one more exchange, then the index that names it.
     *
     * @param exchange what to write, free of secrets
     * @throws UncheckedIOException if it cannot be written; the index does not name it then
     */
    public void append(Exchange exchange) {
        String name = ExchangeFile.name(exchanges.size() + 1, exchange.asked());
        try {
            write(name, ExchangeFile.write(exchange));
            exchanges.add(exchange);
            names.add(name);
            writeIndex();
        } catch (IOException broken) {
            throw new UncheckedIOException("Cannot write " + name, broken);
        }
    }

    /**
     * Writes those exchanges again that the change affects: a secret may be known only after it was recorded as text.
     *
     * @param change gives the new text for each old one
     * @throws UncheckedIOException if one of them cannot be written; the message says to delete the directory
     */
    public void change(UnaryOperator<String> change) {
        try {
            for (int i = 0; i < exchanges.size(); i++) {
                Exchange changed = exchanges.get(i).map(change);
                if (!changed.equals(exchanges.get(i))) {
                    replace(i, changed);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("Cannot remove a secret from " + directory + ": delete it", broken);
        }
    }

    private void replace(int position, Exchange changed) throws IOException {
        String oldName = names.get(position);
        String newName = ExchangeFile.name(position + 1, changed.asked());
        write(newName, ExchangeFile.write(changed));
        exchanges.set(position, changed);
        names.set(position, newName);
        if (!newName.equals(oldName)) {
            writeIndex();
            Files.deleteIfExists(directory.resolve(oldName));
        }
    }

    private void writeIndex() throws IOException {
        write(Index.FILE, new Index(basePath, names).write());
    }

    private void write(String name, String text) throws IOException {
        Path unfinished = directory.resolve("." + name + UNFINISHED);
        Files.writeString(unfinished, text);
        Files.move(unfinished, directory.resolve(name), ATOMIC_MOVE, REPLACE_EXISTING);
    }

    private void clear(boolean overwrite) throws IOException {
        try (Stream<Path> listing = Files.list(directory)) {
            List<Path> present = listing.toList();
            if (!present.isEmpty() && !overwrite) {
                throw new IllegalArgumentException(directory + " holds " + present.size()
                        + " files already: name an empty directory, "
                        + "or allow it with RecordingRules.withOverwrite(true)");
            }
            for (Path file : present) {
                if (isOurs(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
    }

    private static boolean isOurs(String name) {
        return name.equals(Index.FILE)
                || name.endsWith(UNFINISHED)
                || ExchangeFile.NAME.matcher(name).matches();
    }
}
