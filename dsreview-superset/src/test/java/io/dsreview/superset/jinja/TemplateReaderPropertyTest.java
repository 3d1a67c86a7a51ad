package io.dsreview.superset.jinja;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TemplateReaderPropertyTest {

    @Property
    void readsAnyFragmentsToAnOutcome(@ForAll("fragments") String template) {
        TemplateReading reading = TemplateReader.read(template);

        assertThat(reading.uses())
                .allSatisfy(use -> assertThat(reading.undeclared()).contains(use.name()));
        assertThat(reading.uses()).isSortedAccordingTo(Comparator.comparing(Use::position));
    }

    @Property
    void findsAVariableWhereverItStands(@ForAll("text") String before, @ForAll("text") String after) {
        TemplateReading reading = TemplateReader.read(before + "{{ url_param('wanted') }}" + after);

        assertThat(reading.uses()).extracting(Use::name).containsExactly("url_param");
        assertThat(reading.undeclared()).containsExactly("url_param");
    }

    @Provide
    Arbitrary<String> fragments() {
        return Arbitraries.of(
                        "{{",
                        "}}",
                        "{%",
                        "%}",
                        "{#",
                        "#}",
                        "{%-",
                        "-%}",
                        "{{-",
                        "-}}",
                        "if",
                        "else",
                        "elif",
                        "endif",
                        "for",
                        "in",
                        "endfor",
                        "set",
                        "endset",
                        "macro",
                        "endmacro",
                        "call",
                        "endcall",
                        "raw",
                        "endraw",
                        "with",
                        "endwith",
                        "filter",
                        "endfilter",
                        "block",
                        "endblock",
                        "url_param",
                        "filter_values",
                        "(",
                        ")",
                        "[",
                        "]",
                        "{",
                        "}",
                        "'a'",
                        "'",
                        "\"",
                        "\\",
                        ",",
                        ":",
                        ".",
                        "|",
                        "=",
                        "==",
                        "~",
                        "*",
                        "**",
                        "-",
                        "not",
                        "and",
                        "or",
                        "is",
                        "x",
                        "given",
                        "1",
                        "1.5",
                        "none",
                        " ",
                        "\n",
                        "ä",
                        "\u0000",
                        "\uD800",
                        "where_in",
                        "{{ url_param('a') }}",
                        "{% if filter_values('b') %}",
                        "{% endif %}",
                        "{% for i in x %}",
                        "{% endfor %}",
                        "SELECT ")
                .list()
                .ofMaxSize(400)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> text() {
        return Arbitraries.strings().withChars("abc %}#\n'\"()[]-;").ofMaxLength(40);
    }
}
