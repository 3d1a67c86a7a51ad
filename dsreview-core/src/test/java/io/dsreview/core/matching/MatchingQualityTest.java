package io.dsreview.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Measures the matcher against two that compare letters, and writes {@code docs/quality/semantics.md}. With
 * {@code -Dsemantics.columns=FILE} it measures on the headers of a file too, and prints that; with {@code -Ddocs.write=true} that
 * becomes what the page says of the headers of others.
 */
class MatchingQualityTest {

    private static final Path PAGE = Path.of("../docs/quality/semantics.md");
    private static final Path OF_OTHERS = Path.of("src/test/resources/io/dsreview/core/matching/headers-of-others.md");
    private static final double POINTS = 0.10;

    /** What three methods are worth at one precision: that of our answers, all of which are counted. */
    record Measured(LabelledHeaders set, MatchingScore ours, MatchingScore levenshtein, MatchingScore jaroWinkler) {

        static Measured on(LabelledHeaders set) {
            MatchingScore ours = MatchingScore.whole(MatchingMethod.ours(set), set);
            Function<MatchingMethod, MatchingScore> asPrecise =
                    method -> MatchingScore.at(ours.precision(), method, set);
            return new Measured(
                    set,
                    ours,
                    asPrecise.apply(MatchingMethod.levenshtein(set)),
                    asPrecise.apply(MatchingMethod.jaroWinkler(set)));
        }

        String table() {
            return String.join(
                    "\n",
                    "| method | recall at 1 | precision | answers | right |",
                    "|---|---|---|---|---|",
                    row("words, as dsreview compares them", ours),
                    row("Levenshtein, at the threshold that is as precise", levenshtein),
                    row("Jaro-Winkler, at the threshold that is as precise", jaroWinkler));
        }

        private static String row(String name, MatchingScore score) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %.1f %% | %.1f %% | %d | %d |",
                    name,
                    100 * score.recall(),
                    100 * score.precision(),
                    score.answered(),
                    score.right());
        }
    }

    @Test
    void SE3_findsTenOfAHundredMoreThanLevenshteinAtEqualPrecision() throws IOException {
        Measured measured = Measured.on(LabelledHeaders.own());
        measureTheFileThatIsNamed();

        Files.createDirectories(PAGE.getParent());
        Files.writeString(PAGE, page(measured));
        assertThat(measured.set().headers()).hasSizeGreaterThanOrEqualTo(300);
        assertThat(measured.ours().precision()).isGreaterThanOrEqualTo(0.9);
        assertThat(measured.ours().recall())
                .isGreaterThanOrEqualTo(measured.levenshtein().recall() + POINTS)
                .isGreaterThanOrEqualTo(measured.jaroWinkler().recall() + POINTS);
    }

    /** Headers of others, when somebody names a file of them. */
    private static void measureTheFileThatIsNamed() throws IOException {
        String file = System.getProperty("semantics.columns", "");
        if (file.isEmpty()) {
            return;
        }
        Measured measured = Measured.on(LabelledHeaders.of(Path.of(file)));
        String result = size(measured) + "\n\n" + measured.table() + "\n";
        System.out.println(result);
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(OF_OTHERS, result);
        }
        assertThat(measured.ours().recall())
                .isGreaterThanOrEqualTo(measured.levenshtein().recall() + POINTS);
    }

    private static String page(Measured measured) throws IOException {
        return Stream.of(
                                "# How well similar names are found",
                                "Written by `MatchingQualityTest`, which fails when fewer than 10 of 100 more are found than by Levenshtein's distance.",
                                "The headers are ours, in `dsreview-core/src/test/resources/io/dsreview/core/matching/headers.txt`: "
                                        + size(measured)
                                        + " They hold abbreviations, five languages, two scripts, and names written together. "
                                        + "Whoever wrote them wrote the lexicon too, so the first row flatters.",
                                measured.table(),
                                "*Recall at 1*: of all headers that are about an entry, how many get it as the first answer. *Precision*: of all "
                                        + "answers, how many are right; an answer to a header that is about no entry is wrong. The other two methods get "
                                        + "lower case, one separator, and the better of an entry's two names, and of all their thresholds the one with "
                                        + "the highest recall among those that are at least as precise.",
                                "## Headers of others",
                                "The column names of open government data, against their semantic types by their bare names, as "
                                        + "[tsegall/semantic-types](https://github.com/tsegall/semantic-types) labels them (a fifth of its tables, "
                                        + "at commit 782d9128; no part of this repository): "
                                        + Files.readString(OF_OTHERS).strip(),
                                "Many of these types are no names (a date's format, `YES_NO`, `TRUE_FALSE`); no method finds them by name. Measured, when it was last asked for, by `mvn -pl dsreview-core -am test "
                                        + "-Dtest=MatchingQualityTest -Dsurefire.failIfNoSpecifiedTests=false -Dsemantics.columns=FILE "
                                        + "-Ddocs.write=true`, where each line of the file is a JSON object with `header` and `semantic_type`; it "
                                        + "fails where fewer than 10 of 100 more are found than by Levenshtein's distance.",
                                "Applied without a person: 0, by construction; a similar name is of low confidence, and what is of low confidence is "
                                        + "only offered (`SimilarNamesTest`).")
                        .reduce((one, other) -> one + "\n\n" + other)
                        .orElseThrow()
                + "\n";
    }

    private static String size(Measured measured) {
        List<LabelledHeaders.Labelled> all = List.copyOf(measured.set().headers());
        long about = all.stream().filter(each -> each.entry() != null).count();
        return all.size() + " headers, " + about + " of them about one of "
                + measured.set().dictionary().size() + " entries, the others about none.";
    }
}
