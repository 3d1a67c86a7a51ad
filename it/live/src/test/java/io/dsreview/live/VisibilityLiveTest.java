package io.dsreview.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.RecoveryItem.State;
import io.dsreview.api.superset.SupersetLink;
import io.dsreview.live.Score.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What users see who may see little, through an instance through which an administrator has seen everything. */
class VisibilityLiveTest {

    @OnEveryBed
    void SX7_showsNothingToAUserWithoutDatasets(Bed bed) {
        EveryLink.of(bed).forEach((link, seen) -> seen.limited().context().ifPresent(context -> {
            assertThat(context.dashboardId()).as(link).isNull();
            assertThat(context.charts()).as(link).isEmpty();
            assertThat(context.datasets()).as(link).isEmpty();
            assertThat(context.filters()).as(link).allSatisfy(filter -> assertThat(holdsItself(context))
                    .isTrue());
        }));
    }

    @OnEveryBed
    void SX2_showsAReaderWhatSupersetShowsAndSaysWhatIsHidden(Bed bed) {
        Set<Long> visible = bed.visibleDatasets("reader");
        Score score = new Score();

        EveryLink.of(bed).forEach((link, seen) -> {
            Outcome outcome = seen.reader();
            assertThat(outcome).as("%s, after an administrator", link).isEqualTo(seen.readerAlone());
            Items truth = Truth.of(bed.expected(link));
            Items told = Told.of(outcome, truth.texts().get("kind"));
            boolean isShown =
                    outcome.context().isPresent() && Objects.equals(told.texts().get("found"), "true");
            if (isShown) {
                score.add(link, truth, told);
            }

            outcome.context().ifPresent(context -> {
                assertThat(context.datasets()).as(link).allSatisfy(dataset -> assertThat(visible)
                        .contains(dataset.reference().id()));
                if (context.dashboardId() != null) {
                    assertThat(bed.visibleDashboards("reader")).as(link).contains(context.dashboardId());
                }
                context.charts().stream()
                        .filter(chart -> !visible.contains(chart.datasetId()))
                        .forEach(chart -> assertThat(context.summary().items())
                                .as(link)
                                .anySatisfy(item -> saysHidden(item, chart.datasetId())));
            });
        });

        assertThat(score.items()).isGreaterThan(500);
        for (Verdict never : List.of(Verdict.WRONG, Verdict.INVENTED, Verdict.MISSING_AND_SILENT)) {
            assertThat(score.things(never)).as("%s", never).isEmpty();
        }
    }

    /** A form in the link itself tells its conditions to whoever has the link. */
    private static boolean holdsItself(RecoveredContext context) {
        return context.link() instanceof SupersetLink.Explore explore && explore.formData() != null;
    }

    private static void saysHidden(RecoveryItem item, long dataset) {
        assertThat(item.kind()).isEqualTo(RecoveryItem.Kind.DATASET);
        assertThat(item.datasetId()).isEqualTo(dataset);
        assertThat(item.state()).isEqualTo(State.UNRESOLVED);
    }
}
