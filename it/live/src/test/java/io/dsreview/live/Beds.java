package io.dsreview.live;

import io.dsreview.api.canonical.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * The beds of every Superset version that dsreview is for, in the folder that {@code live.beds} names. A bed that is not
 * there fails the test; {@code live.versions} asks for fewer, separated by commas.
 */
final class Beds implements ArgumentsProvider {

    static final List<String> VERSIONS = List.of("3.1.3", "4.1.4", "5.0.0", "6.0.0", "6.1.0");

    /** The older version first, as tables have them: beds do not end in the order in which they were begun. */
    private static final Comparator<Bed> BY_VERSION = Comparator.comparing(bed -> VERSIONS.indexOf(bed.version()));

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        return asked().stream().map(Arguments::of);
    }

    /** Returns the beds of all versions, or of those that are asked for. */
    static List<Bed> asked() {
        return versions().map(Beds::bed).toList();
    }

    /** Returns whether no version is left out, so that a document about all of them can be checked. */
    static boolean allAsked() {
        return asked().size() == VERSIONS.size();
    }

    /** Returns a place for what tests that run at the same time find out about each bed. */
    static <T> Map<Bed, T> each() {
        return new ConcurrentSkipListMap<>(BY_VERSION);
    }

    private static Stream<String> versions() {
        String asked = System.getProperty("live.versions", "");
        return asked.isBlank() ? VERSIONS.stream() : Stream.of(asked.split(",")).map(String::strip);
    }

    private static Bed bed(String version) {
        String folder = System.getProperty("live.beds", "");
        Path manifest = Path.of(folder, version, "home", "manifest.json");
        if (folder.isBlank() || !Files.isRegularFile(manifest)) {
            throw new IllegalStateException("There is no bed of Superset " + version + ". Start and seed all with"
                    + " \"it/superset/beds.sh up FOLDER\", and name the folder with -Dlive.beds=FOLDER (absolute).");
        }
        try {
            return new Bed((Map<?, ?>) JsonText.parse(Files.readString(manifest)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
