package io.dsreview.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.Review;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.superset.SupersetCredential;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What becomes of a review whose identity is lost in the middle, on running Supersets. */
class IdentityFaultsLiveTest {

    private static final String DATASET = "GET /api/v1/dataset/";
    private static final String EXECUTE = "POST /api/v1/sqllab/execute/";
    private static final int ALWAYS = Integer.MAX_VALUE;

    private static UnaryOperator<Map<String, String>> withToken(String token) {
        return headers -> {
            headers.put("Authorization", "Bearer " + token);
            return headers;
        };
    }

    private static Map<String, String> withoutSession(Map<String, String> headers) {
        headers.remove("Cookie");
        return headers;
    }

    @OnEveryBed
    void aLoginThatExpiresIsRenewedWithoutAWord(Bed bed) throws Exception {
        String token = new PlainClient(bed.base(), "admin", bed.password("admin")).token();
        try (FaultBench bench = FaultBench.as("admin", bed)) {
            Review ready = bench.ready(bed);
            bench.way.newRequests();
            bench.way.sends(DATASET, 1, withToken(ExpiredToken.of(bed, token)));

            Review after = FaultBench.inTime(() -> ready.preview().orElseThrow());

            assertThat(after.compiledSql()).isEqualTo(ready.compiledSql());
            assertThat(bench.way.newRequests()).contains("POST /api/v1/security/refresh");
            bench.assertUnchanged(after, ready);
        }
    }

    @OnEveryBed
    void aTokenThatExpiresAndCannotBeRenewedIsSaidSo(Bed bed) throws Exception {
        String token = new PlainClient(bed.base(), "admin", bed.password("admin")).token();
        try (FaultBench bench = new FaultBench(bed, SupersetCredential.bearer("admin", token))) {
            Review ready = bench.ready(bed);
            bench.way.sends(DATASET, ALWAYS, withToken(ExpiredToken.of(bed, token)));

            Problem preview =
                    bench.failedPreview(FaultBench.inTime(() -> ready.preview().orElseThrow()), ready);
            bench.way.stop();
            Review again = bench.reviews
                    .find(Bed.ANN, ready.id())
                    .orElseThrow()
                    .preview()
                    .orElseThrow();
            bench.way.sends(DATASET, ALWAYS, withToken(ExpiredToken.of(bed, token)));
            Problem launch = bench.refused(
                    FaultBench.inTime(() -> again.launch(again.readiness().summary())), again);

            assertThat(List.of(preview.code(), launch.code())).containsOnly("SUPERSET_TOKEN_REFUSED");
        }
    }

    @OnEveryBed
    void aCsrfTokenWhoseSessionEndedIsFetchedAnewAndTheLaunchRunsOnce(Bed bed) throws Exception {
        try (FaultBench bench = FaultBench.as("admin", bed)) {
            Review ready = bench.ready(bed);
            bench.way.newRequests();
            bench.way.sends(EXECUTE, 1, IdentityFaultsLiveTest::withoutSession);

            Review after = FaultBench.inTime(
                    () -> ready.launch(ready.readiness().summary()).orElseThrow());

            assertThat(after.session().execution().lastLaunch().orElseThrow().outcome())
                    .isInstanceOf(LaunchOutcome.Succeeded.class);
            assertThat(bench.way.newRequests())
                    .filteredOn(line -> line.equals(EXECUTE) || line.contains("csrf_token"))
                    .containsExactly(
                            "GET /api/v1/security/csrf_token/", EXECUTE, "GET /api/v1/security/csrf_token/", EXECUTE);
        }
    }

    @OnEveryBed
    void aCsrfTokenThatIsNeverAcceptedEndsTheAttemptAndNothingRuns(Bed bed) throws Exception {
        try (FaultBench bench = FaultBench.as("admin", bed)) {
            Review ready = bench.ready(bed);
            bench.way.sends(EXECUTE, ALWAYS, IdentityFaultsLiveTest::withoutSession);

            Review after = FaultBench.inTime(
                    () -> ready.launch(ready.readiness().summary()).orElseThrow());

            LaunchOutcome outcome =
                    after.session().execution().lastLaunch().orElseThrow().outcome();
            assertThat(outcome).isInstanceOfSatisfying(LaunchOutcome.Failed.class, refused -> assertThat(
                            FaultBench.only(List.of(refused.problem())).code())
                    .isEqualTo("SUPERSET_CSRF_REFUSED"));
            assertThat(after.session().mappings()).isEqualTo(ready.session().mappings());
            assertThat(after.audit().verify().isVerified()).isTrue();
        }
    }

    @OnEveryBed
    void aRoleThatIsTakenBetweenRecoveryAndPreviewHidesTheDatasetUntilItIsGivenBack(Bed bed) throws Exception {
        Administrator administrator = new Administrator(bed);
        try (FaultBench bench = FaultBench.as("reader", bed)) {
            Review ready = bench.ready(bed);
            Problem preview;
            Problem launch;
            try (Administrator.Taken taken = administrator.take("shop_reader", "[regional_orders]")) {
                launch = bench.refused(
                        FaultBench.inTime(() -> ready.launch(ready.readiness().summary())), ready);
                preview = bench.failedPreview(
                        FaultBench.inTime(() -> ready.preview().orElseThrow()), ready);
                assertThat(taken.permissions()).isEqualTo(1);
            }

            assertThat(List.of(preview.code(), launch.code())).containsOnly("SUPERSET_NOT_FOUND");
            Review back = bench.reviews
                    .find(Bed.ANN, ready.id())
                    .orElseThrow()
                    .preview()
                    .orElseThrow();
            assertThat(back.compiledSql()).isEqualTo(ready.compiledSql());
        }
    }
}
