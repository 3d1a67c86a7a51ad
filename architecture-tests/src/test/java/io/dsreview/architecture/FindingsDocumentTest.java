package io.dsreview.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.error.ErrorCode;
import io.dsreview.api.finding.FindingTarget;
import io.dsreview.api.finding.Severity;
import io.dsreview.core.dictionary.DictionaryProblem;
import io.dsreview.core.finding.FindingRule;
import io.dsreview.core.finding.Finds;
import io.dsreview.core.finding.ReviewProblem;
import io.dsreview.core.finding.rule.FindingRules;
import io.dsreview.core.mapping.ConversionProblem;
import io.dsreview.superset.error.SupersetErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Writes {@code docs/findings.md} from the rules, and fails when the file says something else. */
class FindingsDocumentTest {

    private static final Path DOCUMENT = Path.of("docs/findings.md");

    private static final Map<String, ErrorCode> CODES = Stream.of(
                    ReviewProblem.values(),
                    ConversionProblem.values(),
                    DictionaryProblem.values(),
                    SupersetErrorCode.values())
            .flatMap(Arrays::stream)
            .collect(Collectors.toMap(ErrorCode::code, code -> code, (one, other) -> one, LinkedHashMap::new));

    @Test
    void theDocumentSaysWhatTheRulesSay() throws IOException {
        String written = document();
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(SourceTree.root().resolve(DOCUMENT), written);
        }

        assertThat(SourceTree.read(DOCUMENT))
                .as(
                        "%s is out of date; write it by: mvn -pl architecture-tests -am test -Ddocs.write=true"
                                + " -Dtest=FindingsDocumentTest -Dsurefire.failIfNoSpecifiedTests=false",
                        DOCUMENT)
                .isEqualTo(written);
    }

    @Test
    void everyRuleFindsCodesThatHaveWords() {
        assertThat(FindingRules.all())
                .allSatisfy(rule -> assertThat(rule.finds().codes())
                        .allSatisfy(code -> assertThat(matching(code)).as(code).isNotEmpty()));
    }

    private static String document() {
        StringBuilder text = new StringBuilder("""
                # Findings

                Written by a test from the rules and their messages; change those, not this file.

                A finding is *open* while what it says holds, *resolved* once it no longer does, and *accepted* when a person said that it
                may stay (`AcceptFinding`, with who, when and why). An accepted finding is open again as soon as it says something else. A
                *blocking* finding keeps clause L3 of the launch gate unmet; it is never accepted, only resolved.

                Each finding names its target: the session, or the field, filter, variable, mapping or preview that it is about.

                ## Rules

                In the order in which new findings are listed. A code that ends in `*` stands for all that begin so: such a rule repeats what was
                reported by whoever recovered, compiled or read.

                | rule | severity | target | when | codes |
                |---|---|---|---|---|
                """);
        for (FindingRule rule : FindingRules.all()) {
            Finds finds = rule.finds();
            text.append(row(
                    rule.getClass().getSimpleName(),
                    lower(finds.severity()),
                    lower(finds.target()),
                    finds.when(),
                    finds.codes().stream().map(code -> "`" + code + "`").collect(Collectors.joining(" "))));
        }
        text.append("""

                ## Codes

                What stands in braces is filled in.

                | code | what it says | cure |
                |---|---|---|
                """);
        FindingRules.all().stream()
                .flatMap(rule -> rule.finds().codes().stream())
                .flatMap(code -> matching(code).stream())
                .distinct()
                .sorted(Comparator.comparing(ErrorCode::code))
                .forEach(code -> text.append(row("`" + code.code() + "`", word(code, "message"), word(code, "cure"))));
        return text.toString();
    }

    private static List<ErrorCode> matching(String code) {
        Finds one = Finds.reported(Severity.INFO, FindingTarget.SESSION, "", code);
        return CODES.values().stream().filter(each -> one.includes(each.code())).toList();
    }

    /** The words as they are, with the form for many where they depend on a number. */
    private static String word(ErrorCode code, String which) {
        return ResourceBundle.getBundle(code.bundle(), Locale.ROOT)
                .getString(code.code() + "." + which)
                .replaceAll("\\{[A-Za-z]+\\|(?:[^{}|]*\\|)*([^{}|]*)}", "$1");
    }

    private static String row(String... cells) {
        return Arrays.stream(cells)
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
