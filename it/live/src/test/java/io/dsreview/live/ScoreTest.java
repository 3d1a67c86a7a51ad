package io.dsreview.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.live.Score.Verdict;
import org.junit.jupiter.api.Test;

/** The comparison itself: a wrong recovery must not pass for a right one. Needs no bed. */
class ScoreTest {

    private final Items truth = new Items();
    private final Items told = new Items();

    private Score score() {
        Score score = new Score();
        score.add("link", truth, told);
        return score;
    }

    @Test
    void findsEachWayToBeWrong() {
        truth.say("filter a", "EMEA", "URL");
        told.say("filter a", "EMEA", "URL");
        truth.say("filter b", "EMEA", "URL");
        told.say("filter b", "EMEA", "DEFAULT");
        truth.say("filter c", "1");
        truth.say("filter d", "1");
        told.doubt("filter d", "RECOVERY_FILTER_TARGET_GONE");
        truth.doubt("filter d", "COLUMN_GONE");
        told.say("filter e", "1");

        Score score = score();

        assertThat(score.count(Verdict.RIGHT)).isEqualTo(2);
        assertThat(score.count(Verdict.WRONG)).isEqualTo(1);
        assertThat(score.count(Verdict.MISSING_AND_SILENT)).isEqualTo(1);
        assertThat(score.count(Verdict.MISSING_AND_REPORTED)).isEqualTo(1);
        assertThat(score.count(Verdict.INVENTED)).isEqualTo(1);
    }

    @Test
    void findsDoubtsThatAreNotSaidOrNotDue() {
        truth.doubt("filter a", "COLUMN_GONE");
        truth.doubt("filter b", "COLUMN_GONE");
        told.doubt("filter b", "RECOVERY_FILTER_LEFT_OVER");
        told.doubt("filter c", "RECOVERY_FILTER_LEFT_OVER");
        truth.doubt("filter d", "A_NEW_REASON");
        told.doubt("filter d", "RECOVERY_FILTER_LEFT_OVER");

        Score score = score();

        assertThat(score.count(Verdict.RIGHT)).isZero();
        assertThat(score.count(Verdict.MISSING_AND_SILENT)).isEqualTo(1);
        assertThat(score.count(Verdict.WRONG)).isEqualTo(2);
        assertThat(score.count(Verdict.INVENTED)).isEqualTo(1);
    }

    @Test
    void takesALinkThatFailedForReportedAsAWhole() {
        truth.say("filter a", "1");
        truth.doubt("filter b", "COLUMN_GONE");
        told.doubt(Told.LINK, "SUPERSET_TIMEOUT");

        assertThat(score().count(Verdict.MISSING_AND_REPORTED)).isEqualTo(2);
    }
}
