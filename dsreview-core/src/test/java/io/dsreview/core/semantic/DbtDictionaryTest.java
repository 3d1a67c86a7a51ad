package io.dsreview.core.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.access.Actor;
import io.dsreview.api.access.Role;
import io.dsreview.api.error.Problem;
import io.dsreview.api.error.ProblemText;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.semantic.DbtModel.Artifact;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.semantic.SemanticSourceResolver.Resolution;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a properties file of dbt means, and what in it only dbt could tell. */
class DbtDictionaryTest {

    private static final Actor ANN = Actor.of("acme", "ann", Role.MAINTAINER);

    private static final String SCHEMA = """
            models:
              - name: orders
                columns:
                  - {name: amount, description: of the model}
            sources:
              - name: shop
                tables:
                  - name: orders
                    columns:
                      - {name: amount, description: of shop}
                  - name: visits
                    columns: [{name: amount, description: of visits}]
              - name: web
                tables:
                  - name: orders
                    columns:
                      - {name: amount, description: of web}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {"description: '{{ doc(\"a\") }}'", "meta: {unit: 'a {% raw %}'}", "description: 'a {# b #}'"})
    void SE4_aTemplateThatOnlyDbtRendersIsRefused(String text) {
        Problem problem = problem(
                "orders", "models:\n  - name: orders\n    columns:\n      - name: amount\n        " + text + "\n");

        assertThat(ProblemText.of(problem, Locale.ENGLISH).toString())
                .matches(
                        "At line 4 of the semantic source, (description|unit) is a Jinja template, which only dbt renders. "
                                + "Apply the manifest.json that dbt writes, .*");
    }

    @Test
    void SE7_whatAManifestSaysIsRenderedAlready() {
        String manifest = "{\"nodes\":{\"model.a.orders\":{\"name\":\"orders\",\"columns\":{\"amount\":"
                + "{\"name\":\"amount\",\"description\":\"written as {{ braces }}\"}}}}}";

        assertThat(description(resolve(Artifact.MANIFEST, "orders", manifest))).isEqualTo("written as {{ braces }}");
    }

    @ParameterizedTest
    @CsvSource({"orders, of the model", "shop.orders, of shop", "web.orders, of web", "visits, of visits"})
    void SE7_aNameInASchemaIsThatOfAModelAndElseOfASourcesTable(String model, String description) {
        assertThat(description(resolve(Artifact.SCHEMA, model, SCHEMA))).isEqualTo(description);
    }

    @Test
    void SE4_twoTablesOfOneNameAreToldApartByTheirSources() {
        Problem problem = problem("orders", SCHEMA.replace("models:", "groups:"));

        assertThat(ProblemText.of(problem, Locale.ENGLISH).toString())
                .startsWith("The file of dbt has 2 models of that name, the second at line 15, position 9.")
                .contains("name a source's table as source.table");
    }

    private static Resolution resolve(Artifact artifact, String model, String text) {
        return new SemanticSources()
                .resolve(
                        SemanticSource.dbt("d", artifact, model, text.getBytes(StandardCharsets.UTF_8)),
                        List.of(new FieldId("amount")),
                        ANN);
    }

    private static String description(Resolution resolution) {
        return ((Resolution.Resolved) resolution).candidates().get(0).meaning().description();
    }

    private static Problem problem(String model, String schema) {
        return ((Resolution.Unusable) resolve(Artifact.SCHEMA, model, schema)).problem();
    }
}
