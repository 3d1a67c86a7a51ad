package io.dsreview.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.RecoveryItem.Kind;
import io.dsreview.api.superset.RecoveryItem.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Prints which shapes of link each Superset version's context is recovered from. */
class SupersetMatrixTest {

    private static final String WRONG = "WRONG";

    /** What a shape of link decides; whether a filter's column is gone is not the link's matter. */
    private static final Set<Kind> OF_THE_LINK =
            Set.of(Kind.SERVER, Kind.DASHBOARD, Kind.CHART, Kind.STATE, Kind.URL_PARAMETER, Kind.QUERY);

    @Test
    void theDocumentSaysWhatWasRecovered() throws Exception {
        List<Bed> beds = Beds.asked();
        StringBuilder printed = new StringBuilder();
        for (MatrixRow.Area area : MatrixRow.AREAS) {
            printed.append("\n### ").append(area.title()).append("\n\n| link |");
            beds.forEach(bed -> printed.append(' ').append(bed.version()).append(" |"));
            printed.append("\n|---|").append("---|".repeat(beds.size())).append('\n');
            List<List<String>> columns = new ArrayList<>();
            for (Bed bed : beds) {
                try (Recoveries recoveries = new Recoveries(bed)) {
                    columns.add(area.rows().stream()
                            .map(row -> cell(bed, recoveries, row))
                            .toList());
                }
            }
            for (int i = 0; i < area.rows().size(); i++) {
                int row = i;
                printed.append("| `").append(area.rows().get(i).shape()).append("` | ");
                printed.append(columns.stream().map(column -> column.get(row)).collect(Collectors.joining(" | ")));
                printed.append(" |\n");
            }
        }

        assertThat(printed.toString()).doesNotContain(WRONG);
        if (Beds.allAsked()) {
            new PrintedPart("superset-matrix.md", "links")
                    .mustSay(printed.append('\n').toString());
        }
    }

    private static String cell(Bed bed, Recoveries recoveries, MatrixRow row) {
        if (!bed.links().contains(row.link())) {
            return "not offered by this version";
        }
        Outcome outcome = recoveries.recover(row.link(), "admin");
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
