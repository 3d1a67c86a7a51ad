package io.dsreview.live;

import io.dsreview.api.execution.ExecutionTarget;
import io.dsreview.api.execution.ExecutionTarget.ChartQuery;
import io.dsreview.api.execution.ExecutionTarget.DatasetRows;
import io.dsreview.live.Previews.Preview;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What previews give beside what Superset's own page shows for the same links. */
final class PageComparison {

    /** Links to the dashboard with rows of every dataset with templates: with filters and parameters, and with parameters only. */
    static final List<String> ROWS = List.of("rows_permalink", "rows_parameters");

    /** Links to the dashboards with filters of all types, scopes, clicks and hostile names. */
    static final List<String> BOARDS = List.of(
            "regional_permalink",
            "regional_region",
            "shop_plain",
            "shop_permalink",
            "jinja_permalink",
            "template_permalink",
            "template_url_parameters",
            "scope_plain",
            "scope_permalink",
            "filter_permalink",
            "hostile_plain",
            "hostile_permalink",
            "plain_board",
            "user_board");

    /** Values for the plain variables of templates, which no page can give: it has them stored with the dataset. */
    private static final Map<String, String> VALUES = Map.of(
            "wanted_status", "paid",
            "floor_amount", "100",
            "reader_name", "Ann",
            "exact", "yes",
            "wanted", "paid",
            "currency", "USD",
            "min_amount", "75");

    /** How a preview stands to the page. */
    enum Verdict {
        /** Its SQL returns the rows that the page shows. */
        SAME_ROWS,
        /** Its SQL returns other rows, or none where the page shows some. */
        OTHER_ROWS,
        /** There is none, though the page shows rows. */
        REFUSED,
        /** Neither gives any rows: the page shows an error, and there is no preview, or the database refuses its SQL too. */
        NEITHER,
        /** Its SQL returns rows where the page shows an error. */
        ONLY_PREVIEW
    }

    /**
     * One preview to be made.
     *
     * @param link the link
     * @param chart the chart
     * @param dataset the dataset that the chart draws
     * @param plainRows true for plain rows of the dataset, false for the chart's own query
     * @param values values for template variables by name
     * @param request what the page asks for
     */
    record Case(
            String link, long chart, long dataset, boolean plainRows, Map<String, String> values, Map<?, ?> request) {

        Optional<ExecutionTarget> target() {
            return plainRows ? Optional.empty() : Optional.of(new ChartQuery(chart));
        }

        @Override
        public String toString() {
            return link + ", " + (plainRows ? "rows of the dataset of chart " : "chart ") + chart + ", " + values;
        }
    }

    /**
     * One preview beside the page.
     *
     * @param of which
     * @param preview the preview
     * @param verdict how they compare
     */
    record Result(Case of, Preview preview, Verdict verdict) {}

    /** What the page shows is the same for a chart's own query and for plain rows of its dataset. */
    private record Drawn(String link, long chart, Map<String, String> values) {}

    private final Bed bed;
    private final PlainClient page;
    private final SupersetTables stored;
    private final Map<Drawn, Optional<Table>> shown = new HashMap<>();

    private PageComparison(Bed bed) throws Exception {
        this.bed = bed;
        this.page = new PlainClient(bed.base(), "admin", bed.password("admin"));
        this.stored = new SupersetTables(bed);
    }

    /** Draws the pages of a bed, makes all previews, checks that they left nothing behind, and compares. */
    static List<Result> of(Bed bed) throws Exception {
        PageComparison comparison = new PageComparison(bed);
        List<Case> cases = comparison.cases();
        Map<String, Long> before = comparison.stored.sizes();
        Map<Case, Preview> previews = comparison.previews(cases);
        comparison.stored.mustHave(before);

        List<Result> results = new ArrayList<>();
        for (Map.Entry<Case, Preview> each : previews.entrySet()) {
            results.add(new Result(each.getKey(), each.getValue(), comparison.verdict(each.getKey(), each.getValue())));
        }
        return results;
    }

    private List<Case> cases() throws Exception {
        List<String> links = new ArrayList<>(ROWS);
        links.addAll(BOARDS);
        List<Case> cases = new ArrayList<>();
        OneTestOnEachBed.alone(() -> Browser.open(bed, links))
                .forEach((link, charts) -> charts.forEach((chart, request) -> {
                    long dataset = (Long) ((Map<?, ?>) request.get("datasource")).get("id");
                    cases.add(new Case(link, chart, dataset, false, Map.of(), request));
                    if (bed.isRowsOfADataset(chart)) {
                        cases.add(new Case(link, chart, dataset, true, Map.of(), request));
                        Map<String, String> values = new LinkedHashMap<>(VALUES);
                        values.keySet().retainAll(bed.plainVariables(dataset));
                        if (!values.isEmpty()) {
                            cases.add(new Case(link, chart, dataset, false, values, request));
                            cases.add(new Case(link, chart, dataset, true, values, request));
                        }
                    }
                }));
        return cases;
    }

    private Map<Case, Preview> previews(List<Case> cases) {
        Map<Case, Preview> made = new LinkedHashMap<>();
        try (Previews previews = new Previews(bed)) {
            cases.forEach(
                    each -> made.put(each, previews.of(each.link(), each.dataset(), each.target(), each.values())));
        }
        return made;
    }

    private Verdict verdict(Case of, Preview preview) throws Exception {
        Optional<Table> shown = shown(of);
        Optional<Table> compiled = preview.sql().flatMap(sql -> run(of, sql));
        if (compiled.isPresent() && shown.isPresent()) {
            return compiled.equals(shown) ? Verdict.SAME_ROWS : Verdict.OTHER_ROWS;
        }
        if (shown.isPresent()) {
            return preview.sql().isPresent() ? Verdict.OTHER_ROWS : Verdict.REFUSED;
        }
        return compiled.isPresent() ? Verdict.ONLY_PREVIEW : Verdict.NEITHER;
    }

    private Optional<Table> run(Case of, String sql) {
        try {
            int most = of.plainRows() ? DatasetRows.DEFAULT_ROW_LIMIT : Integer.MAX_VALUE;
            return Optional.of(Table.of(bed, sql, most));
        } catch (SQLException refusedByTheDatabase) {
            return Optional.empty();
        }
    }

    private Optional<Table> shown(Case of) throws Exception {
        Drawn drawn = new Drawn(of.link(), of.chart(), of.values());
        if (!shown.containsKey(drawn)) {
            shown.put(
                    drawn,
                    of.values().isEmpty()
                            ? shown(of.request())
                            : stored.withParameters(of.dataset(), of.values(), () -> shown(of.request())));
        }
        return shown.getOrDefault(drawn, Optional.empty());
    }

    /** The rows of the first query as the database gives them, before the page pivots or resamples anything. */
    private Optional<Table> shown(Map<?, ?> request) throws Exception {
        Map<Object, Object> query = new LinkedHashMap<>((Map<?, ?>) ((List<?>) request.get("queries")).get(0));
        query.put("post_processing", List.of());
        Map<Object, Object> body = new LinkedHashMap<>(request);
        body.put("queries", List.of(query));
        body.put("result_type", "full");
        body.put("result_format", "json");
        body.put("force", true);
        return page.answerTo(body).map(Table::of);
    }
}
