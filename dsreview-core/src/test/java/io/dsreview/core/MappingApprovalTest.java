package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.MappingCommand.DecideMappings;
import io.dsreview.api.command.MappingCommand.OverrideMapping;
import io.dsreview.api.command.MappingCommand.SetTemplateValue;
import io.dsreview.api.command.RecoveryCommand.RecoverContext;
import io.dsreview.api.error.Problem;
import io.dsreview.api.execution.DatasetRevision;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.finding.FindingStatus;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.FilterId;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.id.VariableId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.FilterCondition;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.mapping.FilterScalar;
import io.dsreview.api.mapping.FilterValue;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.mapping.MappingStatus;
import io.dsreview.api.mapping.MappingText;
import io.dsreview.api.mapping.MatchReason.Kind;
import io.dsreview.api.mapping.TemplateField;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.session.PreviewState;
import io.dsreview.api.superset.RecoveredColumn;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import io.dsreview.core.decision.Evaluations;
import io.dsreview.core.mapping.CurrentInputs;
import io.dsreview.test.superset.SampleContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Why filters and targets belong together, what an approval is bound to, and what it takes where something is lost. */
class MappingApprovalTest {

    private static final FieldId REGION = new FieldId("region");
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    @Nested
    class MP1_everySuggestionSaysWhy {

        private final World world = new World(new SampleContext()
                        .dataset(
                                7,
                                parameter("status"),
                                parameter("sales_region"),
                                TemplateVariable.of(VariableKind.FILTER_VALUES, "amount", true, null),
                                TemplateVariable.of(VariableKind.GET_FILTERS, "amount", true, null))
                        .filter("F-status", "status", "paid")
                        .filter("F-region", "region", "EMEA")
                        .filter(filter("F-amount", "Amount", "amount", condition("amount", "IN", "5")))
                        .filter(filter("F-time", "When", null, FilterValue.ofTimeRange("Last week")))
                        .build())
                .start();

        @Test
        void andAllThatFitAreSuggested() {
            assertThat(world.session().mappings())
                    .extracting(mapping -> mapping.id().value(), mapping -> mapping.match().reasons().stream()
                            .map(reason -> reason.kind())
                            .toList())
                    .containsExactly(
                            tuple("F-status->column:status", List.of(Kind.COLUMN_OF_DATASET, Kind.VALUE_FITS)),
                            tuple("F-status->variable:url_param:status", List.of(Kind.SAME_NAME, Kind.VALUE_FITS)),
                            tuple("F-region->column:region", List.of(Kind.COLUMN_OF_DATASET, Kind.VALUE_FITS)),
                            tuple(
                                    "F-region->variable:url_param:sales_region",
                                    List.of(Kind.SIMILAR_NAME, Kind.VALUE_FITS)),
                            tuple(
                                    "F-amount->variable:filter_values:amount",
                                    List.of(Kind.READ_BY_TEMPLATE, Kind.VALUE_FITS)),
                            tuple(
                                    "F-amount->variable:get_filters:amount",
                                    List.of(Kind.READ_BY_TEMPLATE, Kind.VALUE_FITS)),
                            tuple("F-time->time", List.of(Kind.TIME_OF_QUERY, Kind.VALUE_FITS)));
            assertThat(world.session().mappings())
                    .allSatisfy(mapping -> assertThat(mapping.status()).isEqualTo(MappingStatus.SUGGESTED));
        }

        @Test
        void inTheReadersLanguage() {
            ExecutionMapping similar = mapping(world, "F-region->variable:url_param:sales_region");

            assertThat(MappingText.of(similar, Locale.ENGLISH).reasons())
                    .satisfiesExactly(
                            name -> assertThat(name)
                                    .matches("The name “(F-)?region” is similar to that of the parameter"
                                            + " “sales_region”: \\d{3} of 1000\\."),
                            cue -> assertThat(cue).isEqualTo("“region” is in both names."),
                            fits -> assertThat(fits).isEqualTo("Its value arrives as it is; nothing of it is lost."));
            assertThat(world.session().mappings()).allSatisfy(mapping -> assertThat(
                            MappingText.of(mapping, RUSSIAN).reasons())
                    .isNotEmpty()
                    .allSatisfy(reason -> assertThat(reason).doesNotContain("{").endsWith(".")));
        }

        @Test
        void andOneOfASimilarNameDoesNothingUntilItIsApproved() {
            MappingId similar = new MappingId("F-region->variable:url_param:sales_region");
            assertThat(mapping(world, similar.value()).isEffective()).isFalse();
            assertThat(parameters(world)).containsOnlyKeys("status");
            assertThat(codes(world)).contains("FILTERS_ONLY_OFFERED");

            world.step(context -> new DecideMappings(context, List.of(similar), true));

            assertThat(parameters(world)).containsEntry("sales_region", "EMEA");
            assertThat(codes(world)).doesNotContain("FILTERS_ONLY_OFFERED");
        }

        @Test
        void andOneThatWasApprovedBlocksOnceItChanges() {
            MappingId similar = new MappingId("F-region->variable:url_param:sales_region");
            world.approveAll();

            world.step(context -> new OverrideMapping(context, similar, List.of("APAC")));

            assertThat(mapping(world, similar.value()).status()).isEqualTo(MappingStatus.WITHDRAWN);
            assertThat(parameters(world)).containsEntry("sales_region", "APAC");
            assertThat(world.clauses()).contains("L5");
        }

        /** How much a word tells depends on how many parameters have it. */
        @Test
        void isScoredAnewWhenAnotherParameterGetsItsValue() {
            World two = new World(new SampleContext()
                            .dataset(7, parameter("sales_region"), parameter("region_of_origin"))
                            .filter("F-region", "region", "EMEA")
                            .build())
                    .start();
            int among = score(two);

            two.step(context ->
                    new SetTemplateValue(context, new VariableId("url_param:region_of_origin"), "somewhere else"));

            assertThat(score(two)).isNotEqualTo(among);
            assertThat(two.session()).isEqualTo(Evaluations.whole(two.session(), two.clock.instant()));
        }

        private static int score(World world) {
            return Objects.requireNonNull(mapping(world, "F-region->variable:url_param:sales_region")
                            .match()
                            .reasons()
                            .get(0)
                            .similarity())
                    .score();
        }

        @Test
        void alsoByTheNameOfTheFilterItself() {
            World named = new World(new SampleContext()
                            .dataset(7, parameter("period"))
                            .filter(filter("F", "Period", null, FilterValue.ofTimeRange("Last week")))
                            .build())
                    .start();

            ExecutionMapping mapping = mapping(named, "F->variable:url_param:period");

            assertThat(mapping.match().reasons())
                    .extracting(reason -> reason.kind(), reason -> reason.filter(), reason -> reason.target())
                    .containsExactly(tuple(Kind.SIMILAR_NAME, "Period", "period"));
            assertThat(mapping.isOffered()).isTrue();
        }
    }

    @Nested
    class MP3_aMappingThatLosesSomething {

        private final World world = new World(new SampleContext()
                        .dataset(7, TemplateVariable.of(VariableKind.FILTER_VALUES, "region", true, null))
                        .filter(filter("F", "Region", "region", condition("region", "NOT IN", "EMEA")))
                        .filter("G", "status", "paid")
                        .build())
                .start();

        private final MappingId lossy = new MappingId("F->variable:filter_values:region");
        private final MappingId plain = new MappingId("G->column:status");

        @Test
        void blocksWhileItIsNotAccepted() {
            world.step(context -> new DecideMappings(context, List.of(plain), true))
                    .step(RequestPreview::new);

            assertThat(world.clauses()).contains("L5");
            assertThat(ConversionTest.lossFindings(world)).hasSize(1);
        }

        @Test
        void isNotApprovedUnlessItsContentIsNamed() {
            Sha256 other = mapping(world, plain.value()).content();

            var refused = world.attempt(
                    World.ANN, context -> new DecideMappings(context, List.of(plain, lossy), true, List.of(other)));

            assertThat(Results.rejected(refused).problems()).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo("MAPPING_WARNINGS_NOT_ACCEPTED");
                assertThat(problem.target()).isEqualTo(lossy.value());
                assertThat(problem.arguments()).containsEntry("warnings", "CONVERSION_OPERATOR_DROPPED");
            });
            assertThat(world.reload().session().mappings())
                    .extracting(ExecutionMapping::status)
                    .containsOnly(MappingStatus.SUGGESTED);
        }

        @Test
        void isApprovedWithItsContentAndTheAuditSaysWhatWasAccepted() {
            accept();

            assertThat(mapping(world, lossy.value()).status()).isEqualTo(MappingStatus.APPROVED);
            assertThat(ConversionTest.lossFindings(world)).isEmpty();
            assertThat(world.heard.get(world.heard.size() - 1).data())
                    .containsEntry("losses", "CONVERSION_OPERATOR_DROPPED");
        }

        @Test
        void isRejectedWithoutFurtherAdo() {
            world.step(context -> new DecideMappings(context, List.of(lossy), false));

            assertThat(mapping(world, lossy.value()).status()).isEqualTo(MappingStatus.REJECTED);
            assertThat(ConversionTest.lossFindings(world)).isEmpty();
        }

        @Test
        void mustBeAcceptedAnewOnceItLosesSomethingElse() {
            Sha256 shown = mapping(world, lossy.value()).content();
            accept();

            world.step(context -> new OverrideMapping(context, lossy, List.of("APAC")));

            assertThat(mapping(world, lossy.value()).status()).isEqualTo(MappingStatus.WITHDRAWN);
            assertThat(ConversionTest.lossFindings(world)).hasSize(1);
            assertThat(Results.codes(world.attempt(
                            World.ANN, context -> new DecideMappings(context, List.of(lossy), true, List.of(shown)))))
                    .containsExactly("MAPPING_WARNINGS_NOT_ACCEPTED");
        }

        @Test
        void ofAParameterSendsExactlyTheTextThatWasShown() {
            World several = new World(new SampleContext()
                            .dataset(7, parameter("region"))
                            .filter("F", "region", "EMEA", "APAC")
                            .build())
                    .start();
            ExecutionMapping mapping = mapping(several, "F->variable:url_param:region");
            assertThat(mapping.isEffective()).isFalse();

            several.step(
                    context -> new DecideMappings(context, List.of(mapping.id()), true, List.of(mapping.content())));

            assertThat(parameters(several)).containsEntry("region", "EMEA,APAC");
        }

        private void accept() {
            world.step(context -> new DecideMappings(
                    context,
                    List.of(lossy),
                    true,
                    List.of(mapping(world, lossy.value()).content())));
        }
    }

    @Nested
    class MP4_aBatchThatIsRefused {

        @Test
        void namesEachMappingThatCannotBeDecided() {
            World world = new World(World.oneFilter()
                            .filter("F-amount", "amount", "1,234")
                            .build())
                    .start();
            MappingId status = new MappingId("F-status->column:status");
            MappingId amount = new MappingId("F-amount->column:amount");
            MappingId unknown = new MappingId("nope");

            var refused = world.attempt(
                    World.ANN, context -> new DecideMappings(context, List.of(status, amount, unknown, status), true));

            assertThat(Results.rejected(refused).problems())
                    .extracting(Problem::code, Problem::target)
                    .containsExactly(
                            tuple("MAPPING_WARNINGS_NOT_ACCEPTED", "F-amount->column:amount"),
                            tuple("MAPPING_UNKNOWN", "nope"),
                            tuple("MAPPING_UNKNOWN", "F-status->column:status"));
            assertThat(world.reload().session().mappings())
                    .extracting(ExecutionMapping::decision)
                    .containsOnlyNulls();
        }
    }

    /** A filter, column or variable that is defined otherwise than it was when its mapping was approved. */
    record Redefinition(String what, String mapping, RecoveredContext after) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Redefinition> redefinitions() {
        ImportedFilter f = ImportedFilter.of(
                new FilterId("F"),
                "Region",
                "filter_select",
                REGION,
                condition("region", "IN", "EMEA"),
                FilterOrigin.DEFAULT,
                Set.of());
        String column = "F->column:region";
        String variable = "G->variable:filter_values:status";
        String time = "T->time";
        return Stream.of(
                new Redefinition(
                        "another name of the filter",
                        column,
                        context(
                                new ImportedFilter(
                                        f.id(),
                                        f.source(),
                                        "Area",
                                        f.type(),
                                        null,
                                        REGION,
                                        f.value(),
                                        f.origin(),
                                        Set.of(),
                                        false,
                                        List.of()),
                                STATUS)),
                new Redefinition(
                        "another type of the filter",
                        column,
                        context(
                                new ImportedFilter(
                                        f.id(),
                                        f.source(),
                                        "Region",
                                        "filter_range",
                                        null,
                                        REGION,
                                        f.value(),
                                        f.origin(),
                                        Set.of(),
                                        false,
                                        List.of()),
                                STATUS)),
                new Redefinition(
                        "another dataset of the filter",
                        column,
                        context(
                                new ImportedFilter(
                                        f.id(),
                                        f.source(),
                                        "Region",
                                        f.type(),
                                        9L,
                                        REGION,
                                        f.value(),
                                        f.origin(),
                                        Set.of(),
                                        false,
                                        List.of()),
                                STATUS)),
                new Redefinition(
                        "a filter that needs a value",
                        column,
                        context(
                                new ImportedFilter(
                                        f.id(),
                                        f.source(),
                                        "Region",
                                        f.type(),
                                        null,
                                        REGION,
                                        f.value(),
                                        f.origin(),
                                        Set.of(),
                                        true,
                                        List.of()),
                                STATUS)),
                new Redefinition(
                        "a filter with a parent",
                        column,
                        context(
                                new ImportedFilter(
                                        f.id(),
                                        f.source(),
                                        "Region",
                                        f.type(),
                                        null,
                                        REGION,
                                        f.value(),
                                        f.origin(),
                                        Set.of(),
                                        false,
                                        List.of(new FilterId("P"))),
                                STATUS)),
                new Redefinition(
                        "another type of the column",
                        column,
                        World.withDatasets(
                                context(f, STATUS),
                                dataset -> World.copy(
                                        dataset,
                                        dataset.revision(),
                                        dataset.columns().stream()
                                                .map(each -> each.id().equals(REGION)
                                                        ? new RecoveredColumn(REGION, "VARCHAR", false, false)
                                                        : each)
                                                .toList()))),
                new Redefinition(
                        "a calculated column",
                        column,
                        World.withDatasets(
                                context(f, STATUS),
                                dataset -> World.copy(
                                        dataset,
                                        dataset.revision(),
                                        dataset.columns().stream()
                                                .map(each -> each.id().equals(REGION)
                                                        ? new RecoveredColumn(REGION, "TEXT", false, true)
                                                        : each)
                                                .toList()))),
                new Redefinition(
                        "another default of the variable",
                        variable,
                        context(f, TemplateVariable.of(VariableKind.FILTER_VALUES, "status", true, "new"))),
                new Redefinition(
                        "a variable that is not required",
                        variable,
                        context(f, TemplateVariable.of(VariableKind.FILTER_VALUES, "status", false, null))),
                new Redefinition(
                        "a condition around the variable",
                        variable,
                        context(
                                f,
                                new TemplateVariable(
                                        STATUS.id(),
                                        STATUS.kind(),
                                        "status",
                                        true,
                                        null,
                                        STATUS.fields(),
                                        List.of("x > 1")))),
                new Redefinition(
                        "another place of the variable",
                        variable,
                        context(
                                f,
                                new TemplateVariable(
                                        STATUS.id(),
                                        STATUS.kind(),
                                        "status",
                                        true,
                                        null,
                                        List.of(
                                                TemplateField.of(TemplateField.Kind.SQL),
                                                new TemplateField(TemplateField.Kind.COLUMN, "amount")),
                                        List.of()))),
                new Redefinition(
                        "another name of a time filter",
                        time,
                        new SampleContext()
                                .dataset(7, STATUS)
                                .filter(f)
                                .filter("G", "status", "paid")
                                .filter(filter("T", "Period", null, FilterValue.ofTimeRange("2024-01-01 : ")))
                                .build()));
    }

    @ParameterizedTest
    @MethodSource("redefinitions")
    void MP2_MP5_anotherDefinitionWithdrawsTheApprovalAndMakesThePreviewStale(Redefinition redefinition) {
        World world = approved();
        List<MappingId> others = world.session().mappings().stream()
                .map(ExecutionMapping::id)
                .filter(id -> !id.value().equals(redefinition.mapping()))
                .toList();

        recover(world, redefinition.after());

        assertThat(mapping(world, redefinition.mapping()).status()).isEqualTo(MappingStatus.WITHDRAWN);
        assertThat(mapping(world, redefinition.mapping()).version()).isEqualTo(2);
        assertThat(world.view().readiness().preview()).isEqualTo(PreviewState.STALE);
        assertThat(world.clauses()).contains("L5", "L7");
        assertThat(others).hasSize(2).allSatisfy(other -> assertThat(
                        mapping(world, other.value()).status())
                .isEqualTo(MappingStatus.APPROVED));
    }

    @Test
    void MP2_theApprovalStaysIfOnlyTheOriginOfTheValueOrOtherChartsChange() {
        World world = approved();
        ImportedFilter elsewhere = ImportedFilter.of(
                new FilterId("F"),
                "Region",
                "filter_select",
                REGION,
                condition("region", "IN", "EMEA"),
                FilterOrigin.URL,
                Set.of(7L, 99L));

        recover(world, context(elsewhere, STATUS));

        assertThat(world.session().mappings()).hasSize(3).allSatisfy(mapping -> assertThat(mapping.status())
                .isEqualTo(MappingStatus.APPROVED));
        assertThat(world.view().readiness().preview()).isEqualTo(PreviewState.READY);
        assertThat(world.clauses()).isEmpty();
    }

    private static final TemplateVariable STATUS =
            TemplateVariable.of(VariableKind.FILTER_VALUES, "status", true, null);

    private static World approved() {
        World world = new World(context(
                        ImportedFilter.of(
                                new FilterId("F"),
                                "Region",
                                "filter_select",
                                REGION,
                                condition("region", "IN", "EMEA"),
                                FilterOrigin.DEFAULT,
                                Set.of()),
                        STATUS))
                .start()
                .approveAll()
                .step(RequestPreview::new);
        assertThat(world.clauses()).isEmpty();
        return world;
    }

    private static RecoveredContext context(ImportedFilter filter, TemplateVariable status) {
        return new SampleContext()
                .dataset(7, status)
                .filter(filter)
                .filter("G", "status", "paid")
                .filter(filter("T", "When", null, FilterValue.ofTimeRange("2024-01-01 : ")))
                .build();
    }

    /** With the same revision, so that nothing but the definition tells of the change. */
    private static void recover(World world, RecoveredContext context) {
        world.superset.recover(link -> new Recovery.Recovered(
                World.withRevision(context, DatasetRevision.of(SampleContext.REVISION, SampleContext.IDENTITY))));
        world.step(RecoverContext::new);
    }

    private static TemplateVariable parameter(String name) {
        return TemplateVariable.of(VariableKind.URL_PARAM, name, false, null);
    }

    private static ImportedFilter filter(String id, String name, @Nullable String column, FilterValue value) {
        return ImportedFilter.of(
                new FilterId(id),
                name,
                column == null ? "filter_time" : "filter_select",
                column == null ? null : new FieldId(column),
                value,
                FilterOrigin.DEFAULT,
                Set.of());
    }

    private static FilterValue condition(String column, String operator, String... values) {
        return FilterValue.of(new FilterCondition(
                new FieldId(column),
                operator,
                Stream.of(values).map(FilterScalar::text).toList()));
    }

    private static ExecutionMapping mapping(World world, String id) {
        return world.session().mappings().stream()
                .filter(mapping -> mapping.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no mapping " + id));
    }

    private static Map<String, String> parameters(World world) {
        return CurrentInputs.of(world.session()).orElseThrow().urlParameters();
    }

    private static List<String> codes(World world) {
        return world.session().findings().stream()
                .filter(finding -> finding.status() == FindingStatus.OPEN)
                .map(Finding::problem)
                .map(Problem::code)
                .toList();
    }
}
