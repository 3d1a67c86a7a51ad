package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.LifecycleCommand.CancelSession;
import io.dsreview.api.command.MappingCommand.OverrideMapping;
import io.dsreview.api.command.MappingCommand.SetTemplateValue;
import io.dsreview.api.command.SemanticCommand.ApplySemanticSource;
import io.dsreview.api.command.SemanticCommand.DecideField;
import io.dsreview.api.command.SemanticCommand.DecideField.Choice;
import io.dsreview.api.execution.RunContext;
import io.dsreview.api.finding.FindingTarget;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.SemanticSource;
import io.dsreview.api.session.DatasetProfile;
import io.dsreview.api.session.DatasetProfile.Field;
import io.dsreview.api.session.DatasetProfile.Filter;
import io.dsreview.api.session.DatasetProfile.Missing;
import io.dsreview.api.session.DatasetProfile.Trust;
import io.dsreview.api.session.DatasetProfile.Variable;
import io.dsreview.api.session.ProfileText;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.core.ScriptedStore.Crash;
import io.dsreview.core.ScriptedStore.End;
import io.dsreview.test.superset.SampleContext;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProfileTest {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private static SampleContext context() {
        return new SampleContext()
                .dataset(7, TemplateVariable.of(VariableKind.URL_PARAM, "floor", true, null))
                .filter("F-status", "status", "paid")
                .filter("F-idle", "region");
    }

    @Nested
    class OR14_afterRecoveryAndWithoutAHumanAction {

        private final World world = new World(context().build()).start();
        private final DatasetProfile profile = world.view().profile();

        @Test
        void theProfileSaysWhatTheDatasetIs() {
            assertThat(profile.dataset().reference().name()).isEqualTo("dataset_7");
            assertThat(profile.fields())
                    .extracting(field -> field.id().value(), Field::type, Field::trust)
                    .containsExactly(
                            tuple("region", "TEXT", Trust.NONE),
                            tuple("status", "TEXT", Trust.NONE),
                            tuple("amount", "DECIMAL", Trust.NONE));
            assertThat(profile.filters())
                    .extracting(filter -> filter.id().value(), Filter::mappings, Filter::trust)
                    .containsExactly(tuple("F-status", 1, Trust.PROPOSED), tuple("F-idle", 0, Trust.NONE));
            assertThat(profile.variables())
                    .extracting(variable -> variable.id().value(), Variable::required, Variable::trust)
                    .containsExactly(tuple("url_param:floor", true, Trust.NONE));
        }

        @Test
        void theProfileSaysWhatIsMissingWhatBlocksFirst() {
            assertThat(profile.missing())
                    .containsExactly(
                            new Missing(FindingTarget.VARIABLE, "url_param:floor", true),
                            new Missing(FindingTarget.FIELD, "region", false),
                            new Missing(FindingTarget.FIELD, "status", false),
                            new Missing(FindingTarget.FIELD, "amount", false));
        }

        @Test
        void theSummaryCanBeRead() {
            assertThat(ProfileText.of(profile, Locale.ENGLISH).sentences())
                    .containsExactly(
                            "“dataset_7” (dataset 7) is a virtual dataset: a query of its own, in database 1.",
                            "Fields: 3. Without any known meaning: 3.",
                            "What is trusted: the meanings of 0 fields by a person, of 0 by a trusted source. Proposed or"
                                    + " disputed: 0.",
                            "Filters of the link: 2. Of these, 1 reaches the dataset, and 0 are approved.",
                            "Template variables: 1. Of these, 1 is required, and 0 have a value that a person stands"
                                    + " for.",
                            "What is missing: url_param:floor, region, status, amount. Nothing can be launched without:"
                                    + " url_param:floor.");
            assertThat(ProfileText.of(profile, RUSSIAN).sentences())
                    .hasSize(6)
                    .first()
                    .isEqualTo("«dataset_7» (датасет 7) — виртуальный датасет: собственный запрос к базе данных 1.");
        }

        @Test
        void theSameSessionGivesTheSameProfile() {
            assertThat(world.reload().view().profile()).isEqualTo(profile);
        }

        @Test
        void aLinkWithoutADatasetHasAProfileTooWhichSaysSo() {
            World empty = new World(new SampleContext().build()).start();

            assertThat(empty.view().profile().missing())
                    .containsExactly(new Missing(FindingTarget.SESSION, "dataset", true));
            assertThat(ProfileText.of(empty.view().profile(), Locale.ENGLISH).toString())
                    .isEqualTo("It is not known yet which dataset is reviewed. What is missing: dataset. Nothing can be"
                            + " launched without: dataset.");
        }

        @Test
        void whatRecoveryLeftOpenIsMissing() {
            World open = new World(new SampleContext()
                            .dataset(7)
                            .unresolved("filter:a", RecoveryItem.Kind.FILTER, true, Results.problem("GONE"))
                            .unresolved("server", RecoveryItem.Kind.SERVER, false, Results.problem("UNTOLD"))
                            .build())
                    .start();

            assertThat(open.view().profile().missing())
                    .contains(
                            new Missing(FindingTarget.FILTER, "filter:a", true),
                            new Missing(FindingTarget.SESSION, "server", false));
        }
    }

    @Nested
    class WhatIsTrusted {

        private final World world = new World(context().build()).start();

        @Test
        void followsSourcesDisputesAndPersons() {
            world.step(c -> new ApplySemanticSource(c, csv("a.csv", "region,Region,", "status,Status,")));
            assertThat(trust()).containsExactly(Trust.SOURCE, Trust.SOURCE, Trust.NONE);

            world.step(c -> new ApplySemanticSource(c, csv("b.csv", "region,Area,")));
            assertThat(trust()).containsExactly(Trust.PROPOSED, Trust.SOURCE, Trust.NONE);
            assertThat(world.view().profile().missing()).contains(new Missing(FindingTarget.FIELD, "region", true));

            world.step(c -> new DecideField(
                    c, new FieldId("region"), new Choice.Write(new FieldMeaning("Region", "Where it was sold"))));
            assertThat(trust()).containsExactly(Trust.PERSON, Trust.SOURCE, Trust.NONE);
        }

        @Test
        void followsApprovalsAndTheirWithdrawal() {
            world.approveAll();
            assertThat(world.view().profile().filters().get(0).trust()).isEqualTo(Trust.PERSON);

            world.step(c -> new OverrideMapping(c, new MappingId("F-status->column:status"), List.of("open")));
            assertThat(world.view().profile().filters().get(0).trust()).isEqualTo(Trust.PROPOSED);
        }

        @Test
        void followsTheValuesOfVariables() {
            world.step(c -> new SetTemplateValue(c, new VariableId("url_param:floor"), "3"));

            assertThat(world.view().profile().variables().get(0).trust()).isEqualTo(Trust.PERSON);
            assertThat(world.view().profile().missing()).noneMatch(Missing::blocking);
        }

        private List<Trust> trust() {
            return world.view().profile().fields().stream().map(Field::trust).toList();
        }
    }

    @Nested
    class RE6_whatBelongsTogether {

        @Test
        void profileAndFindingsAreStoredTogetherOrNotAtAll() {
            ScriptedStore store = new ScriptedStore();
            World world = new World(context().build(), store, true).start();
            DatasetProfile profile = world.view().profile();
            var findings = world.session().findings();
            store.next(End.LOST);

            assertThatThrownBy(() -> world.attempt(
                            World.ANN, c -> new ApplySemanticSource(c, csv("a.csv", "region,R,", "status,S,"))))
                    .isInstanceOf(Crash.class);
            world.reload();
            assertThat(world.view().profile()).isEqualTo(profile);
            assertThat(world.session().findings()).isEqualTo(findings);

            world.step(c -> new ApplySemanticSource(c, csv("a.csv", "region,R,", "status,S,")));
            assertThat(store.commits().get(store.commits().size() - 1).changedParts())
                    .extracting(part -> part.name())
                    .contains("semantics", "fields.0", "findings.0");
            world.reload();
            assertThat(world.view().profile().fields(Trust.NONE)).isEqualTo(1);
            assertThat(world.session().findings())
                    .filteredOn(finding -> finding.problem().code().equals("FIELDS_WITHOUT_MEANING"))
                    .singleElement()
                    .satisfies(
                            finding -> assertThat(finding.problem().arguments()).containsEntry("count", "1"));
        }

        @Test
        void aNewPreviewMakesThoseOfOtherInputsStale() {
            World world = World.readyToLaunch();
            world.step(c -> new OverrideMapping(c, new MappingId("F-status->column:status"), List.of("open")));
            world.approveAll().step(RequestPreview::new);

            var previews = world.session().execution().previews();
            var current = world.view().readiness().currentInputs();
            assertThat(previews).hasSize(2);
            assertThat(previews.get(0).isStale(current, world.clock.instant())).isTrue();
            assertThat(previews.get(1).isStale(current, world.clock.instant())).isFalse();
        }

        @Test
        void aRunContextStaysAsItWas() {
            World world = World.readyToLaunch().launch();
            RunContext run = run(world);

            world.step(c -> new OverrideMapping(c, new MappingId("F-status->column:status"), List.of("open")))
                    .approveAll()
                    .step(RequestPreview::new)
                    .launch()
                    .step(CancelSession::new)
                    .reload();

            assertThat(run).isNotNull();
            assertThat(run(world)).isEqualTo(run);
            assertThat(world.session().execution().launches()).hasSize(2);
        }

        private RunContext run(World world) {
            return world.session().execution().launches().get(0).context();
        }
    }

    private static SemanticSource csv(String name, String... rows) {
        String[] lines = new String[rows.length + 1];
        lines[0] = "field,verbose_name,description";
        System.arraycopy(rows, 0, lines, 1, rows.length);
        return World.csv(name, lines);
    }
}
