package io.dsreview.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.execution.DatasetRevision;
import io.dsreview.api.execution.EffectiveInputs;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.execution.HandOffLink;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.execution.LaunchTerms;
import io.dsreview.api.execution.QueryResults;
import io.dsreview.api.execution.SentLaunch;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.superset.SupersetCompilationAdapter;
import io.dsreview.api.superset.SupersetCredential;
import io.dsreview.api.superset.SupersetCredentials;
import io.dsreview.superset.LaunchMode;
import io.dsreview.superset.Superset;
import io.dsreview.superset.SupersetConfig;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Launches on a running Superset: what is in its history afterwards, as an independent client sees it. */
class LaunchLiveTest {

    /** A launch is looked up by its client id and SQL, whatever its terms were. */
    private static final LaunchTerms TERMS = new LaunchTerms(5, false, null);

    private static final EnvironmentId LIVE = new EnvironmentId("live");
    private static final String ASYNC_ALLOWED = "{\"result\":{\"allow_run_async\":true}}";
    private static final String EXECUTE = "/api/v1/sqllab/execute/";

    /** Differs on every run, so that a query can be told from all others in the history. */
    private final String mark = UUID.randomUUID().toString().replace("-", "").substring(0, 11);

    private static Superset connect(Bed bed, String base, String user, LaunchMode mode) {
        return Superset.connect(SupersetConfig.builder()
                .environment(
                        LIVE.value(),
                        URI.create(base),
                        SupersetCredentials.fixed(SupersetCredential.password(user, bed.password(user))))
                .launchMode(mode)
                .callTimeout(Duration.ofSeconds(6))
                .build());
    }

    private static EffectiveInputs inputs(Bed bed, int rows) {
        return new EffectiveInputs(
                LIVE,
                bed.dataset("orders"),
                DatasetRevision.of("any", "admin"),
                new DatasetRows(List.of(new FieldId("region")), rows),
                List.of(),
                Map.of(),
                Map.of());
    }

    private String sql(String end) {
        return "SELECT region AS \"r_" + mark + "\" FROM orders" + end;
    }

    /** Launches on the terms that the adapter itself names. */
    private static LaunchOutcome launch(
            SupersetCompilationAdapter adapter, EffectiveInputs inputs, String sql, String clientId) {
        LaunchTerms terms = adapter.terms(inputs, sql, Bed.ANN);
        return adapter.launch(new SentLaunch(inputs, sql, clientId, terms, Instant.now()), Bed.ANN);
    }

    private static PlainClient witness(Bed bed) throws Exception {
        return new PlainClient(bed.base(), "admin", bed.password("admin"));
    }

    @OnEveryBed
    void runsTheVerySqlAndARepeatFindsTheFirstRun(Bed bed) throws Exception {
        try (Superset superset = connect(bed, bed.base(), "admin", LaunchMode.SYNC)) {
            SupersetCompilationAdapter adapter = superset.compilationAdapter();
            LaunchOutcome first = launch(adapter, inputs(bed, 7), sql(""), mark);

            LaunchOutcome repeat = launch(adapter, inputs(bed, 7), sql(""), mark);

            assertThat(first)
                    .isInstanceOfSatisfying(LaunchOutcome.Succeeded.class, success -> assertThat(success.results())
                            .isEqualTo(new QueryResults(7, 7, true, null)));
            assertThat(repeat).isEqualTo(first);
            assertThat(adapter.lookUp(new SentLaunch(inputs(bed, 7), sql(""), mark, TERMS, Instant.now()), Bed.ANN))
                    .isEqualTo(first);
            assertThat(witness(bed).runs(sql(""))).isEqualTo(1);
        }
    }

    @OnEveryBed
    void keepsTheLimitOfTheSqlBelowTheOneThatIsWanted(Bed bed) {
        try (Superset superset = connect(bed, bed.base(), "admin", LaunchMode.SYNC)) {
            assertThat(launch(superset.compilationAdapter(), inputs(bed, 100), sql(" LIMIT 3"), mark))
                    .isInstanceOfSatisfying(LaunchOutcome.Succeeded.class, success -> assertThat(success.results())
                            .isEqualTo(new QueryResults(3, 3, true, null)));
        }
    }

    @OnEveryBed
    void saysThatNothingWasCutWhereAllRowsCame(Bed bed) {
        try (Superset superset = connect(bed, bed.base(), "admin", LaunchMode.SYNC)) {
            String all = "SELECT DISTINCT region AS \"r_" + mark + "\" FROM orders WHERE region = 'EMEA'";

            for (int limit : List.of(1, 100)) {
                String clientId = mark.substring(0, 8) + limit;
                assertThat(launch(superset.compilationAdapter(), inputs(bed, limit), all, clientId))
                        .isInstanceOfSatisfying(LaunchOutcome.Succeeded.class, success -> assertThat(success.results())
                                .isEqualTo(new QueryResults(1, limit, false, null)));
            }
        }
    }

    @OnEveryBed
    void aLostAnswerIsFoundInTheHistoryAndNothingRunsTwice(Bed bed) throws Exception {
        try (LossyProxy proxy = new LossyProxy(bed.base()).losing(EXECUTE);
                Superset superset = connect(bed, proxy.base(), "admin", LaunchMode.SYNC)) {
            LaunchOutcome outcome = launch(superset.compilationAdapter(), inputs(bed, 5), sql(""), mark);

            assertThat(outcome).isInstanceOfSatisfying(LaunchOutcome.Succeeded.class, success -> {
                assertThat(success.results()).isEqualTo(new QueryResults(5, 5, true, null));
                assertThat(success.executedSql()).isNotNull();
            });
            assertThat(witness(bed).runs(sql(""))).isEqualTo(1);
        }
    }

    @OnEveryBed
    void aLaunchThatNeverArrivedStaysUnknown(Bed bed) throws Exception {
        try (Superset superset = connect(bed, bed.base(), "admin", LaunchMode.SYNC)) {
            assertThat(superset.compilationAdapter()
                            .lookUp(new SentLaunch(inputs(bed, 5), sql(""), mark, TERMS, Instant.now()), Bed.ANN))
                    .isInstanceOf(LaunchOutcome.Unknown.class);
            assertThat(witness(bed).runs(sql(""))).isZero();
        }
    }

    /** No bed has a worker unless a test starts one, and only the proxy says that the database allows one. */
    @OnEveryBed
    void aQueueThatNobodyWorksOnEndsTypedAndIsFoundLater(Bed bed) throws Exception {
        try (LossyProxy proxy = new LossyProxy(bed.base()).giving("/api/v1/database/1", ASYNC_ALLOWED);
                Superset superset = connect(bed, proxy.base(), "admin", LaunchMode.ASYNC)) {
            SupersetCompilationAdapter adapter = superset.compilationAdapter();
            Instant start = Instant.now();

            LaunchOutcome outcome = launch(adapter, inputs(bed, 5), sql(""), mark);

            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
            SentLaunch sent = new SentLaunch(inputs(bed, 5), sql(""), mark, TERMS, start);
            assertThat(outcome).isInstanceOfSatisfying(LaunchOutcome.Running.class, running -> {
                assertThat(running.reference().queryId()).isPositive();
                assertThat(running.problem().arguments()).containsEntry("state", "pending");
                assertThat(adapter.lookUp(sent, Bed.ANN)).isEqualTo(running);
                assertThat(adapter.stop(sent, Bed.ANN))
                        .as("SQLite cannot stop a query that waits")
                        .isInstanceOfSatisfying(LaunchOutcome.Running.class, still -> {
                            assertThat(still.reference()).isEqualTo(running.reference());
                            assertThat(still.problem().code()).isEqualTo("SQLLAB_NOT_STOPPED");
                        });
            });
            assertThat(witness(bed).runs(sql(""))).isEqualTo(1);
        }
    }

    @OnEveryBed
    void whatAWorkerRunsLaterIsFoundWhenItIsLookedUp(Bed bed) throws Exception {
        try (LossyProxy proxy = new LossyProxy(bed.base()).giving("/api/v1/database/1", ASYNC_ALLOWED);
                Superset superset = connect(bed, proxy.base(), "admin", LaunchMode.ASYNC)) {
            SupersetCompilationAdapter adapter = superset.compilationAdapter();
            SentLaunch sent = new SentLaunch(inputs(bed, 5), sql(""), mark, TERMS, Instant.now());
            LaunchOutcome launched = launch(adapter, inputs(bed, 5), sql(""), mark);
            assertThat(launched).isInstanceOf(LaunchOutcome.Running.class);

            LaunchOutcome found = launched;
            Instant latest = Instant.now().plusSeconds(120);
            Worker worker = Worker.of(bed);
            try {
                while (found instanceof LaunchOutcome.Running && Instant.now().isBefore(latest)) {
                    // The worker and the server share the cores: who asks without a pause keeps it from starting.
                    TimeUnit.MILLISECONDS.sleep(500);
                    found = adapter.lookUp(sent, Bed.ANN);
                }
            } finally {
                worker.stop();
            }

            assertThat(found).isInstanceOfSatisfying(LaunchOutcome.Succeeded.class, success -> {
                assertThat(success.reference()).isEqualTo(((LaunchOutcome.Running) launched).reference());
                assertThat(success.results())
                        .as("the beds keep no results")
                        .isEqualTo(new QueryResults(5, 5, true, null));
            });
            assertThat(witness(bed).runs(sql(""))).isEqualTo(1);
        }
    }

    @OnEveryBed
    void theLinkOfARunOpensIt(Bed bed) throws Exception {
        try (Superset superset = connect(bed, bed.base(), "admin", LaunchMode.SYNC)) {
            LaunchOutcome.Succeeded run =
                    (LaunchOutcome.Succeeded) launch(superset.compilationAdapter(), inputs(bed, 5), sql(""), mark);

            assertThat(run.reference().link())
                    .isEqualTo(
                            bed.base() + "/sqllab/?queryId=" + run.reference().queryId());
            assertThat(BrowserSession.open(
                            bed.base(),
                            "admin",
                            bed.password("admin"),
                            run.reference().link()))
                    .isEqualTo(200);
            assertThat(witness(bed).get("/api/v1/query/" + run.reference().queryId()))
                    .extractingByKey("result")
                    .satisfies(query ->
                            assertThat((Map<?, ?>) query).extracting("sql").isEqualTo(sql("")));
        }
    }

    @OnEveryBed
    void theLinkOfAHandOffCarriesALongSqlWhereThereArePermalinks(Bed bed) throws Exception {
        boolean permalinks = Integer.parseInt(bed.version().substring(0, 1)) >= 5;
        String longSql = sql(" WHERE region <> '" + "x".repeat(9_000) + "'");
        try (Superset superset = connect(bed, bed.base(), "admin", LaunchMode.SYNC)) {
            HandOffLink plain = superset.compilationAdapter().handOffLink(inputs(bed, 5), sql(""), Bed.ANN);
            HandOffLink longer = superset.compilationAdapter().handOffLink(inputs(bed, 5), longSql, Bed.ANN);

            assertThat(plain.carriesSql()).isTrue();
            assertThat(longer.carriesSql()).isEqualTo(permalinks);
            for (HandOffLink each : List.of(plain, longer)) {
                assertThat(BrowserSession.open(bed.base(), "admin", bed.password("admin"), each.link()))
                        .isEqualTo(200);
            }
            if (permalinks) {
                assertThat(longer.link()).startsWith(bed.base() + "/sqllab/p/");
                assertThat(stored(bed, longer)).containsEntry("sql", longSql).containsEntry("dbId", 1L);
            }
        }
    }

    @OnEveryBed
    void aRefusedLaunchStillGetsALink(Bed bed) {
        try (Superset superset = connect(bed, bed.base(), "reader", LaunchMode.SYNC)) {
            assertThat(launch(superset.compilationAdapter(), inputs(bed, 5), sql(""), mark))
                    .isInstanceOf(LaunchOutcome.Refused.class);
            assertThat(superset.compilationAdapter().handOffLink(inputs(bed, 5), sql(""), Bed.ANN))
                    .satisfies(link -> {
                        assertThat(link.carriesSql()).isTrue();
                        assertThat(link.link()).startsWith(bed.base() + "/sqllab/?dbid=1");
                    });
        }
    }

    private static Map<String, Object> stored(Bed bed, HandOffLink link) throws Exception {
        String key = link.link().replaceAll(".*/sqllab/p/", "").replace("/", "");
        return witness(bed).get("/api/v1/sqllab/permalink/" + key);
    }
}
