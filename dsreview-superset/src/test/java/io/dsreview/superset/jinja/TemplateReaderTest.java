package io.dsreview.superset.jinja;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.superset.jinja.UnresolvedName.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateReaderTest {

    /** Variables are written {@code macro:name}, with ! if required and =default; unresolved ones KIND:name. */
    record Case(String template, List<String> variables, List<String> unresolved) {}

    static Stream<Case> templates() {
        String columns = "SELECT order_id, region FROM orders WHERE ";
        return Stream.of(
                // datasets of a shop
                variables(columns + "region = '{{ url_param('region') }}'", "url_param:region!"),
                variables(columns + "region = '{{ url_param('region', 'EMEA') }}'", "url_param:region=EMEA"),
                variables(
                        columns + "1 = 1\n{% if filter_values('status') %}AND status IN"
                                + " {{ filter_values('status')|where_in }}{% endif %}",
                        "filter_values:status"),
                variables(
                        columns + "status IN {{ filter_values('status', 'paid')|where_in }}",
                        "filter_values:status=paid"),
                variables(
                        columns + "{% if filter_values('status') %}AND status IN"
                                + " {{ filter_values('status', remove_filter=True)|where_in }}{% endif %}",
                        "filter_values:status"),
                unresolved(
                        "{%- for f in get_filters('amount', remove_filter=True) -%}\n{%- if f.get('op') == 'IN' %} AND"
                                + " amount IN ({{ f.get('val')|join(', ') }})\n{%- elif f.get('op') in ('>', '>=') %}"
                                + " {{ f.get('val') }}\n{%- endif -%}\n{%- endfor %}",
                        "MACRO:get_filters"),
                unresolved(
                        "{% if from_dttm is not none %}AND d >= '{{ from_dttm }}'{% endif %}\n"
                                + "{% if to_dttm is not none %}AND d < '{{ to_dttm }}'{% endif %}",
                        "VARIABLE:from_dttm", "VARIABLE:to_dttm"),
                unresolved(
                        "'{{ currency }}' AND amount >= {{ min_amount }}", "VARIABLE:currency", "VARIABLE:min_amount"),
                variables(
                        "{% set picked = filter_values('region') or ['EMEA', 'APAC'] %}\nSELECT * WHERE\n{% for r in"
                                + " picked %}{% if not loop.first %} OR {% endif %}region = '{{ r }}'{% endfor %}",
                        "filter_values:region"),
                unresolved(
                        "{% set window = get_time_filter('d', default='Last year', remove_filter=True) %}"
                                + "{% if window.from_expr %}d >= {{ window.from_expr }}{% endif %}",
                        "MACRO:get_time_filter"),
                unresolved("'{{ current_username() }}' AS viewer", "MACRO:current_username"),
                unresolved("FROM {{ dataset(1) }} GROUP BY region", "MACRO:dataset"),
                unresolved(
                        "FROM {{ dataset(1, include_metrics=True, columns=['region', 'status']) }}", "MACRO:dataset"),
                unresolved("{{ metric('total_amount', 1) }}", "MACRO:metric"),
                unresolved(
                        "1 = 1 {% if wanted_status %}AND s = '{{ wanted_status }}'{% endif %}",
                        "VARIABLE:wanted_status"),
                unresolved("status = '{{ conf.status.name }}'", "VARIABLE:conf"),
                new Case(
                        "-- report of {{ author }}\nSELECT 1 /* {{ url_param('region') }} */",
                        List.of("url_param:region!"),
                        List.of("VARIABLE:author")),
                new Case(
                        "WHERE 1 = 1 {% if filter_values('status') %} AND status = 'paid'",
                        List.of("filter_values:status"), List.of("SYNTAX:missing elif or else or endif")),
                variables("SELECT order_id, no_such_column FROM orders"),
                variables(
                        "IN {{ (filter_values('country_code') or ['CH', 'FR'])|where_in }}",
                        "filter_values:country_code"),
                // arguments and defaults
                variables(
                        "{{ url_param(\"a\") }}{{ url_param( 'b' , default = 'c' ) }}",
                        "url_param:a!",
                        "url_param:b=c"),
                variables("{{ url_param('n', 5) }}{{ url_param('f', 1.50) }}", "url_param:n=5", "url_param:f=1.50"),
                variables("{{ url_param('a', none) }}", "url_param:a!"),
                variables(
                        "{{ url_param('a') or 'x' }}{{ url_param('b') or url_param('c') }}",
                        "url_param:a=x",
                        "url_param:b!",
                        "url_param:c!"),
                variables("{{ url_param('a') or url_param('b') or 'z' }}", "url_param:a", "url_param:b=z"),
                variables("{{ url_param('a' 'b') }}", "url_param:ab!"),
                variables("{{ url_param('it\\'s', 'say \\\"hi\\\" \\u00e4') }}", "url_param:it's=say \"hi\" ä"),
                variables("{{ url_param('a', '1') }}{{ url_param('a', '1') }}", "url_param:a=1"),
                variables("{{ url_param('a', '1') }}{{ url_param('a', '2') }}", "url_param:a"),
                variables("{{ url_param('a', '1') }}{{ url_param('a') }}", "url_param:a!"),
                variables(
                        "{{ filter_values(column='c') }}{{ url_param(param='p') }}",
                        "filter_values:c!",
                        "url_param:p!"),
                unresolved("{{ url_param(x) }}", "ARGUMENT:url_param", "VARIABLE:x"),
                unresolved("{{ url_param('a' ~ 'b') }}", "ARGUMENT:url_param"),
                unresolved("{{ url_param(*['a']) }}", "ARGUMENT:url_param"),
                unresolved("{{ url_param('') }}", "ARGUMENT:url_param"),
                unresolved("{{ url_param }}", "VARIABLE:url_param"),
                variables("{{ x }}{{ y }}".replace("x", "'x'").replace("y", "1")),
                // guards
                variables("{% if url_param('a') == 'x' %}{{ url_param('a') }}{% endif %}", "url_param:a"),
                variables("{% if url_param('a') %}1{% else %}{{ url_param('a') }}{% endif %}", "url_param:a!"),
                variables("{% if not url_param('a') %}1{% else %}{{ url_param('a') }}{% endif %}", "url_param:a"),
                variables("{% if not url_param('a') %}{{ url_param('a') }}{% endif %}", "url_param:a!"),
                variables("{% if url_param('a') %}{{ url_param('b') }}{% endif %}", "url_param:a", "url_param:b!"),
                variables("{% if url_param('a') %}1{% endif %}{{ url_param('a') }}", "url_param:a!"),
                variables("{{ url_param('a') if url_param('a') else 'x' }}", "url_param:a"),
                variables(
                        "{% if 1 %}{% elif url_param('a') %}{{ url_param('a') }}{% else %}{% endif %}", "url_param:a"),
                // names that a template defines itself
                variables("{% set x = 1 %}{{ x }}{% set a, b = 1, 2 %}{{ a + b }}"),
                unresolved("{{ x }}{% set x = 1 %}", "VARIABLE:x"),
                variables("{% set x %}text {{ url_param('p') }}{% endset %}{{ x|upper }}", "url_param:p!"),
                variables(
                        "{% for k, v in {'a': {}}.items() if v recursive %}{{ loop.index }}{{ k }}{% else %}-{% endfor %}"),
                unresolved("{% for k in [1] %}{% endfor %}{{ k }}{{ loop }}", "VARIABLE:k", "VARIABLE:loop"),
                variables("{% macro m(a, b=2) %}{{ a }}{{ b }}{{ varargs }}{% endmacro %}{{ m(1) }}"),
                variables("{% with a = 1, b = 2 %}{{ a }}{{ b }}{% endwith %}"),
                variables("{% call(u) dict() %}{{ u }}{% endcall %}{% filter upper|trim %}x{% endfilter %}"),
                variables("{% set ns = namespace(n=0) %}{% set ns.n = 1 %}{{ ns.n }}"),
                variables("{% set url_param = 1 %}{{ url_param }}"),
                variables(
                        "{{ range(3)|list }}{{ 5 is divisibleby 5 }}{{ 'a' is in ['a'] }}{{ 1 in (1, 2) and 1 not in [3] }}"),
                variables("{{ [1, 2][0] }}{{ 'abc'[1:2] }}{{ -1 ** 2 // 3 % 4 }}{{ 'a' ~ 1 }}{{ 1 < 2 <= 3 }}"),
                unresolved("{{ 'x'|custom_filter }}{{ 1 is prime }}", "MACRO:custom_filter", "MACRO:prime"),
                unresolved("{% import 'm' as m %}{{ m.x }}", "MACRO:import"),
                unresolved("{% include 'other' %}", "MACRO:include"),
                // scanning
                variables(
                        "{{ '}}' }}{{ \"%}\" }}{{ {'a': {'b': 1}} }}{# {{ x }} #}{% raw %}{{ y }}{% endraw %}{ {a} }"),
                variables("{%- if true -%}a{%+ endif +%}{{- 1 -}}{%- raw -%}{{ z }}{%- endraw -%}"),
                variables("100% {off} {"),
                unresolved("{{ x", "SYNTAX:missing end of block }}"),
                unresolved("{{ 'x }}", "SYNTAX:missing end of string"),
                unresolved("{# x", "SYNTAX:missing end of comment"),
                unresolved("{% raw %} x", "SYNTAX:missing end of raw section"),
                unresolved("{% endif %}", "SYNTAX:unexpected tag"),
                unresolved("{% nonsense %}", "SYNTAX:unexpected tag"),
                unresolved("{% if true %}{% endfor %}", "SYNTAX:unexpected tag"),
                unresolved("{{ (1 }}", "SYNTAX:unexpected closing bracket"),
                unresolved("{{ 1) }}", "SYNTAX:unexpected closing bracket"),
                unresolved("{{ a b }}", "VARIABLE:a", "SYNTAX:expected the end of the block"),
                unresolved("{{ }}", "SYNTAX:expected an expression"),
                unresolved("{{ " + "(".repeat(5_000) + ")".repeat(5_000) + " }}", "SYNTAX:nested too deep to be read"));
    }

    private static Case variables(String template, String... variables) {
        return new Case(template, List.of(variables), List.of());
    }

    private static Case unresolved(String template, String... unresolved) {
        return new Case(template, List.of(), List.of(unresolved));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void findsWhatATemplateAsksFor(Case expected) {
        TemplateReading reading = TemplateReader.read(expected.template(), Set.of());

        assertThat(reading.variables().stream()
                        .map(variable -> variable.id()
                                + (variable.required() ? "!" : "")
                                + (variable.defaultValue() == null ? "" : "=" + variable.defaultValue())))
                .containsExactlyElementsOf(expected.variables());
        assertThat(reading.unresolved().stream().map(UnresolvedName::key))
                .containsExactlyElementsOf(expected.unresolved());
    }

    @Test
    void saysWhereATemplateBreaks() {
        TemplateReading reading = TemplateReader.read("SELECT 1\n  {% if x %}\n", Set.of());

        assertThat(reading.unresolved())
                .containsExactly(
                        new UnresolvedName(Kind.VARIABLE, "x", 2, 9),
                        new UnresolvedName(Kind.SYNTAX, "missing elif or else or endif", 2, 3));
    }

    @Test
    void takesNamesThatTheDatasetDefinesAsKnownAndStillListsThem() {
        TemplateReading reading = TemplateReader.read("{{ floor }} {{ url_param('a') }}", Set.of("floor"));

        assertThat(reading.unresolved()).isEmpty();
        assertThat(reading.names()).containsExactly("floor", "url_param");
    }

    @Test
    void readsAMegabyteOfTemplateInProportionateTime() {
        String template = "{{ url_param('a') }} {% if b %} {{ c|join(',') }} {% endif %}\n".repeat(20_000);

        TemplateReading reading = TemplateReader.read(template, Set.of());

        assertThat(reading.variables()).hasSize(1);
        assertThat(reading.unresolved()).hasSize(2);
    }
}
