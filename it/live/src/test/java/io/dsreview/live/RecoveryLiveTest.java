package io.dsreview.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.superset.observation.SupersetCall;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

/** Every link of the manifest, recovered and compared item by item with what the seed says about it. */
class RecoveryLiveTest {

    private static final int MOST_REQUESTS = 5;

    private static final Map<Bed, Score> SCORES = Beds.each();

    @AfterAll
    static void theDocumentSaysWhatWasCounted() throws Exception {
        if (!Beds.allAsked()) {
            return;
        }
        StringBuilder printed = new StringBuilder(
                "\n| Superset | links | items | right, value and origin | wrong |"
                        + " missing, and said to be | missing without a word | invented |\n|---|---|---|---|---|---|---|---|\n");
        SCORES.forEach((bed, score) -> printed.append(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %.2f %% | %d | %d | %d | %d |%n",
                bed.version(),
                bed.links().size(),
                score.items(),
                100 * score.right(),
                score.count(Score.Verdict.WRONG),
                score.count(Score.Verdict.MISSING_AND_REPORTED),
                score.count(Score.Verdict.MISSING_AND_SILENT),
                score.count(Score.Verdict.INVENTED))));

        new PrintedPart("superset-matrix.md", "items")
                .mustSay(printed.append('\n').toString());
    }

    @OnEveryBed
    void SX1_recoversEveryLinkAsTheSeedMadeIt(Bed bed) throws Exception {
        Score score = new Score();

        EveryLink.of(bed).forEach((link, seen) -> {
            Items truth = Truth.of(bed.expected(link));
            score.add(link, truth, Told.of(seen.administrator(), truth.texts().get("kind")));
        });

        SCORES.put(bed, score);
        Path report = Path.of("target", "recovery-" + bed.version() + ".txt");
        Files.writeString(report, score + "\n" + String.join("\n", score.differences()) + "\n");
        assertThat(score.items()).isGreaterThan(1_500);
        assertThat(score.right())
                .as("share of right items; the others are in it/live/%s", report)
                .isGreaterThanOrEqualTo(0.98);
        assertThat(score.count(Score.Verdict.INVENTED))
                .as("invented; see it/live/%s", report)
                .isZero();
        assertThat(score.count(Score.Verdict.MISSING_AND_SILENT))
                .as("missing without a word; see it/live/%s", report)
                .isZero();
    }

    @OnEveryBed
    void asksSupersetNoMoreThanFiveTimesAndOnceForEachDataset(Bed bed) {
        EveryLink.of(bed).forEach((link, seen) -> {
            List<String> calls = seen.calls().stream()
                    .filter(call -> call.attempt() == 1 && !call.fromCache())
                    .map(SupersetCall::request)
                    .toList();

            long datasets = calls.stream().filter("dataset"::equals).count();
            assertThat(calls.size() - datasets).as("%s: %s", link, calls).isLessThanOrEqualTo(MOST_REQUESTS);
            assertThat(datasets).as("%s: %s", link, calls).isLessThanOrEqualTo(touched(seen.administrator()));
        });
        assertThat(EveryLink.of(bed).values()).as("what was sent is seen").anySatisfy(seen -> assertThat(seen.calls())
                .isNotEmpty());
    }

    /** How many datasets a link touches: those told, those told to be gone, and the one that our templates put in. */
    private static long touched(Outcome outcome) {
        Items told = Told.of(outcome, "");
        long gone = told.doubts().keySet().stream()
                .filter(about -> about.startsWith("dataset "))
                .count();
        boolean nesting = told.texts().keySet().stream().anyMatch(key -> key.matches("filled \\d+ (dataset|metric)"));
        boolean missing = outcome.context()
                .map(RecoveredContext::datasets)
                .map(List::isEmpty)
                .orElse(true);
        return outcome.context().map(context -> context.datasets().size()).orElse(0)
                + gone
                + (nesting || missing ? 1 : 0);
    }
}
