package io.dsreview.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.live.PageComparison.Result;
import io.dsreview.live.PageComparison.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

/** A preview gives the rows that Superset's own page shows for the same link, and leaves nothing behind in Superset. */
class PagePreviewTest {

    private static final Map<Bed, List<Result>> COMPARED = Beds.each();

    @OnEveryBed
    void SC1_thePreviewedSqlReturnsTheRowsOfThePage(Bed bed) throws Exception {
        List<Result> results = PageComparison.of(bed);
        COMPARED.put(bed, results);

        assertThat(results)
                .filteredOn(each -> each.verdict() == Verdict.OTHER_ROWS || each.verdict() == Verdict.ONLY_PREVIEW)
                .isEmpty();
        assertThat(results)
                .filteredOn(each -> each.verdict() == Verdict.SAME_ROWS)
                .hasSizeGreaterThan(results.size() / 2);
    }

    @AfterAll
    static void theDocumentSaysWhatWasCompared() throws Exception {
        if (Beds.allAsked()) {
            new PrintedPart("superset-matrix.md", "previews").mustSay(new PageTable(COMPARED).text());
        }
    }
}
