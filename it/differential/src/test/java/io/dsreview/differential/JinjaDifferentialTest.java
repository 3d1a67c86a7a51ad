package io.dsreview.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Our reader and Jinja itself take and refuse the same templates, and find the same names and calls in them. */
@Timeout(600)
class JinjaDifferentialTest {

    /** Change it with {@code -Ddifferential.seed}; a failure prints the template itself. */
    private static final long SEED = Long.getLong("differential.seed", 20260101L);

    private static final int GENERATED = Integer.getInteger("differential.templates", 3_000);
    private static final int BROKEN = GENERATED / 2;
    private static final Pattern TITLE = Pattern.compile("(?m)^=== .*\\R");

    private static Oracle oracle;
    private static int compared;
    private static int refused;
    private static int beyondComparison;
    private static final List<String> DISAGREEMENTS = new ArrayList<>();

    @BeforeAll
    static void start() {
        oracle = Oracle.start("jinja_oracle.py");
        System.out.println("jinja: version " + oracle.greeting().get("jinja").stringValue() + ", seed " + SEED);
    }

    @AfterAll
    static void end() {
        if (oracle != null) {
            oracle.close();
        }
        System.out.printf(
                "jinja: %d templates, %d disagreements (%d parsed, %d refused by both)%s%n",
                compared,
                DISAGREEMENTS.size(),
                compared - refused - DISAGREEMENTS.size(),
                refused,
                beyondComparison == 0 ? "" : "; " + beyondComparison + " more over which Jinja itself fails");
    }

    @Test
    void agreesOnTemplatesWrittenByHand() {
        List<String> templates = handWritten();

        assertThat(templates).hasSizeGreaterThanOrEqualTo(60);
        assertThat(disagreements(templates.stream())).isEmpty();
    }

    @Test
    void agreesOnGeneratedTemplates() {
        TemplateGenerator generator = new TemplateGenerator(new Random(SEED));

        assertThat(disagreements(Stream.generate(generator::template).limit(GENERATED)))
                .isEmpty();
    }

    @Test
    void agreesOnBrokenTemplates() {
        Random random = new Random(SEED + 1);
        TemplateGenerator generator = new TemplateGenerator(random);
        Mutation mutation = new Mutation(random);

        assertThat(disagreements(
                        Stream.generate(() -> mutation.of(generator.template())).limit(BROKEN)))
                .isEmpty();
    }

    private static List<String> disagreements(Stream<String> templates) {
        List<String> found = templates
                .map(JinjaDifferentialTest::disagreement)
                .filter(disagreement -> !disagreement.isEmpty())
                .toList();
        DISAGREEMENTS.addAll(found);
        return found;
    }

    private static String disagreement(String template) {
        JsonNode answer = oracle.ask(Map.of("template", template));
        if (answer.has("broken")) {
            beyondComparison++;
            return "";
        }
        JinjaVerdict jinja = JinjaVerdict.ofJinja(answer);
        JinjaVerdict ours = JinjaVerdict.ofOurs(template, answer);
        compared++;
        if (jinja.equals(ours)) {
            refused += jinja.refused() ? 1 : 0;
            return "";
        }
        return "%n%s%n  jinja %s%n  ours  %s%n  jinja's words %s"
                .formatted(template, jinja, ours, answer.path("refused"));
    }

    private static List<String> handWritten() {
        try (InputStream file = JinjaDifferentialTest.class.getResourceAsStream("templates.txt")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(TITLE.split(text))
                    .skip(1)
                    .map(JinjaDifferentialTest::withoutLastLineEnd)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String withoutLastLineEnd(String template) {
        return template.endsWith("\n") ? template.substring(0, template.length() - 1) : template;
    }
}
