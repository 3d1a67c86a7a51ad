package io.dsreview.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.RecoveryItem.Kind;
import io.dsreview.api.superset.RecoveryItem.State;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;

/** Prints which shapes of link each Superset version's context is recovered from. */
class SupersetMatrixTest {

    private static final String WRONG = "WRONG";

    /** What a shape of link decides; whether a filter's column is gone is not the link's matter. */
    private static final Set<Kind> OF_THE_LINK =
            Set.of(Kind.SERVER, Kind.DASHBOARD, Kind.CHART, Kind.STATE, Kind.URL_PARAMETER, Kind.QUERY);

    private static final Map<Bed, Map<MatrixRow, String>> CELLS = Beds.each();

    @OnEveryBed
    void recoversEachShapeOfLinkOrSaysWhyNot(Bed bed) {
        Map<MatrixRow, String> cells = new HashMap<>();
        MatrixRow.AREAS.forEach(area -> area.rows().forEach(row -> cells.put(row, cell(bed, row))));

        CELLS.put(bed, cells);
        assertThat(cells.values()).doesNotContain(WRONG);
    }

    @AfterAll
    static void theDocumentSaysWhatWasRecovered() throws Exception {
        if (!Beds.allAsked()) {
            return;
        }
        StringBuilder printed = new StringBuilder();
        for (MatrixRow.Area area : MatrixRow.AREAS) {
            printed.append("\n### ").append(area.title()).append("\n\n| link |");
            CELLS.keySet()
                    .forEach(bed -> printed.append(' ').append(bed.version()).append(" |"));
            printed.append("\n|---|").append("---|".repeat(CELLS.size())).append('\n');
            area.rows().forEach(row -> {
                printed.append("| `").append(row.shape()).append("` | ");
                printed.append(
                        CELLS.values().stream().map(cells -> cells.get(row)).collect(Collectors.joining(" | ")));
                printed.append(" |\n");
            });
        }
        new PrintedPart("superset-matrix.md", "links")
                .mustSay(printed.append('\n').toString());
    }

    private static String cell(Bed bed, MatrixRow row) {
        EveryLink.Seen seen = EveryLink.of(bed).get(row.link());
        if (seen == null) {
            return "not offered by this version";
        }
        Outcome outcome = seen.administrator();
        Score score = new Score();
        Items truth = Truth.of(bed.expected(row.link()));
        score.add(row.link(), truth, Told.of(outcome, truth.texts().get("kind")));
        if (score.count(Score.Verdict.RIGHT) < score.items()) {
            return WRONG;
        }
        if (outcome.context().isEmpty()) {
            return "refused (" + ShortWhy.of(outcome.problem().orElseThrow()) + ")";
        }
        Set<String> doubts = outcome.context().get().summary().items().stream()
                .filter(item -> item.state() != State.RECOVERED)
                .filter(item -> OF_THE_LINK.contains(item.kind()) || (item.required() && item.kind() == Kind.DATASET))
                .map(RecoveryItem::why)
                .map(ShortWhy::of)
                .collect(Collectors.toCollection(TreeSet::new));
        return doubts.isEmpty() ? "recovered" : "partial (" + String.join("; ", doubts) + ")";
    }
}
