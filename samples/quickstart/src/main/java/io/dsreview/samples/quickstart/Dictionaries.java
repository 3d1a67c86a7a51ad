package io.dsreview.samples.quickstart;

import io.dsreview.CsvDictionary;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.semantic.SemanticSource.Dictionary;
import io.dsreview.samples.quickstart.story.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who says what the fields mean: what was named on the command line, else, without a live server, what belongs to the recording.
 *
 * @param file the CSV file that was named, or null
 * @param reference the trusted dataset that was named, or null
 * @param live true on a live server
 */
record Dictionaries(@Nullable Path file, @Nullable Long reference, boolean live) {

    Optional<? extends SemanticSource> first() {
        return reference == null ? csv() : Optional.of(SemanticSource.dataset(Stage.ENVIRONMENT, reference));
    }

    Optional<Dictionary> csv() {
        if (file != null) {
            return Optional.of(CsvDictionary.of(file));
        }
        return live ? Optional.empty() : Optional.of(recorded("orders.csv", "orders.csv"));
    }

    /** The recording has two sources that disagree, and a later version of the first. */
    Sources all() {
        return live || file != null
                ? Sources.only(first())
                : new Sources(
                        first(),
                        Optional.of(recorded("finance.csv", "finance.csv")),
                        Optional.of(recorded("orders.csv", "orders-2.csv")));
    }

    private static Dictionary recorded(String name, String file) {
        try (InputStream csv = Objects.requireNonNull(Quickstart.class.getResourceAsStream(file), file)) {
            return SemanticSource.csv(name, csv.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
