package io.dsreview.superset;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.error.Problem;
import io.dsreview.api.error.ProblemText;
import io.dsreview.api.execution.DatasetRevision;
import io.dsreview.api.superset.SupersetCompilationAdapter.Compilation;
import io.dsreview.api.superset.SupersetCompilationAdapter.RevisionReading;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What another person does to the dataset or to the identity between recovery and preview. */
class ChangesInBetweenTest {

    private static final String DATASET = "GET /api/v1/dataset/7";

    private final FakeSuperset server = Operation.server();
    private final Superset superset = server.connect();

    @BeforeEach
    void recover() {
        assertThat(Operation.problems(Operation.RECOVER.run(superset))).isEmpty();
    }

    @AfterEach
    void close() {
        superset.close();
        server.close();
    }

    private static void assertSays(String code, Object result) {
        List<Problem> problems = Operation.problems(result);
        assertThat(problems).extracting(Problem::code).containsExactly(code);
        assertThat(ProblemText.of(problems.get(0), Locale.ENGLISH).cure()).isNotBlank();
    }

    @Test
    void aDatasetThatIsDeletedOrNoLongerShownIsNotFoundAndNothingIsCompiled() {
        server.json(DATASET, 404, "{\"message\":\"Not found\"}");

        assertSays("SUPERSET_NOT_FOUND", Operation.READ_REVISION.run(superset));
        assertSays("SUPERSET_NOT_FOUND", Operation.COMPILE.run(superset));
        assertThat(server.requestsOf("/api/v1/chart/data")).isEmpty();
    }

    @Test
    void aRoleThatIsTakenBetweenReadingTheDatasetAndCompilingIsARefusal() {
        server.json(
                "POST /api/v1/chart/data",
                403,
                "{\"errors\":[{\"message\":\"You need access\",\"error_type\":\"DATASOURCE_SECURITY_ACCESS_ERROR\"}]}");

        assertSays("SUPERSET_ACCESS_DENIED", Operation.COMPILE.run(superset));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT 2", "SELECT region, status FROM orders WHERE region = '{{ url_param('region') }}'"})
    void aDatasetThatIsChangedHasAnotherRevision(String sql) {
        DatasetRevision before = revision();

        server.json(DATASET, 200, Shop.datasetBody(sql, "2026-01-01T00:00:01"));

        assertThat(revision().revision()).isNotEqualTo(before.revision());
    }

    @Test
    void aDatasetThatIsDeletedOnlyBeforeCompilingGivesNoSql() {
        server.json("POST /api/v1/chart/data", 404, "{\"message\":\"Not found\"}");

        Object result = Operation.COMPILE.run(superset);

        assertThat(result).isInstanceOf(Compilation.Failed.class);
        assertSays("SUPERSET_NOT_FOUND", result);
    }

    private DatasetRevision revision() {
        return ((RevisionReading.Known) Operation.READ_REVISION.run(superset)).revision();
    }
}
