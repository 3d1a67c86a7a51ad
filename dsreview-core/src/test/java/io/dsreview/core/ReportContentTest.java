package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.canonical.JsonText;
import io.dsreview.api.command.ClarificationCommand.DeferQuestion;
import io.dsreview.api.command.ClarificationCommand.SkipQuestion;
import io.dsreview.api.command.MappingCommand.AcceptTemplateValue;
import io.dsreview.api.command.MappingCommand.DecideMappings;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.command.SemanticCommand.DecideField;
import io.dsreview.api.command.SemanticCommand.DecideField.Choice;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.session.Report;
import io.dsreview.test.superset.SampleContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a report says about mappings, rejections and questions that were set aside, with who decided. */
class ReportContentTest {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    @Test
    void AR1_aMappingSaysWhyWhatArrivesWhatIsLostAndWhoAcceptedThat() {
        World world = new World(new SampleContext()
                        .dataset(7, TemplateVariable.of(VariableKind.URL_PARAM, "region", true, null))
                        .filter("F-region", "region", "EMEA", "APAC")
                        .build())
                .start();
        world.step(context -> new DecideMappings(
                context,
                world.session().mappings().stream().map(each -> each.id()).toList(),
                true,
                world.session().mappings().stream().map(each -> each.content()).toList()));

        String documentation = report(world, Report.DOCUMENTATION, Report.Format.MARKDOWN, Locale.ENGLISH);
        Map<?, ?> mapping = mapping(world, "variable:url_param:region");

        assertThat(documentation)
                .contains("### Why filters belong there, and what is lost", "`CONVERSION_", "unchanged", "approved");
        assertThat((List<?>) mapping.get("reasons")).isNotEmpty();
        assertThat((List<?>) mapping.get("losses")).singleElement().satisfies(loss -> assertThat(
                        ((Map<?, ?>) loss).get("code").toString())
                .startsWith("CONVERSION_"));
        assertThat(mapping.get("arriving")).isNotEqualTo(mapping.get("value"));
        assertThat(mapping.get("by")).isEqualTo("ann");
        assertThat(report(world, Report.VALIDATION, Report.Format.MARKDOWN, Locale.ENGLISH))
                .contains("| approved | CONVERSION");
        assertThat(report(world, Report.DOCUMENTATION, Report.Format.MARKDOWN, RUSSIAN))
                .contains("### Почему фильтры связаны с этими целями и что теряется", "без изменений");
    }

    @Test
    void AR1_aFieldAndACandidateSayHowCloselyTheyPointAtAPerson() {
        World world = new World(World.oneFilter().build()).start();
        String head = "field,verbose_name,description,pii";
        world.step(context ->
                new ApplySemanticSource(context, World.csv("a.csv", head, "region,Region,Where,direct", "status,S,,")));
        world.step(context ->
                new ApplySemanticSource(context, World.csv("b.csv", head, "status,State,,quasi", "amount,A,,none")));

        String english = report(world, Report.DOCUMENTATION, Report.Format.MARKDOWN, Locale.ENGLISH);
        String russian = report(world, Report.DOCUMENTATION, Report.Format.MARKDOWN, RUSSIAN);

        assertThat(english)
                .contains(
                        "| Format and unit | Personal data | Trusted |",
                        "| Format and unit | Personal data | Provenance |")
                .containsPattern("\\| `region` .*\\| Where \\|  \\| direct identifier \\|")
                .containsPattern("\\| `amount` .*\\| none \\|")
                .containsPattern("\\| `status` \\| State \\|  \\|  \\| quasi-identifier \\|");
        assertThat(russian)
                .contains("| Персональные данные |", "| прямой идентификатор |", "| косвенный идентификатор |");
    }

    @Test
    void AR1_whatANewerVersionProposesForALockedFieldIsListed() {
        World world = new World(World.oneFilter().build()).start();
        String head = "field,verbose_name,description";
        String others = "## What else was proposed";
        world.step(context -> new ApplySemanticSource(context, World.csv("a.csv", head, "region,Region,Where")));
        world.step(context -> new DecideField(context, new FieldId("region"), new Choice.Lock()));
        assertThat(report(world, Report.DOCUMENTATION, Report.Format.MARKDOWN, Locale.ENGLISH))
                .doesNotContain(others);

        world.step(context -> new ApplySemanticSource(context, World.csv("a.csv", head, "region,Area,Where")));

        assertThat(report(world, Report.DOCUMENTATION, Report.Format.MARKDOWN, Locale.ENGLISH))
                .contains(others)
                .containsPattern("\\| `region` \\| Area \\| Where ");
    }

    @Test
    void AR1_anAcceptedDefaultIsNoVariablesValueWhereAFilterOverrulesIt() {
        TemplateVariable status = TemplateVariable.of(VariableKind.FILTER_VALUES, "status", false, "new");
        World world = new World(new SampleContext()
                        .dataset(7, status)
                        .filter("F-status", "status", "paid")
                        .build())
                .start();
        List<MappingId> mappings =
                world.session().mappings().stream().map(ExecutionMapping::id).toList();
        world.step(context -> new DecideMappings(context, mappings, false))
                .step(context -> new AcceptTemplateValue(context, status.id()));
        assertThat(variable(world, "value")).isEqualTo("new");
        assertThat(variable(world, "origin")).isEqualTo("ACCEPTED_DEFAULT");

        world.step(context -> new DecideMappings(context, mappings, true));

        assertThat(variable(world, "defaultValue")).isEqualTo("new");
        assertThat(variable(world, "value")).isNull();
        assertThat(variable(world, "origin")).isNull();
    }

    @Test
    void AR1_aRejectedCandidateSaysWhoRejectedIt() {
        World world = new World(World.oneFilter().build()).start();
        world.step(context -> new ApplySemanticSource(
                context, World.csv("a.csv", "field,verbose_name,description", "region,Region,Where")));
        world.step(context -> new DecideField(
                context,
                new FieldId("region"),
                new Choice.Reject(
                        world.session().semantics().fields().get(0).candidates().get(0))));

        assertThat(report(world, Report.DOCUMENTATION, Report.Format.MARKDOWN, Locale.ENGLISH))
                .containsPattern("\\| `region` \\| Region \\| Where .*\\| `ann`, 2026-03-01T12:00:00Z \\|");
        assertThat(report(world, Report.VALIDATION, Report.Format.MARKDOWN, Locale.ENGLISH))
                .contains("| `ann` | field | `region` | candidate rejected | `a.csv` |");
        assertThat(report(world, Report.VALIDATION, Report.Format.MARKDOWN, RUSSIAN))
                .contains("вариант отклонён");
    }

    @Test
    void AR1_aQuestionThatWasSetAsideSaysSo() {
        World world = new World(new SampleContext().dataset(7).dataset(8).build()).start();
        world.step(context -> new SkipQuestion(
                context,
                Objects.requireNonNull(world.session().clarification().active()).id()));
        assertThat(report(world, Report.VALIDATION, Report.Format.MARKDOWN, Locale.ENGLISH))
                .contains("| skipped for now, `ann`, 2026-03-01T12:00:00Z |");

        world.step(context -> new DeferQuestion(
                context,
                Objects.requireNonNull(world.session().clarification().active()).id(),
                "ask *finance*"));

        assertThat(report(world, Report.VALIDATION, Report.Format.MARKDOWN, Locale.ENGLISH))
                .contains("| left to an expert, `ann`, 2026-03-01T12:00:00Z, ask \\*finance\\* |");
        assertThat(report(world, Report.VALIDATION, Report.Format.MARKDOWN, RUSSIAN))
                .contains("передан эксперту");
        assertThat(report(world, Report.VALIDATION, Report.Format.JSON, Locale.ENGLISH))
                .contains("\"reason\": \"DEFERRED\"", "\"note\": \"ask *finance*\"");
    }

    private static Map<?, ?> mapping(World world, String target) {
        Map<?, ?> document = (Map<?, ?>) Objects.requireNonNull(
                JsonText.parse(report(world, Report.DOCUMENTATION, Report.Format.JSON, Locale.ENGLISH)));
        return ((List<?>) Objects.requireNonNull(document.get("filters")))
                .stream()
                        .flatMap(filter ->
                                ((List<?>) Objects.requireNonNull(((Map<?, ?>) filter).get("mappings"))).stream())
                        .map(each -> (Map<?, ?>) each)
                        .filter(each -> target.equals(each.get("target")))
                        .findFirst()
                        .orElseThrow();
    }

    private static @Nullable Object variable(World world, String component) {
        Map<?, ?> document = (Map<?, ?>) Objects.requireNonNull(
                JsonText.parse(report(world, Report.DOCUMENTATION, Report.Format.JSON, Locale.ENGLISH)));
        List<?> variables = (List<?>) Objects.requireNonNull(document.get("variables"));
        return ((Map<?, ?>) Objects.requireNonNull(variables.get(0))).get(component);
    }

    private static String report(World world, Report report, Report.Format format, Locale locale) {
        return world.core.report(World.ANN, world.id(), report, format, locale).orElseThrow();
    }
}
