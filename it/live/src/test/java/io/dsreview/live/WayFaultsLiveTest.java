package io.dsreview.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.Review;
import io.dsreview.ReviewResult;
import io.dsreview.api.command.CommandResult.Rejected;
import io.dsreview.api.command.RecoveryCommand.RecoverContext;
import io.dsreview.api.error.Problem;
import io.dsreview.api.error.ProblemText;
import io.dsreview.api.session.Recovery;
import io.dsreview.api.session.Recovery.Phase;
import io.dsreview.api.session.SessionQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import mockwebserver3.MockWebServer;

/** A running Superset whose answers are disturbed on the way, at each step of a review that asks it something. */
class WayFaultsLiveTest {

    private static final String DATASET = "GET /api/v1/dataset/";

    @OnEveryBed
    void eachBecomesTheProblemThatTheDocumentNames(Bed bed) throws Exception {
        StringBuilder printed = new StringBuilder("""

                | on the way from Superset | problem, at each of the five steps | its cure |
                |---|---|---|
                """);
        for (WayFault fault : WayFault.values()) {
            try (MockWebServer elsewhere = new MockWebServer();
                    FaultBench bench = FaultBench.as("admin", bed, fault.deadline())) {
                elsewhere.start();
                List<Problem> problems = problems(bed, bench, fault, "http://127.0.0.1:" + elsewhere.getPort());

                assertThat(elsewhere.getRequestCount()).isZero();
                assertThat(problems)
                        .as("%s", fault)
                        .hasSize(5)
                        .extracting(Problem::code)
                        .containsOnly(fault.code());
                printed.append("| ").append(fault.words()).append(" | `").append(fault.code());
                printed.append("` | ").append(cure(problems)).append(" |\n");
            }
        }

        new PrintedPart("superset-faults.md", "way")
                .mustSay(printed.append('\n').toString());
    }

    private static String cure(List<Problem> problems) {
        Set<String> cures = problems.stream()
                .map(problem -> ProblemText.of(problem, Locale.ENGLISH).cure())
                .collect(Collectors.toSet());
        assertThat(cures).hasSize(1);
        return cures.iterator().next();
    }

    /** The problems at each step; after each the same step without the fault gives what it gave before. */
    private static List<Problem> problems(Bed bed, FaultBench bench, WayFault fault, String elsewhere) {
        List<Problem> problems = new ArrayList<>();
        Review ready = bench.ready(bed);

        disturb(bench, "POST /api/v1/security/login", fault, elsewhere);
        problems.add(atTheStart(bed, bench));

        disturb(bench, "GET /api/v1/dashboard/", fault, elsewhere);
        Review lost = FaultBench.inTime(() -> ready.execute(RecoverContext::new).orElseThrow());
        problems.add(failedRecovery(bench, lost, ready));
        Review recovered = lost.execute(RecoverContext::new).orElseThrow();
        assertThat(recovered.session().recovery().context())
                .isEqualTo(ready.session().recovery().context());
        bench.assertUnchanged(recovered, ready);

        disturb(bench, DATASET, fault, elsewhere);
        Review unread = FaultBench.inTime(() -> recovered.preview().orElseThrow());
        bench.way.stop();
        problems.add(bench.failedPreview(unread, recovered));

        disturb(bench, "POST /api/v1/chart/data", fault, elsewhere);
        Review uncompiled = FaultBench.inTime(() -> unread.preview().orElseThrow());
        bench.way.stop();
        problems.add(bench.failedPreview(uncompiled, unread));

        Review again = uncompiled.preview().orElseThrow();
        assertThat(again.compiledSql()).isEqualTo(ready.compiledSql());
        disturb(bench, DATASET, fault, elsewhere);
        ReviewResult launch =
                FaultBench.inTime(() -> again.launch(again.readiness().summary()));
        bench.way.stop();
        assertThat(bench.way.newRequests()).noneMatch(line -> line.contains("/sqllab/execute/"));
        problems.add(bench.refused(launch, again));
        return problems;
    }

    private static void disturb(FaultBench bench, String line, WayFault fault, String elsewhere) {
        bench.way.newRequests();
        bench.way.answers(line, answer -> fault.disturb(answer, elsewhere));
    }

    /** A start that is refused leaves no session. */
    private static Problem atTheStart(Bed bed, FaultBench bench) {
        int before = bench.reviews
                .repository()
                .list(Bed.ANN, SessionQuery.DEFAULT)
                .sessions()
                .size();
        ReviewResult result =
                FaultBench.inTime(() -> bench.reviews.start(Bed.ANN, bench.way.link(bed.link("regional_permalink"))));
        bench.way.stop();
        assertThat(bench.reviews
                        .repository()
                        .list(Bed.ANN, SessionQuery.DEFAULT)
                        .sessions())
                .hasSize(before);
        return FaultBench.only(((Rejected) result.command()).problems());
    }

    /** A recovery that fails keeps what was recovered before, and says why it failed. */
    private static Problem failedRecovery(FaultBench bench, Review after, Review before) {
        bench.way.stop();
        Recovery recovery = after.session().recovery();
        assertThat(recovery.phase()).isEqualTo(Phase.FAILED);
        assertThat(recovery.context()).isEqualTo(before.session().recovery().context());
        bench.assertUnchanged(after, before);
        return FaultBench.only(List.of(Objects.requireNonNull(recovery.failure())));
    }
}
