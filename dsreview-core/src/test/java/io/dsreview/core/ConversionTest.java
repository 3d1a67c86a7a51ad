package io.dsreview.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.command.ReviewCommand;
import io.dsreview.api.error.ProblemText;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.finding.FindingStatus;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.id.FilterId;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.FilterCondition;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.mapping.FilterScalar;
import io.dsreview.api.mapping.FilterValue;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.mapping.MappingText;
import io.dsreview.api.mapping.TemplateVariable;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.superset.RecoveredColumn;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveredDataset;
import io.dsreview.core.mapping.ConversionProblem;
import io.dsreview.test.superset.SampleContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What columns and variables get of a filter's value, and what is lost on the way. */
class ConversionTest {

    private static final FieldId X = new FieldId("x");

    /** A filter on x, what x is, what arrives there as text, and the kinds of loss with their counts. */
    record Case(String what, FilterValue value, Object target, String arriving, List<String> losses) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Case column(
            String what, @Nullable String type, FilterValue value, String arriving, String... losses) {
        boolean temporal = type != null && type.startsWith("TIME");
        return new Case(what, value, new RecoveredColumn(X, type, temporal, false), arriving, List.of(losses));
    }

    private static Case variable(String what, VariableKind kind, FilterValue value, String arriving, String... losses) {
        return new Case(what, value, TemplateVariable.of(kind, "x", true, null), arriving, List.of(losses));
    }

    static Stream<Case> columns() {
        return Stream.of(
                column("texts", "TEXT", in(text("a"), text("b"), text("a")), "x IN [TEXT a, TEXT b]"),
                column("an operator in lower case", "TEXT", is("not in", text("a")), "x NOT IN [TEXT a]"),
                column("tabs around a text", "TEXT", in(text("\ta \n")), "x IN [TEXT a ]", "TEXT_STRIPPED 1"),
                column("nothing but tabs", "TEXT", in(text("\t\n")), "x IN [TEXT ]", "TEXT_STRIPPED 1"),
                column("Superset's null", "TEXT", in(text("<NULL>")), "x IN [NULL ]", "PLACEHOLDER 1"),
                column("Superset's empty text", "TEXT", in(text("<empty string>")), "x IN [TEXT ]", "PLACEHOLDER 1"),
                column("a null", "TEXT", in(text("a"), nothing()), "x IN [TEXT a, NULL ]"),
                column(
                        "several types",
                        "TEXT",
                        in(text("a"), number("1"), nothing()),
                        "x IN [TEXT a, NUMBER 1, NULL ]",
                        "MIXED_TYPES 2"),
                column("numbers", "BIGINT", in(number("1e3"), number("-2.50")), "x IN [NUMBER 1000, NUMBER -2.5]"),
                column("equal numbers", "BIGINT", in(number("1"), number("1.0")), "x IN [NUMBER 1]"),
                column("a large power", "FLOAT", in(number("1e200")), "x IN [NUMBER 1E+200]"),
                column(
                        "a power that is written out",
                        "FLOAT",
                        in(number("1e100")),
                        "x IN [NUMBER 1" + "0".repeat(100) + "]"),
                column("the largest power in range", "FLOAT", in(number("1e299")), "x IN [NUMBER 1E+299]"),
                column("the next power", "FLOAT", in(number("1e300")), "x IN [NUMBER 1E+300]", "NUMBER_ROUNDED 1"),
                column("a power beyond all", "FLOAT", in(number("1e99999")), "x IN [NUMBER 1e99999]"),
                column(
                        "a long integer",
                        "DECIMAL(38)",
                        in(number("12345678901234567890")),
                        "x IN [NUMBER 12345678901234567890]"),
                column(
                        "a long negative integer",
                        "DECIMAL(38)",
                        in(number("-12345678901234567890")),
                        "x IN [NUMBER -12345678901234567890]"),
                column(
                        "a long fraction",
                        "DECIMAL(38,18)",
                        in(number("0.1234567890123456")),
                        "x IN [NUMBER 0.1234567890123456]",
                        "NUMBER_ROUNDED 1"),
                column("15 digits", "NUMERIC", in(number("0.123456789012345")), "x IN [NUMBER 0.123456789012345]"),
                column("a power out of range", "REAL", in(number("1e999")), "x IN [NUMBER 1E+999]", "NUMBER_ROUNDED 1"),
                column("a text that is a number", "INTEGER", in(text(" 7.0 ")), "x IN [NUMBER 7]"),
                column(
                        "a long text of digits",
                        "INTEGER",
                        in(text("12345678901234567890")),
                        "x IN [NUMBER 12345678901234567890]"),
                column(
                        "a long text with a sign",
                        "INTEGER",
                        in(text("-12345678901234567891")),
                        "x IN [NUMBER -12345678901234567891]",
                        "NUMBER_ROUNDED 1"),
                column(
                        "thousands separators",
                        "Nullable(Int64)",
                        in(text("1,234"), text("2 000"), text("3")),
                        "x IN [NULL , NUMBER 3]",
                        "NOT_A_NUMBER 2"),
                column("a pattern on numbers", "INTEGER", is("LIKE", text("1,2%")), "x LIKE [TEXT 1,2%]"),
                column("an interval is no integer", "INTERVAL", in(text("1 day")), "x IN [TEXT 1 day]"),
                column("an unknown type", null, in(text("1,234")), "x IN [TEXT 1,234]"),
                column("truth", "BOOLEAN", in(bool("true"), text("FALSE")), "x IN [BOOLEAN true, BOOLEAN false]"),
                column(
                        "numbers as truth",
                        "bool",
                        in(number("1"), number("0.0")),
                        "x IN [BOOLEAN true, BOOLEAN false]"),
                column("neither true nor false", "BOOLEAN", in(text("yes")), "x IN [BOOLEAN false]", "NOT_A_BOOLEAN 1"),
                column("a date", "TIMESTAMP", is("==", text("2024-01-31")), "x == [TEXT 2024-01-31T00:00:00]"),
                column("minutes", "TIMESTAMP", is("==", text("2024-01-31 10:20")), "x == [TEXT 2024-01-31T10:20:00]"),
                column(
                        "a time with a zone",
                        "TIMESTAMP",
                        in(text("2024-01-31T10:20:30Z"), text("2024-01-31T10:20:30.5+02:00")),
                        "x IN [TEXT 2024-01-31T10:20:30, TEXT 2024-01-31T10:20:30.5]",
                        "TIME_ZONE_DROPPED 2"),
                column("milliseconds", "TIMESTAMP", is(">=", number("86400000")), "x >= [TEXT 1970-01-02T00:00]"),
                column(
                        "very many milliseconds",
                        "TIMESTAMP",
                        in(number("999999999999999"), number("1000000000000000")),
                        "x IN [TEXT +33658-09-27T01:46:39.999, NUMBER 1000000000000000]",
                        "MIXED_TYPES 2"),
                column("no time at all", "TIMESTAMP", in(text("soon")), "x IN [TEXT soon]"),
                column(
                        "a zone in a column of texts",
                        "TEXT",
                        in(text("2024-01-31T10:20Z")),
                        "x IN [TEXT 2024-01-31T10:20Z]"),
                column(
                        "a range with the upper bound first",
                        "INTEGER",
                        both(is("<=", number("9")), is(">=", number("5"))),
                        "x >= [NUMBER 5]; x <= [NUMBER 9]"),
                column("a null test", "TEXT", is("IS NULL"), "x IS NULL []"),
                column(
                        "a time condition",
                        "TIMESTAMP",
                        is("TEMPORAL_RANGE", text(" 2024-01-01 : 2024-02-01T00:00:00Z ")),
                        "x TEMPORAL_RANGE [TEXT 2024-01-01T00:00:00 : 2024-02-01T00:00:00]",
                        "TIME_ZONE_DROPPED 1"),
                column(
                        "a relative time",
                        "TIMESTAMP",
                        is("TEMPORAL_RANGE", text("Last week")),
                        "x TEMPORAL_RANGE [TEXT Last week]"));
    }

    static Stream<Case> variables() {
        FilterValue range = both(is(">=", number("5")), is("<=", number("9")));
        VariableKind url = VariableKind.URL_PARAM;
        VariableKind values = VariableKind.FILTER_VALUES;
        VariableKind filters = VariableKind.GET_FILTERS;
        return Stream.of(
                variable("one text", url, in(text("\ta,<NULL>\n")), "x == [TEXT \ta,<NULL>\n]"),
                variable("one number", url, in(number("1e3")), "x == [TEXT 1000]"),
                variable("a long number", url, in(number("0.12345678901234567")), "x == [TEXT 0.12345678901234567]"),
                variable("one truth value", url, is("==", bool("TRUE")), "x == [TEXT true]"),
                variable("several texts", url, in(text("a"), text("b")), "x == [TEXT a,b]", "LIST_AS_TEXT 2"),
                variable(
                        "several types and a null",
                        url,
                        in(text("a"), number("1"), nothing()),
                        "x == [TEXT a,1]",
                        "LIST_AS_TEXT 2",
                        "NULL_DROPPED 1",
                        "MIXED_TYPES 2"),
                variable("an exclusion", url, is("NOT IN", text("a")), "x == [TEXT a]", "OPERATOR_DROPPED 1"),
                variable("two bounds", url, range, "x == [TEXT 5]", "RANGE_TO_ONE_BOUND 1", "OPERATOR_DROPPED 1"),
                variable(
                        "a time range with grain and column",
                        url,
                        new FilterValue(List.of(), "2024-01-01 : ", "P1D", "ds"),
                        "x == [TEXT 2024-01-01T00:00:00 : ]",
                        "TIME_RANGE_AS_TEXT 1",
                        "TIME_DROPPED 2"),
                variable(
                        "a condition and a time range",
                        url,
                        new FilterValue(in(text("a")).conditions(), "Last week", null, null),
                        "x == [TEXT a]",
                        "TIME_DROPPED 1"),
                variable("a list", values, in(text("a"), text("b"), text("\tc")), "x IN [TEXT a, TEXT b, TEXT \tc]"),
                variable("an excluded list", values, is("NOT IN", text("a")), "x IN [TEXT a]", "OPERATOR_DROPPED 1"),
                variable("bounds", values, range, "x IN [NUMBER 5, NUMBER 9]", "OPERATOR_DROPPED 2"),
                variable("a null in a list", values, in(text("a"), nothing()), "x IN [TEXT a]", "NULL_DROPPED 1"),
                variable("a list with zero", values, in(number("0")), "x IN [NUMBER 0]"),
                variable("zero alone", values, is("==", number("0.0")), "", "EMPTY_DROPPED 1"),
                variable("false alone", values, is("==", bool("false")), "", "EMPTY_DROPPED 1"),
                variable("an empty text alone", values, is("==", text("")), "", "EMPTY_DROPPED 1"),
                variable("true alone", values, is("==", bool("true")), "x IN [BOOLEAN true]"),
                variable("a null test", values, is("IS NOT NULL"), "", "NULL_DROPPED 1"),
                variable("a truth test", values, is("IS TRUE"), "", "EMPTY_DROPPED 1"),
                variable(
                        "a long number in a template",
                        values,
                        in(number("0.12345678901234567")),
                        "x IN [NUMBER 0.12345678901234567]",
                        "NUMBER_ROUNDED 1"),
                variable("conditions", filters, range, "x >= [NUMBER 5]; x <= [NUMBER 9]"),
                variable("an excluded list with operator", filters, is("not in", text("a")), "x NOT IN [TEXT a]"),
                variable("a null test among filters", filters, is("IS NULL"), "", "NULL_DROPPED 1"),
                variable("zero among filters", filters, is(">", number("0")), "", "EMPTY_DROPPED 1"),
                variable(
                        "a time filter",
                        VariableKind.GET_TIME_FILTER,
                        is("TEMPORAL_RANGE", text("Last week")),
                        "x TEMPORAL_RANGE [TEXT Last week]"),
                variable("no time filter", VariableKind.GET_TIME_FILTER, in(text("a")), "", "OPERATOR_DROPPED 1"));
    }

    @ParameterizedTest
    @MethodSource({"columns", "variables"})
    void MP3_whatArrivesIsInNormalFormAndEveryLossIsNamed(Case each) {
        ExecutionMapping mapping = mapping(each);

        assertThat(mapping.value()).isEqualTo(each.value());
        assertThat(shown(mapping.conversion().arriving())).isEqualTo(each.arriving());
        assertThat(losses(mapping)).containsExactlyInAnyOrderElementsOf(each.losses());
    }

    @Test
    void MP3_theTimeOfAQueryIsNormalisedToo() {
        World world = new World(new SampleContext()
                        .dataset(7)
                        .filter(filter(null, new FilterValue(List.of(), "2024-01-01T00:00:00Z : ", "P1D", "ds")))
                        .build())
                .start();

        ExecutionMapping mapping = world.session().mappings().get(0);

        assertThat(mapping.conversion().arriving())
                .isEqualTo(new FilterValue(List.of(), "2024-01-01T00:00:00 : ", "P1D", "ds"));
        assertThat(losses(mapping)).containsExactly("TIME_ZONE_DROPPED 1");
    }

    @Test
    void MP3_aTextThatIsTooLongForAParameterIsNotOffered() {
        FilterValue longest = in(text("x".repeat(ReviewCommand.MAX_TEXT - 2)), text("y"));
        FilterValue longer = in(text("x".repeat(ReviewCommand.MAX_TEXT - 1)), text("y"));

        assertThat(mappings(variable("", VariableKind.URL_PARAM, longest, ""))).hasSize(1);
        assertThat(mappings(variable("", VariableKind.URL_PARAM, longer, ""))).isEmpty();
    }

    @Test
    void MP3_everyKindOfLossIsProvokedAndReadsAsASentenceWithACure() {
        Set<String> provoked = new TreeSet<>();
        Stream.concat(columns(), variables()).forEach(each -> {
            ExecutionMapping mapping = mapping(each);
            mapping.conversion().warnings().forEach(warning -> {
                provoked.add(warning.code());
                for (Locale locale : List.of(Locale.ENGLISH, Locale.forLanguageTag("ru"))) {
                    ProblemText text = ProblemText.of(warning, locale);
                    assertThat(text.message())
                            .doesNotContain("{", "?")
                            .endsWith(".")
                            .isNotEqualTo(warning.code());
                    assertThat(text.cure()).endsWith(".");
                    assertThat(MappingText.of(mapping, locale).warnings()).contains(text);
                }
            });
        });

        assertThat(provoked)
                .isEqualTo(Arrays.stream(ConversionProblem.values())
                        .map(ConversionProblem::code)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void MP3_thereIsAFindingForEachWarningUntilThePersonDecides() {
        World world = new World(
                        context(variable("", VariableKind.FILTER_VALUES, both(is("NOT IN", text("a"), nothing())), "")))
                .start();
        ExecutionMapping mapping = world.session().mappings().get(0);

        assertThat(lossFindings(world))
                .extracting(Finding::problem)
                .containsExactlyElementsOf(mapping.conversion().warnings().stream()
                        .map(warning -> warning.about(mapping.id().value()))
                        .toList())
                .hasSize(2);
    }

    static List<Finding> lossFindings(World world) {
        return world.session().findings().stream()
                .filter(finding -> finding.status() == FindingStatus.OPEN)
                .filter(finding -> finding.problem().code().startsWith("CONVERSION_"))
                .toList();
    }

    private static List<String> losses(ExecutionMapping mapping) {
        return mapping.conversion().warnings().stream()
                .map(warning -> warning.code().replace("CONVERSION_", "") + " "
                        + warning.arguments().get("count"))
                .toList();
    }

    private static ExecutionMapping mapping(Case each) {
        List<ExecutionMapping> mappings = mappings(each);
        assertThat(mappings).hasSize(1);
        return mappings.get(0);
    }

    private static List<ExecutionMapping> mappings(Case each) {
        return new World(context(each)).start().session().mappings();
    }

    private static RecoveredContext context(Case each) {
        SampleContext sample = new SampleContext();
        if (each.target() instanceof TemplateVariable variable) {
            sample.dataset(7, variable);
        } else {
            sample.dataset(7);
        }
        RecoveredContext context = sample.filter(filter(X, each.value())).build();
        return each.target() instanceof RecoveredColumn column
                ? World.withDatasets(context, dataset -> withColumn(dataset, column))
                : context;
    }

    private static RecoveredDataset withColumn(RecoveredDataset dataset, RecoveredColumn column) {
        List<RecoveredColumn> columns = new ArrayList<>(dataset.columns());
        columns.add(column);
        return World.copy(dataset, dataset.revision(), columns);
    }

    private static String shown(FilterValue value) {
        return value.conditions().stream()
                .map(condition -> condition.column() + " " + condition.operator() + " "
                        + condition.values().stream()
                                .map(scalar -> scalar.type() + " " + scalar.text())
                                .toList())
                .collect(Collectors.joining("; "));
    }

    private static ImportedFilter filter(@Nullable FieldId column, FilterValue value) {
        return ImportedFilter.of(
                new FilterId("F"), "A filter", "filter_select", column, value, FilterOrigin.DEFAULT, Set.of());
    }

    private static FilterValue both(FilterValue... values) {
        return new FilterValue(
                Stream.of(values).flatMap(value -> value.conditions().stream()).toList(), null, null, null);
    }

    private static FilterValue in(FilterScalar... values) {
        return is("IN", values);
    }

    private static FilterValue is(String operator, FilterScalar... values) {
        return FilterValue.of(new FilterCondition(X, operator, List.of(values)));
    }

    private static FilterScalar text(String text) {
        return FilterScalar.text(text);
    }

    private static FilterScalar number(String number) {
        return new FilterScalar(FilterScalar.Type.NUMBER, number);
    }

    private static FilterScalar bool(String text) {
        return new FilterScalar(FilterScalar.Type.BOOLEAN, text);
    }

    private static FilterScalar nothing() {
        return new FilterScalar(FilterScalar.Type.NULL, "");
    }
}
