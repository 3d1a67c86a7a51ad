package io.dsreview.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What the seed says about its own templates is what each Superset does with them; no code of dsreview takes part. */
class SeededWorldTest {

    private static final Set<String> CANNOT_BE_COMPILED = Set.of(
            "TEMPLATE_SYNTAX", "UNDEFINED_ATTRIBUTE", "UNKNOWN_FILTER", "MACRO_OF_ANOTHER_DATABASE", "NOT_OFFERED");

    @OnEveryBed
    void everyTemplateCompilesUnlessTheManifestSaysThatItCannot(Bed bed) throws Exception {
        PlainClient superset = new PlainClient(bed.base(), "admin", bed.password("admin"));

        for (String dataset : templates(bed)) {
            Optional<String> sql = compiled(bed, superset, dataset);

            assertThat(sql.isPresent()).as(dataset).isEqualTo(!isBroken(bed, dataset));
        }
    }

    @OnEveryBed
    void everyDefaultStandsInTheCompiledSql(Bed bed) throws Exception {
        PlainClient superset = new PlainClient(bed.base(), "admin", bed.password("admin"));
        int seen = 0;

        for (String dataset : templates(bed)) {
            for (Map<?, ?> variable : objects(bed.expected("template_" + dataset), "variables")) {
                boolean isShown = !Objects.equals(variable.get("kind"), "TIME_FILTER")
                        && Objects.equals(variable.get("field"), "sql")
                        && variable.get("value") != null
                        && !isBroken(bed, dataset);
                if (isShown && isComparable(bed, variable)) {
                    String sql = compiled(bed, superset, dataset).orElseThrow();
                    assertThat(sql).as(dataset).contains(texts(variable.get("value")));
                    seen++;
                }
            }
        }

        assertThat(seen).isGreaterThanOrEqualTo(15);
    }

    /** Release 3.1 strips comments, and with them the default of the one variable that stands in a comment. */
    private static boolean isComparable(Bed bed, Map<?, ?> variable) {
        return !bed.toString().startsWith("Superset 3.") || !Objects.equals(variable.get("value"), "none");
    }

    private static List<String> templates(Bed bed) {
        List<String> names = bed.datasets().keySet().stream()
                .map(String::valueOf)
                .filter(name -> name.matches("[tv]_.*"))
                .toList();
        assertThat(names).hasSizeGreaterThan(40);
        return names;
    }

    private static Optional<String> compiled(Bed bed, PlainClient superset, String dataset) throws Exception {
        long id = (Long) Objects.requireNonNull(bed.datasets().get(dataset));
        // A column that a dataset lacks goes into the SQL all the same, and nothing is run.
        return superset.sql(id, Map.of("columns", List.of("order_id"), "row_limit", 5))
                .map(sql -> sql.replace("''", "'"));
    }

    private static boolean isBroken(Bed bed, String dataset) {
        return objects(bed.expected("template_" + dataset), "notRecovered").stream()
                .anyMatch(doubt -> CANNOT_BE_COMPILED.contains(String.valueOf(doubt.get("why"))));
    }

    private static List<Map<?, ?>> objects(Map<?, ?> parent, String field) {
        return ((List<?>) parent.get(field))
                .stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).toList();
    }

    private static List<String> texts(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of((String) value);
    }
}
