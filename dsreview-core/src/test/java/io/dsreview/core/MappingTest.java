package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.dsreview.api.command.MappingCommand.DecideMappings;
import io.dsreview.api.command.MappingCommand.OverrideMapping;
import io.dsreview.api.command.RecoveryCommand.RecoverContext;
import io.dsreview.api.command.RecoveryCommand.ResolveRecoveryItem;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.FilterId;
import io.dsreview.api.id.MappingId;
import io.dsreview.api.id.RecoveryItemId;
import io.dsreview.api.id.UserId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.FilterCondition;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.mapping.FilterScalar;
import io.dsreview.api.mapping.FilterValue;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.mapping.MappingStatus;
import io.dsreview.api.session.RecoveryDecision;
import io.dsreview.api.session.SessionEvent;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import io.dsreview.test.superset.SampleContext;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MappingTest {

    private static final FieldId AMOUNT = new FieldId("amount");
    private static final FieldId STATUS = new FieldId("status");
    private static final MappingId STATUS_MAPPING = new MappingId("F-status->column:status");

    /** A filter, the values given to it, and what it does then; null if it cannot take them. */
    record Replacement(
            String what,
            ImportedFilter filter,
            List<String> values,
            @Nullable FilterValue then) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Replacement> overrides() {
        ImportedFilter list = filter("filter_select", STATUS, FilterValue.of(in(STATUS, text("paid"))));
        ImportedFilter excluded =
                filter("filter_select", STATUS, FilterValue.of(condition(STATUS, "NOT IN", text("paid"))));
        ImportedFilter none = filter("filter_select", STATUS, FilterValue.NONE);
        ImportedFilter numbers = filter("filter_select", AMOUNT, FilterValue.of(in(AMOUNT, number("5"), number("6"))));
        ImportedFilter mixed = filter("filter_select", AMOUNT, FilterValue.of(in(AMOUNT, number("5"), text("x"))));
        ImportedFilter nullable = filter(
                "filter_select",
                AMOUNT,
                FilterValue.of(in(AMOUNT, number("5"), new FilterScalar(FilterScalar.Type.NULL, ""))));
        ImportedFilter truths = filter(
                "filter_select",
                STATUS,
                FilterValue.of(in(STATUS, new FilterScalar(FilterScalar.Type.BOOLEAN, "true"))));
        ImportedFilter least = filter("filter_range", AMOUNT, FilterValue.of(condition(AMOUNT, ">=", number("5"))));
        ImportedFilter range = filter(
                "filter_range",
                AMOUNT,
                new FilterValue(
                        List.of(condition(AMOUNT, ">=", number("5")), condition(AMOUNT, "<=", number("9"))),
                        null,
                        null,
                        null));
        ImportedFilter isNull = filter("filter", STATUS, FilterValue.of(condition(STATUS, "IS NULL")));
        ImportedFilter leastAndKnown = filter(
                "filter",
                AMOUNT,
                new FilterValue(
                        List.of(condition(AMOUNT, "IS NOT NULL"), condition(AMOUNT, ">=", number("5"))),
                        null,
                        null,
                        null));
        ImportedFilter time = filter("filter_time", null, new FilterValue(List.of(), "Last week", "P1D", "ds"));
        ImportedFilter grain = filter("filter_timegrain", null, new FilterValue(List.of(), "Last week", "P1D", "ds"));
        ImportedFilter column = filter("filter_timecolumn", null, new FilterValue(List.of(), "Last week", "P1D", "ds"));
        return Stream.of(
                new Replacement("one text", list, List.of("open"), FilterValue.of(in(STATUS, text("open")))),
                new Replacement(
                        "several texts", list, List.of("a", "b"), FilterValue.of(in(STATUS, text("a"), text("b")))),
                new Replacement(
                        "an exclusion",
                        excluded,
                        List.of("a", "b"),
                        FilterValue.of(condition(STATUS, "NOT IN", text("a"), text("b")))),
                new Replacement("its first value", none, List.of("a"), FilterValue.of(in(STATUS, text("a")))),
                new Replacement(
                        "numbers",
                        numbers,
                        List.of("-1.5", "2e3", "0"),
                        FilterValue.of(in(AMOUNT, number("-1.5"), number("2e3"), number("0")))),
                new Replacement("a text among numbers", numbers, List.of("1", "one"), null),
                new Replacement("no number by JSON's rules", numbers, List.of("01"), null),
                new Replacement("text where types differ", mixed, List.of("1"), FilterValue.of(in(AMOUNT, text("1")))),
                new Replacement(
                        "numbers where some are null", nullable, List.of("1"), FilterValue.of(in(AMOUNT, number("1")))),
                new Replacement(
                        "a truth value",
                        truths,
                        List.of("false"),
                        FilterValue.of(in(STATUS, new FilterScalar(FilterScalar.Type.BOOLEAN, "false")))),
                new Replacement("a text among truth values", truths, List.of("False"), null),
                new Replacement("a bound", least, List.of("7"), FilterValue.of(condition(AMOUNT, ">=", number("7")))),
                new Replacement("two values for one bound", least, List.of("7", "8"), null),
                new Replacement("a text for a bound", least, List.of("many"), null),
                new Replacement("a value for an operator that takes none", isNull, List.of("paid"), null),
                new Replacement(
                        "a bound beside an operator that takes no value",
                        leastAndKnown,
                        List.of("7"),
                        new FilterValue(
                                List.of(condition(AMOUNT, "IS NOT NULL"), condition(AMOUNT, ">=", number("7"))),
                                null,
                                null,
                                null)),
                new Replacement(
                        "two bounds",
                        range,
                        List.of("1", "2"),
                        new FilterValue(
                                List.of(condition(AMOUNT, ">=", number("1")), condition(AMOUNT, "<=", number("2"))),
                                null,
                                null,
                                null)),
                new Replacement("one value for two bounds", range, List.of("1"), null),
                new Replacement("a text for the second bound", range, List.of("1", "x"), null),
                new Replacement(
                        "a time range", time, List.of("Last day"), new FilterValue(List.of(), "Last day", "P1D", "ds")),
                new Replacement("two time ranges", time, List.of("Last day", "Last year"), null),
                new Replacement("a blank time range", time, List.of(" "), null),
                new Replacement(
                        "a time grain", grain, List.of("P1M"), new FilterValue(List.of(), "Last week", "P1M", "ds")),
                new Replacement(
                        "a time column",
                        column,
                        List.of("paid_at"),
                        new FilterValue(List.of(), "Last week", "P1D", "paid_at")));
    }

    @Nested
    class MP2_anOverride {

        @ParameterizedTest
        @MethodSource("io.dsreview.core.MappingTest#overrides")
        void keepsOperatorsAndTypesOrIsRefused(Replacement override) {
            World world = new World(new SampleContext()
                            .dataset(7)
                            .filter(override.filter())
                            .build())
                    .start();
            MappingId mapping = world.session().mappings().get(0).id();

            var result = world.attempt(World.ANN, context -> new OverrideMapping(context, mapping, override.values()));

            if (override.then() == null) {
                assertThat(Results.rejected(result).problems()).singleElement().satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("MAPPING_VALUES_ILLEGAL");
                    assertThat(problem.arguments())
                            .containsEntry(
                                    "count", Integer.toString(override.values().size()));
                });
            } else {
                ExecutionMapping changed =
                        Results.accepted(result).view().session().mappings().get(0);
                assertThat(changed.value()).isEqualTo(override.then());
                assertThat(changed.version()).isEqualTo(2);
            }
        }

        @Test
        void leavesTheApprovalWithdrawnIfItIsChangedBack() {
            World world = World.readyToLaunch();
            FilterValue approved = world.session().mappings().get(0).value();

            world.step(context -> new OverrideMapping(context, STATUS_MAPPING, List.of("open")))
                    .step(context -> new OverrideMapping(context, STATUS_MAPPING, List.of("paid")));

            assertThat(world.session().mappings())
                    .singleElement()
                    .returns(approved, ExecutionMapping::value)
                    .returns(MappingStatus.WITHDRAWN, ExecutionMapping::status);
            assertThat(world.clauses()).containsExactly("L5", "L7");
        }

        @Test
        void withdrawsTheApproval() {
            World world = new World(World.oneFilter().build()).start().approveAll();
            assertThat(status(world)).isEqualTo(MappingStatus.APPROVED);

            world.step(context -> new OverrideMapping(context, STATUS_MAPPING, List.of("open")));

            assertThat(status(world)).isEqualTo(MappingStatus.WITHDRAWN);
            assertThat(world.clauses()).contains("L5");
        }

        @Test
        void ofAMappingThatIsNotThereIsRefused() {
            World world = new World(World.oneFilter().build()).start();

            assertThat(Results.codes(world.attempt(
                            World.ANN, context -> new OverrideMapping(context, new MappingId("no"), List.of("x")))))
                    .containsExactly("MAPPING_UNKNOWN");
        }

        @Test
        void ofATimeFilterSetsItsTimeWhateverFilterComesBeforeIt() {
            World world = new World(World.oneFilter()
                            .filter(filter("filter_time", null, new FilterValue(List.of(), "Last week", null, null)))
                            .build())
                    .start();

            world.step(context -> new OverrideMapping(context, new MappingId("F-1->time"), List.of("Last day")));

            assertThat(world.session().mappings().get(1).value())
                    .isEqualTo(new FilterValue(List.of(), "Last day", null, null));
        }

        @Test
        void isRecordedWithWhatItLosesAtItsOwnMapping() {
            World world = new World(
                            World.oneFilter().filter("F-amount", "amount", "1").build())
                    .start();

            world.step(
                    context -> new OverrideMapping(context, new MappingId("F-amount->column:amount"), List.of("one")));

            List<SessionEvent> events = world.core.events(World.ANN, world.id());
            assertThat(events.get(events.size() - 1).data())
                    .containsOnly(
                            entry("mapping", "F-amount->column:amount"),
                            entry("decision", "OVERRIDDEN"),
                            entry("losses", "CONVERSION_NOT_A_NUMBER"));
        }

        @Test
        void leavesTheOthersAsTheyAre() {
            World world = new World(World.oneFilter()
                            .filter("F-region", "region", "EMEA")
                            .build())
                    .start()
                    .approveAll();
            ExecutionMapping other = world.session().mappings().get(1);

            world.step(context -> new OverrideMapping(context, STATUS_MAPPING, List.of("open")));

            assertThat(world.session().mappings().get(1)).isEqualTo(other);
        }
    }

    @Nested
    class MP4_aBatch {

        private final World world =
                new World(World.oneFilter().filter("F-region", "region", "EMEA").build()).start();

        @Test
        void isDecidedAsAWholeWithOneEntryPerMapping() {
            world.approveAll();

            assertThat(world.session().mappings())
                    .extracting(ExecutionMapping::status)
                    .containsExactly(MappingStatus.APPROVED, MappingStatus.APPROVED);
            assertThat(world.core.ledger(World.ANN, world.id()).subList(2, 4))
                    .allSatisfy(entry -> assertThat(entry.document())
                            .contains("\"type\":\"accepted.DecideMappings\"", "\"decision\":\"APPROVED\""));
            assertThat(world.heard.subList(2, 4))
                    .extracting(event -> event.data().get("mapping"))
                    .containsExactly("F-status->column:status", "F-region->column:region");
        }

        @Test
        void touchesOnlyTheMappingsItNames() {
            world.step(context -> new DecideMappings(context, List.of(STATUS_MAPPING), false));

            assertThat(world.session().mappings())
                    .extracting(ExecutionMapping::status)
                    .containsExactly(MappingStatus.REJECTED, MappingStatus.SUGGESTED);
            assertThat(world.heard).hasSize(3);
            assertThat(world.heard.get(2))
                    .returns(SessionEvent.Type.MAPPING_DECIDED, SessionEvent::type)
                    .satisfies(event -> assertThat(event.data()).containsEntry("decision", "REJECTED"));
        }
    }

    @Nested
    class OR3_somethingThatRecoveryLeftOpen {

        private final World world = new World(new SampleContext()
                        .dataset(7)
                        .filter("F-status", "status")
                        .filter("F-region", "region", "EMEA")
                        .unresolved("filter:F-status", RecoveryItem.Kind.FILTER, true, Results.problem("STATE_GONE"))
                        .unresolved("state", RecoveryItem.Kind.STATE, true, Results.problem("STATE_GONE"))
                        .build())
                .start();

        @Test
        void isSettledByValues() {
            world.step(context ->
                    new ResolveRecoveryItem(context, new RecoveryItemId("filter:F-status"), List.of("paid", "open")));

            assertThat(world.session().mappings().get(0).value())
                    .isEqualTo(FilterValue.of(in(STATUS, text("paid"), text("open"))));
            assertThat(world.session().mappings().get(1).version()).isEqualTo(1);
            assertThat(world.session().recovery().decisions())
                    .containsExactly(new RecoveryDecision(
                            new RecoveryItemId("filter:F-status"),
                            false,
                            List.of("paid", "open"),
                            RecoveryItem.State.UNRESOLVED,
                            Results.problem("STATE_GONE"),
                            new UserId("ann"),
                            world.clock.instant()));
            assertThat(world.view().readiness().launch().unmet().get(0).subjects())
                    .containsExactly("state");
        }

        @Test
        void isSettledByAcceptingItAsAbsent() {
            world.step(context -> new ResolveRecoveryItem(context, new RecoveryItemId("state"), List.of()));
            world.step(context -> new ResolveRecoveryItem(context, new RecoveryItemId("filter:F-status"), List.of()));

            assertThat(world.session().recovery().unsettled()).isEmpty();
            assertThat(world.clauses()).doesNotContain("L2");
            assertThat(world.session().mappings().get(0).value()).isEqualTo(FilterValue.NONE);
        }

        @Test
        void takesNoValuesIfItIsNoFilter() {
            assertThat(Results.codes(world.attempt(
                            World.ANN,
                            context -> new ResolveRecoveryItem(context, new RecoveryItemId("state"), List.of("x")))))
                    .containsExactly("RECOVERY_ITEM_TAKES_NO_VALUES");
        }

        @Test
        void takesNoValuesThatItsFilterCannotHave() {
            ImportedFilter least = filter("filter_range", AMOUNT, FilterValue.of(condition(AMOUNT, ">=", number("5"))));
            World range = new World(new SampleContext()
                            .dataset(7)
                            .filter(least)
                            .unresolved("filter:F-1", RecoveryItem.Kind.FILTER, true, Results.problem("STATE_GONE"))
                            .build())
                    .start();

            assertThat(Results.rejected(range.attempt(
                                    World.ANN,
                                    context -> new ResolveRecoveryItem(
                                            context, new RecoveryItemId("filter:F-1"), List.of("1", "2"))))
                            .problems())
                    .singleElement()
                    .satisfies(problem -> {
                        assertThat(problem.code()).isEqualTo("MAPPING_VALUES_ILLEGAL");
                        assertThat(problem.arguments()).containsEntry("count", "2");
                    });
            assertThat(range.reload().session().recovery().unsettled()).hasSize(1);
        }

        @Test
        void staysSettledIfRecoveryIsRepeated() {
            world.step(context -> new ResolveRecoveryItem(context, new RecoveryItemId("state"), List.of()));

            world.step(RecoverContext::new);

            assertThat(world.session().recovery().unsettled()).hasSize(1);
        }
    }

    @Nested
    class MP1_aRepeatedRecovery {

        @Test
        void keepsDecisionsAboutFiltersThatAreAsTheyWere() {
            World world = new World(World.oneFilter().build()).start();
            world.step(context -> new OverrideMapping(context, STATUS_MAPPING, List.of("open")));
            world.approveAll();
            ExecutionMapping before = world.session().mappings().get(0);

            world.step(RecoverContext::new);

            assertThat(world.session().mappings()).containsExactly(before);
        }

        @Test
        void followsAFilterThatHasAnotherValueNow() {
            World world = new World(World.oneFilter().build()).start().approveAll();
            world.superset.recover(link -> new Recovery.Recovered(new SampleContext()
                    .dataset(7)
                    .filter("F-status", "status", "late")
                    .build()));

            world.step(RecoverContext::new);

            assertThat(world.session().mappings().get(0).value()).isEqualTo(FilterValue.of(in(STATUS, text("late"))));
            assertThat(status(world)).isEqualTo(MappingStatus.WITHDRAWN);
        }

        @Test
        void dropsAFilterThatIsGone() {
            World world = new World(World.oneFilter().build()).start().approveAll();
            world.superset.recover(link ->
                    new Recovery.Recovered(new SampleContext().dataset(7).build()));

            world.step(RecoverContext::new);

            assertThat(world.session().mappings()).isEmpty();
        }
    }

    private static MappingStatus status(World world) {
        return world.session().mappings().get(0).status();
    }

    private static ImportedFilter filter(String type, @Nullable FieldId column, FilterValue value) {
        return ImportedFilter.of(new FilterId("F-1"), "A filter", type, column, value, FilterOrigin.DEFAULT, Set.of());
    }

    private static FilterCondition in(FieldId column, FilterScalar... values) {
        return condition(column, "IN", values);
    }

    private static FilterCondition condition(FieldId column, String operator, FilterScalar... values) {
        return new FilterCondition(column, operator, List.of(values));
    }

    private static FilterScalar text(String text) {
        return FilterScalar.text(text);
    }

    private static FilterScalar number(String number) {
        return new FilterScalar(FilterScalar.Type.NUMBER, number);
    }
}
