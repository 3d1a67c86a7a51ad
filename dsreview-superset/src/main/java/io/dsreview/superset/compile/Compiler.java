package io.dsreview.superset.compile;

import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.EffectiveInputs;
import io.dsreview.api.superset.SupersetCompilationAdapter.Compilation;
import io.dsreview.superset.capability.Capability;
import io.dsreview.superset.capability.SupersetCapabilities;
import io.dsreview.superset.chart.ChartQuery;
import io.dsreview.superset.dataset.DatasetDefinition;
import io.dsreview.superset.http.Answer;
import io.dsreview.superset.http.ApiRequest;
import io.dsreview.superset.http.Conversation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compiles one time, through the simplest channel that carries all inputs:
 *
 * <ol>
 *   <li>chart data, which builds the query without running it; it carries filters, times, parameters of the link and what is
 *       stored with the dataset, on every version;
 *   <li>chart data and then SQL Lab's formatter (6.1), which also carries values of variables that templates do nothing with
 *       but print them;
 *   <li>SQL Lab's formatter alone (6.1), on the dataset's own SQL, which carries values of any variable, but no filter.
 * </ol>
 */
final class Compiler {

    private static final String CHART_DATA = "chart-data";
    private static final String BOTH = "chart-data+format-sql";
    private static final String FORMAT_SQL = "format-sql";

    private final EffectiveInputs inputs;
    private final DatasetDefinition dataset;
    private final @Nullable ChartQuery chart;
    private final Conversation conversation;
    private final SupersetCapabilities capabilities;
    private final TemplateValues values;
    private final int rowCap;

    Compiler(
            EffectiveInputs inputs,
            DatasetDefinition dataset,
            @Nullable ChartQuery chart,
            Conversation conversation,
            SupersetCapabilities capabilities,
            Set<String> siteNames,
            int rowCap) {
        this.inputs = inputs;
        this.dataset = dataset;
        this.chart = chart;
        this.conversation = conversation;
        this.capabilities = capabilities;
        this.values = TemplateValues.of(inputs, dataset, chart, capabilities, siteNames);
        this.rowCap = rowCap;
    }

    Compilation compile() {
        ChartDataQuery query = ChartDataQuery.of(inputs, dataset, chart, rowCap);
        List<Problem> problems = new ArrayList<>(query.problems());
        problems.addAll(values.withoutValue());
        problems.addAll(values.illegal());
        if (!problems.isEmpty()) {
            return new Compilation.NotCarried(problems);
        }
        if (!values.isEmpty() && !capabilities.mayHave(Capability.FORMAT_SQL_WITH_PARAMETERS)) {
            return new Compilation.NotCarried(values.notCarried("VERSION_CANNOT_RENDER"));
        }
        Compilation compiled = compile(query);
        return compiled instanceof Compilation.Compiled sql
                ? new Compilation.Compiled(sql.sql(), sql.channel(), query.leftOut())
                : compiled;
    }

    private Compilation compile(ChartDataQuery query) {
        Compilation first = chartData(query);
        if (!(first instanceof Compilation.Compiled compiled)) {
            return first;
        }
        if (values.isEmpty()) {
            return new CompiledSql(inputs, values.needs(), compiled.sql()).as(CHART_DATA);
        }
        return withValues(compiled.sql());
    }

    private Compilation chartData(ChartDataQuery query) {
        ApiRequest request =
                ApiRequest.post("chart data", query.body(), "chart", "data").asSafe();
        Answer answer = conversation.send(request);
        return answer instanceof Answer.Received received
                ? new ChartDataVerdict(inputs, request, received, CHART_DATA).compilation()
                : new Compilation.Failed(List.of(((Answer.Missing) answer).problem()));
    }

    /** Renders what chart data have left as it was, or else the dataset's own SQL. */
    private Compilation withValues(String afterChartData) {
        if (values.arePrintedIn(afterChartData)) {
            return format(values.body(afterChartData, database()), BOTH);
        }
        if (OwnSql.maySuffice(inputs, dataset, values) && !hasRule(afterChartData)) {
            return format(values.body(dataset.sql(), database()), FORMAT_SQL);
        }
        return new Compilation.NotCarried(
                values.notCarried(
                        "the template does more with it than print it, or a row-level rule hides it, while an outer query is needed"));
    }

    /** Compares what chart data made of the dataset with the dataset's own SQL, both rendered without the values. */
    private boolean hasRule(String afterChartData) {
        Optional<String> whole = formatted(send(Map.of("sql", afterChartData, "database_id", database())));
        Optional<String> own = formatted(send(values.bodyAsStored(dataset.sql(), database())));
        return whole.isEmpty() || own.isEmpty() || OwnSql.hasRule(whole.get(), own.get());
    }

    private Compilation format(Map<String, Object> body, String channel) {
        Answer answer = send(body);
        if (!(answer instanceof Answer.Received received)) {
            return new Compilation.Failed(List.of(((Answer.Missing) answer).problem()));
        }
        return formatted(received)
                .map(sql -> new CompiledSql(inputs, values.needs(), sql).as(channel))
                .orElseGet(() -> new ChartDataVerdict(inputs, formatting(body), received, channel).compilation());
    }

    private Answer send(Map<String, Object> body) {
        return conversation.send(formatting(body));
    }

    private static ApiRequest formatting(Map<String, Object> body) {
        return ApiRequest.post("SQL Lab format", body, "sqllab", "format_sql", "")
                .withCsrf()
                .asSafe();
    }

    private static Optional<String> formatted(Answer answer) {
        return answer instanceof Answer.Received received && received.isSuccess()
                ? Optional.of(received.body().at("result").text("")).filter(sql -> !sql.isBlank())
                : Optional.empty();
    }

    private long database() {
        return dataset.reference().databaseId();
    }
}
