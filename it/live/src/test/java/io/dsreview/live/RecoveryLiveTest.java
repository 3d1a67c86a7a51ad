package io.dsreview.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.superset.observation.SupersetCall;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Every link of the manifest, recovered and compared item by item with what the seed says about it. */
class RecoveryLiveTest {

    private static final int MOST_REQUESTS = 5;

    @OnEveryBed
    void SX1_recoversEveryLinkAsTheSeedMadeIt(Bed bed) throws Exception {
        Score score = new Score();

        try (Recoveries recoveries = new Recoveries(bed)) {
            for (String link : bed.links()) {
                Items truth = Truth.of(bed.expected(link));
                score.add(
                        link,
                        truth,
                        Told.of(recoveries.recover(link, "admin"), truth.texts().get("kind")));
            }
        }

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
        try (Recoveries recoveries = new Recoveries(bed)) {
            recoveries.recover("regional_plain", "admin");
            assertThat(recoveries.newCalls()).extracting(SupersetCall::request).contains("login page");

            for (String link : bed.links()) {
                Outcome outcome = recoveries.recover(link, "admin");

                List<String> calls = recoveries.newCalls().stream()
                        .filter(call -> call.attempt() == 1 && !call.fromCache())
                        .map(SupersetCall::request)
                        .toList();
                long datasets = calls.stream().filter("dataset"::equals).count();
                assertThat(calls.size() - datasets).as("%s: %s", link, calls).isLessThanOrEqualTo(MOST_REQUESTS);
                assertThat(datasets).as("%s: %s", link, calls).isLessThanOrEqualTo(touched(outcome));
            }
        }
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
