package io.dsreview.core.semantic;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Role;
import io.dsreview.api.error.Problem;
import io.dsreview.api.error.ProblemText;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.semantic.SemanticSource.Format;
import io.dsreview.api.semantic.SemanticSourceResolver.Resolution;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What only JSON and YAML can say: escapes, and in YAML several ways of writing nothing, and mappings that take others in. */
class TreeDictionaryTest {

    private static final Actor ANN = Actor.of("acme", "ann", Role.MAINTAINER);
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    /** A file that is refused, and the beginning of what is said about it. */
    record Refused(Format format, String text, String message, Locale locale) {

        static Refused of(Format format, String text, String message) {
            return new Refused(format, text, message, Locale.ENGLISH);
        }

        @Override
        public String toString() {
            return format + " " + message;
        }
    }

    static Stream<Refused> refused() {
        String noText = "The semantic source holds something that is no text, such as a NUL character, at line ";
        String tooMany = "The semantic source holds more than is taken, from line 2 on.";
        String zeros = "[" + "0,".repeat(1_000_000) + "\n" + "0,".repeat(1_000_000) + "0]";
        String bomb = "- &a {"
                + IntStream.range(0, 10_000).mapToObj(i -> "k" + i + ", ").collect(joining()) + "}\n" + "- {<<: ["
                + "*a, ".repeat(250) + "]}\n";
        return Stream.of(
                new Refused(
                        Format.JSON,
                        "[{\"field\":\"a\",\"unit\":[]}]",
                        "В строке 1, позиция 22 источника, на месте unit ожидается текст.",
                        RUSSIAN),
                new Refused(
                        Format.YAML,
                        "- [a]: b\n",
                        "В строке 1, позиция 3 источника, на месте ключа ожидается текст.",
                        RUSSIAN),
                Refused.of(
                        Format.YAML,
                        "- [a]: b\n",
                        "At line 1, position 3 of the semantic source, the key should be a text."),
                Refused.of(Format.YAML, bomb, tooMany),
                Refused.of(
                        Format.YAML,
                        "- field: a\n  <<: b\n",
                        "At line 2, position 7 of the semantic source, << should be a mapping."),
                Refused.of(
                        Format.YAML,
                        "- &a {field: a}\n- {<<: *a,\n   <<: *a}\n",
                        "The key at line 3, position 4 of the semantic source stands in the same mapping twice."),
                Refused.of(Format.JSON, zeros, tooMany),
                Refused.of(Format.YAML, zeros, tooMany),
                Refused.of(Format.JSON, "[{\"field\":\"a\"},\n{\"field\":\"b\",\"unit\":\"x\\u0000\"}]", noText + 2),
                Refused.of(Format.JSON, "[{\"field\":\"a\",\"verbose_name\":\"\\ud800\"}]", noText + 1),
                Refused.of(Format.JSON, "[{\"field\":\"a\",\"format\":\"\\udc00%Y\"}]", noText + 1),
                Refused.of(Format.YAML, "- field: a\n  description: \"a\\0b\"\n", noText + 1));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void SE4_aFileThatCannotBeUsedIsRefusedWithItsPlace(Refused refused) {
        Problem problem = ((Resolution.Unusable) resolve(refused.format(), refused.text())).problem();

        assertThat(ProblemText.of(problem, refused.locale()).message()).startsWith(refused.message());
    }

    /** A file, and what it says of {@code amount}. */
    record Meant(Format format, String text, FieldMeaning meaning) {
        @Override
        public String toString() {
            return format + " " + text;
        }
    }

    static Stream<Meant> meant() {
        return Stream.of(
                new Meant(
                        Format.JSON,
                        "[{\"field\":\"amount\",\"verbose_name\":\"\\ud83d\\ude00\\t\\u0001\"}]",
                        new FieldMeaning("😀\t\u0001", "")),
                new Meant(
                        Format.YAML,
                        "- {field: amount, verbose_name: NULL, description: 'Null', unit: Null, pii: null, format: ~}\n",
                        new FieldMeaning("", "Null")),
                new Meant(
                        Format.YAML,
                        "- &a {field: a, verbose_name: A, description: of a}\n- {field: amount, <<: *a}\n",
                        new FieldMeaning("A", "of a")),
                new Meant(Format.YAML, """
                                - &a {field: a, verbose_name: A, description: of a}
                                - &b {field: b, verbose_name: B, unit: EUR}
                                - {<<: [*b, *a, {unit: USD}], field: amount}
                                """, new FieldMeaning("B", "of a", null, "EUR", null)),
                new Meant(
                        Format.YAML,
                        "- &a {field: a, verbose_name: A}\n- {field: amount, '<<': *a, unit: EUR}\n",
                        new FieldMeaning("", "", null, "EUR", null)));
    }

    @ParameterizedTest
    @MethodSource("meant")
    void SE7_aFileMeansWhatItsFormatSays(Meant meant) {
        Resolution.Resolved resolved = (Resolution.Resolved) resolve(meant.format(), meant.text());

        assertThat(resolved.candidates().get(0).meaning()).isEqualTo(meant.meaning());
    }

    private static Resolution resolve(Format format, String text) {
        SemanticSource source = SemanticSource.file("d", format, text.getBytes(StandardCharsets.UTF_8));
        return new SemanticSources().resolve(source, List.of(new FieldId("amount")), ANN);
    }
}
