package io.dsreview.superset.compile;

import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.EffectiveInputs;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.superset.SupersetCompilationAdapter.Compilation;
import io.dsreview.superset.error.SupersetErrorCode;
import io.dsreview.superset.http.Answer;
import io.dsreview.superset.http.ApiRequest;
import io.dsreview.superset.http.Json;
import io.dsreview.superset.http.ServerWords;
import io.dsreview.superset.http.SupersetFailures;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an answer of the chart data API means. The SQL is taken as it is; an error, which Superset 6 puts into a
 * successful answer, even beside an SQL, is pointed at the inputs that its words name.
 */
final class ChartDataVerdict {

    private static final int MOST_TARGETS = 5;
    /** What 4.1 and 5.0 take some quoted names and values for; they answer 403 then. */
    private static final String SUBQUERY = "ADHOC_SUBQUERY_NOT_ALLOWED_ERROR";

    private final EffectiveInputs inputs;
    private final ApiRequest request;
    private final Answer.Received answer;
    private final String channel;

    ChartDataVerdict(EffectiveInputs inputs, ApiRequest request, Answer.Received answer, String channel) {
        this.inputs = inputs;
        this.request = request;
        this.answer = answer;
        this.channel = channel;
    }

    Compilation compilation() {
        if (!answer.isSuccess()) {
            Problem problem = SupersetFailures.of(inputs.environment(), request, answer);
            return isAboutTheQuery(problem) ? notCompiled(answer.words()) : new Compilation.Failed(List.of(problem));
        }
        List<Json> results = answer.body().at("result").elements();
        if (results.size() != 1) {
            return withoutSql(results.size());
        }
        Json error = results.get(0).at("error");
        if (!error.isEmpty()) {
            return notCompiled(answer.quote(error.text("")));
        }
        String sql = results.get(0).at("query").text("");
        return sql.isBlank() ? withoutSql(1) : new Compilation.Compiled(sql, channel);
    }

    private boolean isAboutTheQuery(Problem problem) {
        boolean byStatus = Set.of(400, 422, 500).contains(answer.status())
                && !problem.is(SupersetErrorCode.SUPERSET_TOKEN_REFUSED)
                && !problem.is(SupersetErrorCode.SUPERSET_CSRF_REFUSED);
        return byStatus || answer.words().errorType().equals(SUBQUERY);
    }

    private Compilation withoutSql(int results) {
        return new Compilation.Failed(
                List.of(Problem.of(SupersetErrorCode.PREVIEW_WITHOUT_SQL, "results", String.valueOf(results))));
    }

    private Compilation notCompiled(ServerWords words) {
        Problem problem = Problem.of(SupersetErrorCode.PREVIEW_NOT_COMPILED, "serverSays", words.says());
        List<Problem> pointed =
                targets(words).stream().limit(MOST_TARGETS).map(problem::about).toList();
        return new Compilation.Failed(pointed.isEmpty() ? List.of(problem) : pointed);
    }

    private Set<String> targets(ServerWords words) {
        Set<String> targets = new LinkedHashSet<>();
        inputs.urlParameters().keySet().stream()
                .filter(words::mention)
                .forEach(name -> targets.add("variable " + VariableKind.URL_PARAM.prefix() + ":" + name));
        inputs.mappings().forEach(mapping -> mapping.value().conditions().stream()
                .filter(condition -> words.mention(condition.column().value()))
                .forEach(condition -> targets.add("filter " + mapping.filter())));
        if (inputs.target() instanceof DatasetRows rows) {
            rows.columns().stream()
                    .filter(column -> words.mention(column.value()))
                    .forEach(column -> targets.add("column " + column));
        }
        return targets;
    }
}
