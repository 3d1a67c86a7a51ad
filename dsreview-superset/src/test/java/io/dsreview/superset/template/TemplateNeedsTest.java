package io.dsreview.superset.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.mapping.TemplateField;
import io.dsreview.api.mapping.TemplateField.Kind;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.superset.capability.SupersetVersion;
import io.dsreview.superset.template.NestedDataset.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateNeedsTest {

    private static final TemplateField SQL = TemplateField.of(Kind.SQL);
    private static final TemplateSetting PLAIN = new TemplateSetting(Map.of(), Optional.empty(), Set.of());

    /** Variables are written {@code id}, with ! if required and =default; doubts as the end of their code, and name. */
    record Case(String template, List<String> variables, List<String> doubts) {}

    static Stream<Case> datasetsOfAShop() {
        String columns = "SELECT order_id, region FROM orders WHERE ";
        return Stream.of(
                needs(columns + "region = '{{ url_param('region') }}'", "url_param:region!"),
                needs(columns + "region = '{{ url_param('region', 'EMEA') }}'", "url_param:region=EMEA"),
                needs(
                        columns + "1 = 1\n{% if filter_values('status') %}AND status IN"
                                + " {{ filter_values('status')|where_in }}{% endif %}",
                        "filter_values:status"),
                needs(
                        columns + "status IN {{ filter_values('status', 'paid')|where_in }}",
                        "filter_values:status=paid"),
                needs(
                        "{%- for f in get_filters('amount', remove_filter=True) -%}\n{%- if f.get('op') == 'IN' %} AND"
                                + " amount IN ({{ f.get('val')|join(', ') }}){%- endif -%}\n{%- endfor %}",
                        "get_filters:amount"),
                needs(
                        "{% if from_dttm is not none %}AND d >= '{{ from_dttm }}'{% endif %}AND d < '{{ to_dttm }}'",
                        "chart:from_dttm", "chart:to_dttm"),
                needs("'{{ currency }}' AND amount >= {{ min_amount }}", "variable:currency!", "variable:min_amount!"),
                needs(
                        "{% set picked = filter_values('region') or ['EMEA', 'APAC'] %}{% for r in picked %}"
                                + "{% if not loop.first %} OR {% endif %}region = '{{ r }}'{% endfor %}",
                        "filter_values:region=[\"EMEA\",\"APAC\"]"),
                needs(
                        "{% set window = get_time_filter('d', default='Last year', remove_filter=True) %}"
                                + "{% if window.from_expr %}d >= {{ window.from_expr }}{% endif %}",
                        "get_time_filter:d=Last year"),
                needs("'{{ current_username() }}' AS viewer", "macro:current_username"),
                needs("FROM {{ dataset(1, columns=['region']) }} GROUP BY region", "macro:dataset"),
                needs("{{ metric('total_amount', 1) }}{{ metric('count') }}", "macro:metric"),
                needs("{{ presto.latest_partition('t') }}", "macro:presto.latest_partition"),
                needs("1 = 1 {% if wanted %}AND s = '{{ wanted }}'{% endif %}", "variable:wanted"),
                needs("{{ floor | default(10) }}{{ top or 20 }}", "variable:floor=10", "variable:top=20"),
                new Case("'{{ conf.status.name }}'", List.of("variable:conf!"), List.of("NAME conf.status.name")),
                new Case(
                        "WHERE 1 = 1 {% if filter_values('status') %} AND status = 'paid'",
                        List.of("filter_values:status"), List.of("SYNTAX")),
                needs(
                        "IN {{ (filter_values('country_code') or ['CH', 'FR'])|where_in }}",
                        "filter_values:country_code=[\"CH\",\"FR\"]"));
    }

    static Stream<Case> defaultsAndDoubts() {
        return Stream.of(
                needs("{{ url_param(\"a\") }}{{ url_param( 'b' , default = 'c' ) }}", "url_param:a!", "url_param:b=c"),
                needs("{{ url_param('n', 5) }}{{ url_param('f', 1.50) }}", "url_param:n=5", "url_param:f=1.50"),
                needs("{{ url_param('a', none) }}", "url_param:a!"),
                needs(
                        "{{ url_param('a') or 'x' }}{{ url_param('b') or url_param('c') }}",
                        "url_param:a=x",
                        "url_param:b!",
                        "url_param:c!"),
                needs("{{ url_param('a', '1') }}{{ url_param('a', '1') }}", "url_param:a=1"),
                needs("{{ url_param('a', '1') }}{{ url_param('a', '2') }}", "url_param:a"),
                needs("{{ url_param('a', '1') }}{{ url_param('a') }}", "url_param:a!"),
                needs("{{ filter_values(column='c') }}{{ url_param(param='p') }}", "filter_values:c!", "url_param:p!"),
                new Case("{{ url_param(x) }}", List.of("variable:x!"), List.of("ARGUMENT url_param")),
                doubts("{{ url_param('a' ~ 'b') }}", "ARGUMENT url_param"),
                doubts("{{ url_param(*['a']) }}", "ARGUMENT url_param"),
                doubts("{{ url_param('') }}", "ARGUMENT url_param"),
                doubts("{{ url_param }}", "MACRO url_param"),
                new Case("{{ dataset(n) }}", List.of("variable:n!"), List.of("ARGUMENT dataset")),
                doubts("{{ site_macro('x') }}", "MACRO site_macro"),
                doubts("{{ 'x'|custom_filter }}{{ 1 is prime }}", "MACRO custom_filter", "MACRO prime"),
                doubts("{% include 'other' %}", "MACRO include"),
                needs(
                        "{% set x = 1 %}{{ x }}{{ range(3) }}{{ [1]|where_in }}{# {{ y }} #}{% raw %}{{ z }}{% endraw %}"));
    }

    @ParameterizedTest
    @MethodSource({"datasetsOfAShop", "defaultsAndDoubts"})
    void findsWhatATemplateAsksFor(Case expected) {
        TemplateNeeds needs = NeedsFinder.find(expected.template(), SQL, PLAIN);

        assertThat(needs.variables().stream().map(TemplateNeedsTest::written))
                .containsExactlyElementsOf(expected.variables());
        assertThat(needs.doubts().stream().map(TemplateNeedsTest::written))
                .hasSameSizeAs(expected.doubts())
                .allSatisfy(doubt -> assertThat(expected.doubts()).anyMatch(doubt::startsWith));
    }

    @Test
    void SX6_takesStoredParametersForDefaultsAndMacrosForWhatTheyAre() {
        TemplateSetting setting = new TemplateSetting(
                Map.of("floor", "50", "url_param", "x", "from_dttm", "y"), Optional.empty(), Set.of());

        TemplateNeeds needs = NeedsFinder.find("{{ floor }}{{ url_param('a') }}{{ from_dttm }}", SQL, setting);

        assertThat(needs.variables().stream().map(TemplateNeedsTest::written))
                .containsExactly("variable:floor=50", "url_param:a!", "variable:from_dttm=y");
        assertThat(needs.doubts()).isEmpty();
        assertThat(needs.names()).containsExactly("floor", "from_dttm", "url_param");
    }

    @Test
    void SX6_namesWhatTheServersVersionDoesNotHave() {
        String template = "{{ get_time_filter('d') }}{{ metric('m') }}{{ 'x'|to_datetime }}{{ current_user_roles() }}";

        assertThat(doubtsAt("3.1.3", template)).hasSize(4).allMatch(doubt -> doubt.startsWith("NOT_OFFERED"));
        assertThat(doubtsAt("5.0.0", template)).hasSize(2);
        assertThat(doubtsAt("6.0.0", template)).isEmpty();
        assertThat(doubtsAt("10.2.0", template)).isEmpty();
        assertThat(doubtsAt("", template)).isEmpty();
    }

    @Test
    void knowsTheNamesThatTheSiteAdds() {
        TemplateSetting setting = new TemplateSetting(Map.of(), Optional.empty(), Set.of("fiscal_year", "prime"));

        TemplateNeeds needs = NeedsFinder.find("{{ fiscal_year('2024') }}{{ 7 is prime }}{{ x|prime }}", SQL, setting);

        assertThat(needs.doubts()).isEmpty();
        assertThat(needs.variables().stream().map(TemplateNeedsTest::written))
                .containsExactly("macro:fiscal_year", "variable:x!");
    }

    @Test
    void tellsWhichVariablesAreOnlyPrinted() {
        TemplateNeeds needs = NeedsFinder.find(
                "{{ a }} '{{- b -}}' {{ c }} {% if c %}{% endif %} {{ d|upper }} {{ e ~ 'x' }} {{ f.g }} {{ a }}",
                SQL, PLAIN);

        assertThat(needs.printedOnly()).containsExactly("a", "b");
    }

    @Test
    void tellsUnderWhichConditionsAVariableMatters() {
        TemplateNeeds needs = NeedsFinder.find(
                "{% if mode == 'x' %}{{ a }}{% else %}{{ b }}{% endif %}{{ mode }}{{ c }}{% if mode %}{{ c }}{% endif %}",
                SQL, PLAIN);

        assertThat(conditions(needs, "a")).containsExactly("mode == 'x'");
        assertThat(conditions(needs, "b")).containsExactly("not (mode == 'x')");
        assertThat(conditions(needs, "c")).isEmpty();
    }

    @Test
    void putsTheNeedsOfSeveralFieldsTogether() {
        TemplateField metric = new TemplateField(Kind.METRIC, "m");
        TemplateNeeds all = TemplateNeeds.all(List.of(
                NeedsFinder.find("{{ x }}{{ url_param('a', '1') }}{{ dataset(7) }}", SQL, PLAIN),
                NeedsFinder.find("{{ x|upper }}{{ url_param('a') }}{{ metric('n', 8) }}", metric, PLAIN)));

        assertThat(all.variables().stream().map(TemplateNeedsTest::written))
                .containsExactly("variable:x!", "url_param:a!", "macro:dataset", "macro:metric");
        assertThat(all.variables().get(0).fields()).containsExactly(SQL, metric);
        assertThat(all.printedOnly()).isEmpty();
        assertThat(all.nested())
                .containsExactly(
                        new NestedDataset(7, Part.ROWS, Set.of()), new NestedDataset(8, Part.METRIC, Set.of("n")));
    }

    @Test
    void tellsWhichPartOfAnotherDatasetIsPutIn() {
        assertThat(nested("{{ dataset(7, include_metrics=True) }}"))
                .isEqualTo(new NestedDataset(7, Part.ROWS_AND_METRICS, Set.of()));
        assertThat(nested("{{ dataset(7, False, ['a', 'b']) }}"))
                .isEqualTo(new NestedDataset(7, Part.ROWS, Set.of("a", "b")));
        assertThat(nested("{{ dataset(7, columns=wanted) }}")).isEqualTo(new NestedDataset(7, Part.ROWS, Set.of()));
        assertThat(nested("{{ metric(which, 7) }}")).isEqualTo(new NestedDataset(7, Part.METRIC, Set.of()));
    }

    @Test
    void carriesADefaultOfSeveralValuesAsJson() {
        assertThat(
                        NeedsFinder.find("{{ filter_values('a', ['x', 1, true]) }}{{ b | default([c]) }}", SQL, PLAIN)
                                .variables()
                                .stream()
                                .map(TemplateNeedsTest::written))
                .containsExactly("filter_values:a=[\"x\",\"1\",\"true\"]", "variable:b", "variable:c!");
    }

    @Test
    void doubtsAMacroOfAnotherKindOfDatabase() {
        String template = "{{ presto.latest_partition('t') }}{{ hive.latest_partition('t') }}";

        assertThat(doubtsOn("trino", template)).containsExactly("OTHER_DATABASE hive.latest_partition");
        assertThat(doubtsOn("spark", template)).containsExactly("OTHER_DATABASE presto.latest_partition");
        assertThat(doubtsOn("postgresql", template)).hasSize(2);
        assertThat(doubtsOn("", template)).isEmpty();
    }

    private static NestedDataset nested(String template) {
        return NeedsFinder.find(template, SQL, PLAIN).nested().iterator().next();
    }

    private static List<String> doubtsOn(String databaseKind, String template) {
        TemplateSetting setting = new TemplateSetting(Map.of(), Optional.empty(), Set.of(), databaseKind);
        return NeedsFinder.find(template, SQL, setting).doubts().stream()
                .map(TemplateNeedsTest::written)
                .toList();
    }

    private static List<String> doubtsAt(String version, String template) {
        TemplateSetting setting = new TemplateSetting(Map.of(), SupersetVersion.parse(version), Set.of());
        return NeedsFinder.find(template, SQL, setting).doubts().stream()
                .map(TemplateNeedsTest::written)
                .toList();
    }

    private static List<String> conditions(TemplateNeeds needs, String name) {
        return needs.variables().stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst()
                .orElseThrow()
                .conditions();
    }

    private static String written(TemplateVariable variable) {
        return variable.id()
                + (variable.required() ? "!" : "")
                + (variable.defaultValue() == null ? "" : "=" + variable.defaultValue());
    }

    private static String written(TemplateDoubt doubt) {
        return doubt.code().code().replace("RECOVERY_TEMPLATE_", "") + " " + doubt.name();
    }

    private static Case needs(String template, String... variables) {
        return new Case(template, List.of(variables), List.of());
    }

    private static Case doubts(String template, String... doubts) {
        return new Case(template, List.of(), List.of(doubts));
    }
}
