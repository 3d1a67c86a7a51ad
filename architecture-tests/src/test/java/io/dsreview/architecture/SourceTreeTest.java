package io.dsreview.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.architecture.SourceTree.Source;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A stranger opens a folder and sees the domain, opens a file and sees one concept. */
class SourceTreeTest {

    private static final int LONGEST_FILE = 300;
    private static final int LARGEST_PACKAGE = 25;

    private final List<Source> sources = SourceTree.mainSources();

    @Test
    void noFileIsLongerThan300Lines() {
        List<String> tooLong = sources.stream()
                .filter(source -> source.lines().size() > LONGEST_FILE)
                .map(source ->
                        "%s has %d lines".formatted(source, source.lines().size()))
                .toList();

        assertThat(tooLong).as("main files with more than 300 lines").isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIs() {
        TreeSet<String> silent =
                sources.stream().map(Source::packageName).collect(Collectors.toCollection(TreeSet::new));
        sources.stream()
                .filter(source -> source.name().equals("package-info.java"))
                .filter(source -> source.lines().stream().anyMatch(line -> line.startsWith("/**")))
                .map(Source::packageName)
                .forEach(silent::remove);

        assertThat(silent).as("packages without a documented package-info.java").isEmpty();
    }

    @Test
    void noPackageHasMoreThan25Files() {
        TreeMap<String, Long> files = sources.stream()
                .collect(Collectors.groupingBy(Source::packageName, TreeMap::new, Collectors.counting()));
        System.out.println("Files by package: " + files.toString().replace("io.dsreview.", ""));

        List<String> tooLarge = files.entrySet().stream()
                .filter(count -> count.getValue() > LARGEST_PACKAGE)
                .map(count -> "%s has %d files".formatted(count.getKey(), count.getValue()))
                .toList();

        assertThat(tooLarge).as("packages with more than 25 files").isEmpty();
    }

    @Test
    void everyPackageBelongsToItsModule() {
        List<String> strangers = sources.stream()
                .filter(source -> !(source.packageName() + ".").startsWith(rootPackage(source.module()) + "."))
                .map(Source::toString)
                .toList();

        assertThat(strangers)
                .as("files outside the root package of their module")
                .isEmpty();
    }

    /** {@code dsreview-core} owns {@code io.dsreview.core}, {@code samples/quickstart} owns {@code io.dsreview.samples.quickstart}. */
    private static String rootPackage(String module) {
        String words = module.startsWith("dsreview") ? module : "dsreview." + module;
        return "io." + words.replaceAll("[-/\\\\]", ".");
    }
}
