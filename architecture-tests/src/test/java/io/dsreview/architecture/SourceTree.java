package io.dsreview.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The main sources of all modules, as they lie on the disk. */
final class SourceTree {

    private static final Path ROOT = Path.of(System.getProperty("maven.multiModuleProjectDirectory", ".."))
            .toAbsolutePath();

    private SourceTree() {}

    /** A file {@code dsreview-core/src/main/java/io/dsreview/core/gate/LaunchGate.java} lies in module {@code dsreview-core}. */
    record Source(String module, String packageName, Path file) {

        String name() {
            return file.getFileName().toString();
        }

        List<String> lines() {
            try {
                return Files.readAllLines(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean isPublished() {
            return module.startsWith("dsreview");
        }

        @Override
        public String toString() {
            return ROOT.relativize(file).toString();
        }
    }

    static Path root() {
        return ROOT;
    }

    /** Reads a file by its path from the root of the repository. */
    static String read(Path file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Source> mainSources() {
        try (Stream<Path> modules = Files.walk(ROOT, 2)) {
            List<Source> sources = modules.filter(module -> Files.exists(module.resolve("pom.xml")))
                    .map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(SourceTree::sourcesBelow)
                    .sorted((one, other) -> one.file().compareTo(other.file()))
                    .toList();
            if (sources.isEmpty()) {
                throw new IllegalStateException("No main sources below " + ROOT);
            }
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Source> sourcesBelow(Path root) {
        String module = ROOT.relativize(root.resolve("../../..").normalize()).toString();
        try (Stream<Path> files = Files.walk(root)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(file -> new Source(module, packageOf(root.relativize(file)), file))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String packageOf(Path file) {
        Path folder = file.getParent();
        return folder == null
                ? ""
                : folder.toString().replace(folder.getFileSystem().getSeparator(), ".");
    }
}
