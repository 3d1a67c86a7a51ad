package io.dsreview.superset.chart;

import static io.dsreview.superset.chart.Charts.saved;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChartRevisionTest {

    private static String revision(String members) {
        return saved("[{" + members + "}]").revision();
    }

    @Test
    void staysTheSameOverReleases() {
        assertThat(revision("'columns': ['a'], 'row_limit': 5"))
                .isEqualTo("7aecf32bb4942f13569aea41799c07f23ffa9d2a71f094a1771c4aa7f3879b9f");
    }

    @Test
    void doesNotDependOnTheOrderOfMembers() {
        assertThat(revision("'columns': ['a'], 'row_limit': 5"))
                .isEqualTo(revision("'row_limit': 5, 'columns': ['a']"));
    }

    @Test
    void doesNotDependOnWhatDoesNotDecideTheSql() {
        assertThat(revision("'columns': ['a'], 'post_processing': [1], 'force': true"))
                .isEqualTo(revision("'columns': ['a']"));
    }

    @Test
    void differsWithAnythingThatDecidesTheSql() {
        List<String> queries = List.of(
                "'columns': ['a']",
                "'columns': ['b']",
                "'columns': ['a', 'b']",
                "'columns': ['a,b']",
                "'columns': [['a'], 'b']",
                "'columns': ['a', ['b']]",
                "'columns': []",
                "'columns': {}",
                "'columns': null",
                "'columns': 'null'",
                "'columns': ['a'], 'row_limit': 1",
                "'columns': ['a'], 'row_limit': '1'",
                "'columns': ['a'], 'row_limit': 1.5",
                "'columns': ['a'], 'row_limit': true",
                "'columns': ['a'], 'order_desc': 1");

        Stream<String> revisions = queries.stream().map(ChartRevisionTest::revision);

        assertThat(revisions.toList()).doesNotHaveDuplicates();
    }

    @Test
    void takesTextsThatCanonicalJsonRefuses() {
        assertThat(revision("'columns': ['\\u0000', '\\ud800']")).hasSize(64);
    }
}
