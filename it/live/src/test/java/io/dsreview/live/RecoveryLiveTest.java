package io.dsreview.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** Every link of the manifest, recovered and compared item by item with what the seed says about it. */
class RecoveryLiveTest {

    @OnEveryBed
    void recoversEveryLinkAsTheSeedMadeIt(Bed bed) throws Exception {
        Score score = new Score();

        try (Recoveries recoveries = new Recoveries(bed)) {
            for (String link : bed.links()) {
                Items truth = Truth.of(bed.expected(link));
                Items told = Told.of(recoveries.recover(link, "admin"), truth.texts().get("kind"));
                score.add(link, truth, told);
            }
        }

        Path report = Path.of("target", "recovery-" + bed.version() + ".txt");
        Files.writeString(report, score + "\n" + String.join("\n", score.differences()) + "\n");
        assertThat(score.count(Score.Verdict.INVENTED)).isZero();
    }
}
