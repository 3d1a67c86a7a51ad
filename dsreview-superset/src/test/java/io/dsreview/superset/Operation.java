package io.dsreview.superset;

import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.DatasetReference;
import io.dsreview.api.execution.ExecutionTarget;
import io.dsreview.api.execution.LaunchOutcome;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.mapping.FilterScalar;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.semantic.SemanticSourceResolver.Resolution;
import io.dsreview.api.superset.SupersetCompilationAdapter.Compilation;
import io.dsreview.api.superset.SupersetCompilationAdapter.RevisionReading;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import io.dsreview.api.superset.SupersetLink;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each thing that the two ports do over the wire, and the requests it makes. */
enum Operation {
    PROBE("POST /api/v1/security/login") {
        @Override
        Object run(Superset superset) {
            return superset.contextExtractor().probe(FakeSuperset.PROD, FakeSuperset.ANN);
        }
    },
    RECOVER(
            "POST /api/v1/security/login",
            "GET /api/v1/dashboard/1",
            "GET /api/v1/dashboard/1/charts",
            "GET /api/v1/dashboard/1/filter_state/key-1",
            "GET /api/v1/dataset/7") {
        @Override
        Object run(Superset superset) {
            return superset.contextExtractor()
                    .recover(
                            new SupersetLink.Dashboard(
                                    FakeSuperset.PROD, "1", null, "key-1", null, null, null, Map.of()),
                            FakeSuperset.ANN);
        }
    },
    RECOVER_PERMALINK("GET /api/v1/dashboard/permalink/perma1") {
        @Override
        Object run(Superset superset) {
            return superset.contextExtractor()
                    .recover(
                            new SupersetLink.Dashboard(
                                    FakeSuperset.PROD, null, "perma1", null, null, null, null, Map.of()),
                            FakeSuperset.ANN);
        }
    },
    READ_REVISION("GET /api/v1/dataset/7") {
        @Override
        Object run(Superset superset) {
            DatasetReference dataset = new DatasetReference(7, "orders", 3, "main", null);
            return superset.compilationAdapter()
                    .readRevision(
                            FakeSuperset.PROD,
                            dataset,
                            new ExecutionTarget.DatasetRows(List.of(), 10),
                            FakeSuperset.ANN);
        }
    },
    COMPILE("GET /api/v1/dataset/7", "POST /api/v1/chart/data") {
        @Override
        Object run(Superset superset) {
            return superset.compilationAdapter()
                    .compile(
                            Shop.inputs(Map.of(), Shop.onColumn("f1", "region", "IN", FilterScalar.text("EMEA"))),
                            FakeSuperset.ANN);
        }
    },
    APPLY_REFERENCE("POST /api/v1/security/login", "GET /api/v1/dataset/12") {
        @Override
        Object run(Superset superset) {
            return superset.referenceResolver()
                    .resolve(SemanticSource.dataset("prod", 12), List.of(new FieldId("region")), FakeSuperset.ANN);
        }
    },
    LAUNCH("POST /api/v1/security/login", "GET /api/v1/security/csrf_token/", "POST /api/v1/sqllab/execute/") {
        @Override
        Object run(Superset superset) {
            return superset.compilationAdapter().launch(Shop.launch("SELECT 1"), FakeSuperset.ANN);
        }
    };

    private final String requests;

    Operation(String... requests) {
        this.requests = String.join(",", requests);
    }

    abstract Object run(Superset superset);

    List<String> requests() {
        return List.of(requests.split(",", -1));
    }

    static FakeSuperset server() {
        FakeSuperset server = new FakeSuperset();
        prepare(server);
        return server;
    }

    /** Has a server answer everything well, whatever it was told before. */
    static void prepare(FakeSuperset server) {
        server.wellBehaved();
        Shop.fill(server, Shop.REGION_DEFAULT);
        Shop.savedState(server, "{}");
        Shop.permalink(server, "{}");
        server.json("GET /api/v1/dataset/12", 200, Shop.datasetBody("", "2026-01-01T00:00:00"));
    }

    /** Returns the problems in a result; none if it is a success. */
    static List<Problem> problems(Object result) {
        if (result instanceof Optional<?> probe) {
            return probe.map(problem -> List.of((Problem) problem)).orElse(List.of());
        } else if (result instanceof Recovery.Failed failed) {
            return List.of(failed.problem());
        } else if (result instanceof Resolution.Unusable unusable) {
            return List.of(unusable.problem());
        } else if (result instanceof RevisionReading.Unknown unknown) {
            return List.of(unknown.problem());
        } else if (result instanceof Compilation.Failed failed) {
            return failed.problems();
        } else if (result instanceof LaunchOutcome.Failed failed) {
            return List.of(failed.problem());
        } else if (result instanceof LaunchOutcome.Refused refused) {
            return List.of(refused.problem());
        } else if (result instanceof LaunchOutcome.Running running) {
            return List.of(running.problem());
        } else if (result instanceof LaunchOutcome.Unknown unknown) {
            return List.of(unknown.problem());
        }
        return List.of();
    }
}
