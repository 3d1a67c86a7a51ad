package io.dsreview.superset.jinja;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.superset.jinja.syntax.Position;
import io.dsreview.superset.jinja.syntax.Template;
import io.dsreview.superset.jinja.syntax.Template.Fault;
import io.dsreview.superset.jinja.tree.Value;
import io.dsreview.superset.jinja.tree.Value.Computed;
import io.dsreview.superset.jinja.tree.Value.Items;
import io.dsreview.superset.jinja.tree.Value.None;
import io.dsreview.superset.jinja.tree.Value.Numeral;
import io.dsreview.superset.jinja.tree.Value.Text;
import io.dsreview.superset.jinja.tree.Value.Truth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateReaderTest {

    private static Use only(String template) {
        TemplateReading reading = TemplateReader.read(template);
        assertThat(reading.fault()).isNull();
        assertThat(reading.uses()).as("uses of " + template).hasSize(1);
        return reading.uses().get(0);
    }

    /** The uses of x, each as true or false. */
    private static List<Boolean> guarded(String template) {
        return TemplateReader.read(template).uses().stream()
                .filter(use -> use.name().equals("x"))
                .map(Use::isGuarded)
                .toList();
    }

    @Nested
    class Uses {

        @Test
        void tellWhereANameStands() {
            Use use = only("SELECT 1\r\n  WHERE {{ x }}");

            assertThat(use.position()).isEqualTo(new Position(2, 12));
        }

        @ParameterizedTest
        @CsvSource({
            "{{ x }},true",
            "{{- x -}},true",
            "{{ (x) }},true",
            "{% print x %},true",
            "{{ x.y }},false",
            "{{ x() }},false",
            "{{ x | upper }},false",
            "{% if x %}{% endif %},false"
        })
        void areBareWhereNothingElseIsPrinted(String template, boolean isBare) {
            assertThat(only(template).isBare()).isEqualTo(isBare);
        }

        @ParameterizedTest
        @CsvSource({
            "{{ conf.status.name }},conf.status.name",
            "{{ conf['status'].name | upper }},conf.status.name",
            "{{ conf.rows[0].name }},conf.rows",
            "{{ conf.of('a').name }},conf.of",
            "{% set conf.of = 1 %},conf.of"
        })
        void tellTheAttributesUpToTheFirstCallOrComputedIndex(String template, String dotted) {
            assertThat(only(template).dotted()).isEqualTo(dotted);
        }

        @Test
        void areTellingOfCallsWithTheirLiterals() {
            Use use = only("{{ presto.f('a' \"b\", -1.50, [1, 'x', (none,)], 1 + 1, key=True, *[]) }}");

            assertThat(use.dotted()).isEqualTo("presto.f");
            assertThat(use.call().positional())
                    .containsExactly(
                            new Text("ab"),
                            new Numeral("-1.50"),
                            new Items(List.of(new Numeral("1"), new Text("x"), new Items(List.of(new None())))),
                            new Computed());
            assertThat(use.call().named()).containsExactlyEntriesOf(Map.of("key", new Truth(true)));
            assertThat(use.call().isSpread()).isTrue();
        }

        @Test
        void areInTheOrderOfTheSourceWhateverTheOrderOfScopes() {
            TemplateReading reading = TemplateReader.read(
                    "{% block b %}{{ a }}{% endblock %}{% macro m(p=b) %}{{ c }}{% endmacro %}{{ d }}");

            assertThat(reading.uses()).extracting(Use::name).containsExactly("a", "b", "c", "d");
        }
    }

    @Nested
    class Fallbacks {

        @ParameterizedTest
        @CsvSource(
                delimiterString = " => ",
                quoteCharacter = '"',
                value = {
                    "{{ x | default('a') }} => a",
                    "{{ x | d('a', true) | upper }} => a",
                    "{{ x | default(default_value='a') }} => a",
                    "{{ x | default }} => \"\"",
                    "{{ x or 'a' }} => a",
                    "{{ (x or 'a') | upper }} => a",
                    "{{ f() or 'a' }} => a",
                    "{{ f() | default('a', boolean=true) }} => a"
                })
        void areTheTextThatATemplateTakesInstead(String template, String text) {
            assertThat(only(template).fallback()).isEqualTo(new Text(text));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{{ x }}",
                    "{{ 'a' or x }}",
                    "{{ x and 'a' }}",
                    "{{ f() | default('a') }}",
                    "{{ x | upper | default('a') }}",
                    "{{ x.y | default('a') }}"
                })
        void areNotThereWhereNothingIsTakenInstead(String template) {
            assertThat(only(template).fallback()).isNull();
        }

        @Test
        void ofEachOfSeveralAlternativesAreWhatComesBehind() {
            TemplateReading reading = TemplateReader.read("{{ a or b or ['c'] }}{{ d or (e or 1 + 2) }}{{ f or g }}");

            assertThat(reading.uses())
                    .extracting(Use::fallback)
                    .containsExactly(
                            new Computed(),
                            new Items(List.<Value>of(new Text("c"))),
                            new Computed(),
                            new Computed(),
                            null,
                            null);
        }
    }

    @Nested
    class Guards {

        @Test
        void areConditionsThatAskAboutTheName() {
            assertThat(guarded("{% if x %}{{ x }}{% else %}{{ x }}{% endif %}{{ x }}"))
                    .containsExactly(true, true, false, false);
            assertThat(guarded("{% if x is defined and y %}{{ x }}{% endif %}")).containsExactly(true, true);
            assertThat(guarded("{% if x is none %}{{ x }}{% else %}{{ x }}{% endif %}"))
                    .containsExactly(true, false, true);
            assertThat(guarded("{% if x is not undefined %}{{ x }}{% endif %}")).containsExactly(true, true);
            assertThat(guarded("{% if not x %}{{ x }}{% elif y %}{{ x }}{% endif %}"))
                    .containsExactly(true, false, true);
            assertThat(guarded("{{ x if x else y }}")).containsExactly(true, true);
            assertThat(guarded("{% for i in y if x %}{{ x }}{% else %}{{ x }}{% endfor %}"))
                    .containsExactly(true, true, false);
        }

        @Test
        void areNotConditionsThatFailWithoutAValue() {
            assertThat(guarded("{% if x > 5 %}{{ x }}{% endif %}")).containsExactly(false, false);
            assertThat(guarded("{% if x + 1 == 2 %}{{ x }}{% endif %}")).containsExactly(false, false);
            assertThat(guarded("{% if x|int > 5 %}{{ x }}{% endif %}")).containsExactly(true, true);
        }

        @Test
        void ofAnAttributeAreNotThoseOfTheName() {
            assertThat(guarded("{% if x.y %}{{ x.y }}{{ x.z }}{{ x }}{% endif %}"))
                    .containsExactly(true, true, false, false);
            assertThat(guarded("{% if x %}{{ x.y }}{% endif %}")).containsExactly(true, true);
        }

        @Test
        void ofACallAskAboutItsFirstArgument() {
            assertThat(guarded("{% if x('a') %}{{ x('a', more=1) }}{{ x('b') }}{{ x(column='a') }}{% endif %}"))
                    .containsExactly(true, true, false, true);
            assertThat(guarded("{% if x(y) %}{{ x(y) }}{% endif %}")).containsExactly(false, false);
        }
    }

    @Nested
    class SurroundingsOfAUse {

        private List<String> conditions(String template) {
            return TemplateReader.read(template).uses().stream()
                    .filter(use -> use.name().equals("x"))
                    .findFirst()
                    .orElseThrow()
                    .surroundings()
                    .conditions();
        }

        @Test
        void areTheConditionsFromTheOutermostIn() {
            assertThat(conditions("{% if a == 1 %}{% if b  and c %}{{ x if d else y }}{% endif %}{% endif %}"))
                    .containsExactly("a == 1", "b  and c", "d");
            assertThat(conditions("{% if a %}{% elif b %}{% else %}{{ y if d else x }}{% endif %}"))
                    .containsExactly("not (a)", "not (b)", "not (d)");
            assertThat(conditions("{% if a %}{% elif x %}{% endif %}")).containsExactly("not (a)");
            assertThat(conditions("{% for i in a if i.b %}{{ x }}{% endfor %}")).containsExactly("i.b");
            assertThat(conditions("{% if a %}{% endif %}{{ x }}")).isEmpty();
        }

        @Test
        void saySoInALoop() {
            TemplateReading reading =
                    TemplateReader.read("{% for i in a %}{{ b }}{% else %}{{ c }}{% endfor %}{{ d }}");

            assertThat(reading.uses())
                    .extracting(use -> use.surroundings().isInLoop())
                    .containsExactly(false, true, false, false);
        }

        @Test
        void areCutOffWhereTheyAreLong() {
            assertThat(conditions("{% if '" + "a".repeat(1_000) + "' %}{{ x }}{% endif %}")
                            .get(0))
                    .hasSize(500)
                    .endsWith("…");
            assertThat(conditions("{% if a %}" + "{% elif a %}".repeat(99) + "{% else %}{{ x }}{% endif %}"))
                    .hasSize(50);
        }
    }

    @Nested
    class Scopes {

        @Test
        void decideAsInJinjaWhereverANameIsSet() {
            assertThat(TemplateReader.read("{% for i in [1] %}{{ x }}{% endfor %}{% set x = 1 %}")
                            .undeclared())
                    .isEmpty();
            assertThat(TemplateReader.read("{% if true %}{% set x = 1 %}{% endif %}")
                            .undeclared())
                    .containsExactly("x");
        }

        @Test
        void tellNoUseWhereANameIsSurelySet() {
            TemplateReading one = TemplateReader.read("{% if a %}{% set x = 1 %}{{ x }}{% endif %}");
            TemplateReading both =
                    TemplateReader.read("{% if a %}{% set x = 1 %}{% else %}{% set x = 2 %}{% endif %}{{ x }}");
            TemplateReading perhaps = TemplateReader.read("{% if a %}{% set x = 1 %}{% endif %}{{ x }}");

            assertThat(one.uses()).extracting(Use::name).containsExactly("a");
            assertThat(both.uses()).extracting(Use::name).containsExactly("a");
            assertThat(perhaps.uses()).extracting(Use::name).containsExactly("a", "x");
            assertThat(both.undeclared()).containsExactly("a", "x");
        }
    }

    @Nested
    class Strangers {

        @Test
        void areFiltersAndTestsThatJinjaDoesNotHave() {
            TemplateReading reading =
                    TemplateReader.read("{{ 1|upper|where_in }}{{ 1 is prime }}{{ 2|where_in }}{{ 1 is odd }}");

            assertThat(reading.unknownFilters())
                    .containsExactly(
                            new UnknownFilter(UnknownFilter.Kind.FILTER, "where_in", new Position(1, 12)),
                            new UnknownFilter(UnknownFilter.Kind.TEST, "prime", new Position(1, 31)));
        }

        @Test
        void areOtherTemplates() {
            TemplateReading reading = TemplateReader.read("{% include 'a' %}\n{% import 'b' as b %}{{ b.c }}");

            assertThat(reading.otherTemplates())
                    .containsExactly(
                            new OtherTemplate("include", new Position(1, 4)),
                            new OtherTemplate("import", new Position(2, 4)));
            assertThat(reading.uses()).isEmpty();
        }
    }

    @Nested
    class Faults {

        @ParameterizedTest
        @CsvSource(
                delimiterString = " => ",
                value = {
                    "{{ a }}{{ b c }} => 1:13 expected the end of the block",
                    "{% if a %}{{ b => 1:14 expected the end of the block",
                    "{% if a %}{{ b }} => 1:16 missing endif for the block in line 1",
                    "{% for a in b %}{% else %} => 1:25 missing endfor for the block in line 1",
                    "{{ '\\x1' }} => 1:4 unreadable escape in a string",
                    "{% block a %}{% endblock %}{% block a %}{% endblock %} => 1:31 a block of this name is there already",
                    "{% for loop in a %}{% endfor %} => 1:8 loop cannot get a value inside of a loop",
                    "{% set [a] = 1 %} => 1:8 this cannot get a value",
                    "{% set a|d(b) %}{% endset %} => 1:12 the filter of a block assignment uses a name that is not used elsewhere"
                })
        void sayWhatAndWhere(String template, String fault) {
            Fault found = TemplateReader.read(template).fault();

            assertThat(found.position().line() + ":" + found.position().column() + " " + found.what())
                    .isEqualTo(fault);
        }

        @Test
        void leaveWhatWasReadBefore() {
            TemplateReading reading = TemplateReader.read(
                    "{{ a }}{% if b %}{{ c }}{% elif d %}{% for i in e %}{{ i }}{{ f }}{{ g h }}{{ later }}");

            assertThat(reading.fault()).isNotNull();
            assertThat(reading.uses()).extracting(Use::name).containsExactly("a", "b", "c", "d", "e", "f", "g");
        }

        @Test
        void leaveTheBranchesBeforeABrokenOne() {
            TemplateReading reading = TemplateReader.read("{% if a %}{{ b }}{% elif %}{{ c }}{% endif %}");

            assertThat(reading.uses()).extracting(Use::name).containsExactly("a", "b");
        }
    }

    /** None of these may take long or exhaust the stack; how the time grows is measured elsewhere. */
    @Nested
    class HostileTemplates {

        private static final int MANY = 100_000;

        @ParameterizedTest
        @ValueSource(strings = {"{% if a %}", "{% for a in b %}", "{% with %}", "{% macro m() %}", "{% block b %}"})
        void nestedBlocksAreRefusedAtADocumentedDepth(String opening) {
            Fault fault = TemplateReader.read(opening.repeat(10_000)).fault();

            assertThat(fault.what()).isEqualTo("nested too deep to be read, more than 100 levels");
            assertThat(fault.position()).isEqualTo(new Position(1, Template.DEEPEST_NESTING * opening.length() + 4));
        }

        @Test
        void nestingUpToThatDepthIsRead() {
            int depth = Template.DEEPEST_NESTING;
            String brackets = "{{ " + "(".repeat(depth - 1) + "x" + ")".repeat(depth - 1) + " }}";
            String blocks = "{% if x %}".repeat(depth) + brackets + "{% endif %}".repeat(depth);

            TemplateReading reading = TemplateReader.read(blocks);

            assertThat(reading.fault()).isNull();
            assertThat(reading.uses()).hasSize(depth + 1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"(", "[", "{1:", "-", "not ", "a(", "a[", "a|f(", "a if b else ", "a if "})
        void nestedExpressionsAreRefusedAtADocumentedDepth(String opening) {
            Fault fault =
                    TemplateReader.read("{{ " + opening.repeat(10_000) + "a }}").fault();

            assertThat(fault.what()).isEqualTo("nested too deep to be read, more than 100 levels");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{{",
                    "{%",
                    "{#",
                    "{% raw",
                    "{% raw %}{%",
                    "{{ '",
                    "{",
                    "{%-",
                    "{{ a }}",
                    "{# a #}",
                    "\n{%-",
                    "{% if a %}{% endif %}",
                    "{{ a if b else c }}",
                    "{% set a = b %}",
                    "{% endraw %}",
                    "1_",
                    "{{ 1_1 }}",
                    "\\",
                    "{% set a %}{% endset %}",
                    "{% macro m(a, b=c) %}{{ caller() }}{% endmacro %}",
                    "{% for a in b %}{{ loop }}{% endfor %}"
                })
        void repetitionsComeToAnEnd(String part) {
            TemplateReading reading = TemplateReader.read(part.repeat(MANY / part.length()));

            assertThat(reading).isNotNull();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    " or a",
                    " + a",
                    " < a",
                    "|f",
                    ".a",
                    "[0]",
                    "()",
                    ", a",
                    " is b or a",
                    " ~ 'a'",
                    " and not a",
                    "['b']",
                    " 'a'",
                    "_a",
                    "1",
                    "\n"
                })
        void longExpressionsComeToAnEnd(String part) {
            TemplateReading reading = TemplateReader.read("{{ a" + part.repeat(MANY) + " }}");

            assertThat(reading).isNotNull();
        }

        @Test
        void manyBranchesComeToAnEnd() {
            String branch = "{% elif a == 1 %}{% set x = b %}{{ x }}";

            TemplateReading reading = TemplateReader.read("{% if a %}" + branch.repeat(MANY / 10) + "{% endif %}");

            assertThat(reading.fault()).isNull();
            assertThat(reading.undeclared()).containsExactly("a", "b", "x");
        }

        @Test
        void manyNamesComeToAnEnd() {
            StringBuilder template = new StringBuilder();
            for (int i = 0; i < MANY / 10; i++) {
                template.append("{% if a")
                        .append(i)
                        .append(" %}{% set b")
                        .append(i)
                        .append(" = 1 %}{% endif %}");
            }

            TemplateReading reading = TemplateReader.read(template.toString());

            assertThat(reading.undeclared()).hasSize(MANY / 5);
        }
    }
}
