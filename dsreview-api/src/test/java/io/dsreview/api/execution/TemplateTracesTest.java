package io.dsreview.api.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateTracesTest {

    record Text(String sql, Set<String> names, List<String> traces) {}

    static Stream<Text> texts() {
        Set<String> region = Set.of("region");
        return Stream.of(
                new Text("SELECT 1", region, List.of()),
                new Text("SELECT '{{ region }}'", Set.of(), List.of("{{")),
                new Text("SELECT 1 -- {% if x %}", Set.of(), List.of("{%")),
                new Text("SELECT 1 /* {# why #} */", Set.of(), List.of("{#")),
                new Text("{{ {% {#", Set.of(), List.of("{{", "{%", "{#")),
                new Text("SELECT '{ {', '{ %', '}}'", Set.of(), List.of()),
                new Text("SELECT STRUCT(STRUCT(region))", region, List.of("region")),
                new Text("SELECT row ( ROW\n( Region ) )", region, List.of("region")),
                new Text("SELECT STRUCT(region)", region, List.of("region")),
                new Text("SELECT ROW(region)", region, List.of("region")),
                new Text("SELECT STRUCT(STRUCT(url_param('region')))", Set.of("url_param"), List.of("url_param")),
                new Text("SELECT ROW(ROW(url_param('region')))", Set.of("url_param"), List.of("url_param")),
                new Text("SELECT struct(struct(a . b))", Set.of("A.B"), List.of("A.B")),
                new Text("SELECT region, status FROM t", region, List.of()),
                new Text("SELECT STRUCT(region, status)", region, List.of()),
                new Text("SELECT STRUCT(STRUCT(status))", region, List.of()),
                new Text("SELECT arrow(region)", Set.of("other"), List.of()));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void OR8_L8_whatIsLeftOfATemplateIsFound(Text text) {
        assertThat(TemplateTraces.in(text.sql(), text.names())).isEqualTo(text.traces());
    }
}
