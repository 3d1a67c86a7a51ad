package io.dsreview.superset;

import static io.dsreview.superset.Recoveries.filter;
import static io.dsreview.superset.Recoveries.item;
import static io.dsreview.superset.Recoveries.recovered;
import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.error.ProblemText;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.mapping.ImportedFilter;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.RecoveryItem.State;
import io.dsreview.api.superset.UrlParameter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** SX2: whatever could not be recovered is marked, and required where it matters. */
class PartialRecoveryTest {

    private RecoveryItem only(String filter, String id) {
        try (FakeSuperset server = Shop.server(filter)) {
            return item(recovered(server, Shop.DASHBOARD), id);
        }
    }

    private String withDefault(String form, String state, String controls) {
        return """
                {"id":"F","type":"NATIVE_FILTER","name":"F","filterType":"filter_select",
                 "targets":[{"datasetId":7,"column":{"name":"region"}}],"controlValues":%s,
                 "defaultDataMask":{"extraFormData":%s,"filterState":%s},"scope":{"rootPath":["ROOT_ID"],"excluded":[]}}""".formatted(controls, form, state);
    }

    @Test
    void SX2_aLostStateIsRequiredAndItsFiltersArePartial() {
        try (FakeSuperset server = Shop.server(Shop.REGION_DEFAULT)) {
            RecoveredContext context = recovered(server, Shop.DASHBOARD + "?native_filters_key=gone");

            assertThat(item(context, "state").state()).isEqualTo(State.UNRESOLVED);
            assertThat(item(context, "state").required()).isTrue();
            assertThat(item(context, "filter:NATIVE_FILTER-region").state()).isEqualTo(State.PARTIAL);
            assertThat(filter(context, "NATIVE_FILTER-region").origin()).isEqualTo(FilterOrigin.DEFAULT);
        }
    }

    @Test
    void SX2_aRequiredFilterThatShowsNoRowYetLacksItsValue() {
        String none =
                "{\"adhoc_filters\":[{\"expressionType\":\"SQL\",\"clause\":\"WHERE\",\"sqlExpression\":\"1 = 0\"}]}";
        String other = none.replace("1 = 0", "a = 0");

        assertThat(only(withDefault(none, "{}", "{\"enableEmptyFilter\":true}"), "filter:F")
                        .why()
                        .code())
                .isEqualTo("RECOVERY_FILTER_VALUE_MISSING");
        assertThat(only(withDefault(other, "{}", "{\"enableEmptyFilter\":true}"), "filter:F")
                        .why()
                        .code())
                .isEqualTo("RECOVERY_FILTER_NOT_CARRIED");
    }

    @Test
    void SX2_aPlainNameWithoutValueIsPartial() {
        try (FakeSuperset server = Shop.server()) {
            Shop.dataset(server, "SELECT {{ floor }}, {{ top | default(1) }}");

            RecoveredContext context = recovered(server, Shop.DASHBOARD);

            assertThat(item(context, "variable:7:variable:floor").state()).isEqualTo(State.PARTIAL);
            assertThat(item(context, "variable:7:variable:top").state()).isEqualTo(State.RECOVERED);
        }
    }

    @Test
    void SX2_aLostPermalinkBesideADashboardIsRequired() {
        try (FakeSuperset server = Shop.server(Shop.REGION_DEFAULT)) {
            server.json("GET /api/v1/dashboard/permalink/gone", 500, "{\"message\":\"Fatal error\"}");

            RecoveredContext context = recovered(server, Shop.DASHBOARD + "?permalink_key=gone");

            assertThat(item(context, "state").required()).isTrue();
            assertThat(item(context, "state").why().code()).isEqualTo("RECOVERY_PERMALINK_STATE_LOST");
        }
    }

    @Test
    void SX2_whatAFilterValueCannotHoldIsPartialAndRequired() {
        for (String form : List.of(
                "{\"adhoc_filters\":[{\"expressionType\":\"SQL\",\"clause\":\"WHERE\",\"sqlExpression\":\"1 = 0\"}]}",
                "{\"adhoc_filters\":[{\"expressionType\":\"SQL\",\"clause\":\"WHERE\",\"sqlExpression\":\"1 = 2\"}]}",
                "{\"filters\":[{\"col\":{\"label\":\"x\",\"sqlExpression\":\"1\"},\"op\":\"IN\",\"val\":[1]}]}",
                "{\"filters\":[{\"col\":\"region\",\"op\":\"MAGIC\",\"val\":[1]}]}",
                "{\"filters\":[{\"col\":\"region\",\"op\":\"==\",\"val\":[1]}]}",
                "{\"filters\":[{\"col\":\"region\",\"op\":\"IN\",\"val\":[{\"a\":1}]}]}",
                "{\"filters\":[{\"col\":\"region\",\"op\":\"IN\",\"val\":[\"\\ud800\"]}]}",
                "{\"filters\":[{\"col\":\"region\",\"op\":\"IN\",\"val\":[1],\"grain\":\"P1D\"}]}",
                "{\"filters\":7}",
                "{\"custom_form_data\":{\"groupby\":[\"a\"]}}",
                "{\"interactive_groupby\":[\"a\"]}",
                "{\"relative_start\":\"today\"}",
                "{\"granularity_sqla\":\"a\",\"time_column\":\"b\"}",
                "{\"something_new\":1}",
                "[1]")) {
            RecoveryItem item = only(withDefault(form, "{\"value\":[1]}", "{}"), "filter:F");

            assertThat(item.state()).as(form).isEqualTo(State.PARTIAL);
            assertThat(item.required()).as(form).isTrue();
            assertThat(item.why().code()).as(form).isEqualTo("RECOVERY_FILTER_NOT_CARRIED");
        }
    }

    /** Characters, values in a list, and what becomes of a filter that has them. */
    record Size(int characters, int values, State state) {}

    @Test
    void SX2_aFilterValueThatIsTooLargeIsNotTakenOver() {
        for (Size size : List.of(
                new Size(4_000, 1, State.RECOVERED),
                new Size(4_001, 1, State.PARTIAL),
                new Size(1, 10_000, State.RECOVERED),
                new Size(1, 10_001, State.PARTIAL))) {
            String values =
                    String.join(",", Collections.nCopies(size.values(), "\"" + "x".repeat(size.characters()) + "\""));
            String form = "{\"filters\":[{\"col\":\"region\",\"op\":\"IN\",\"val\":[" + values + "]}]}";
            try (FakeSuperset server = Shop.server(withDefault(form, "{\"value\":[1]}", "{}"))) {
                RecoveredContext context = recovered(server, Shop.DASHBOARD);

                assertThat(item(context, "filter:F").state()).as("%s", size).isEqualTo(size.state());
                assertThat(filter(context, "F").value().isEmpty())
                        .as("%s", size)
                        .isEqualTo(size.state() == State.PARTIAL);
            }
        }
    }

    @Test
    void SX2_valuesOfSeveralConditionsCountTogether() {
        String half = "\"val\":[" + String.join(",", Collections.nCopies(5_001, "1")) + "]}";
        String form = "{\"filters\":[{\"col\":\"region\",\"op\":\"IN\"," + half
                + ",{\"col\":\"region\",\"op\":\"NOT IN\"," + half + "]}";

        tooLarge(only(withDefault(form, "{\"value\":[1]}", "{}"), "filter:F"));
    }

    @Test
    void SX2_aTimeTextThatIsTooLongIsNotTakenOver() {
        for (String part : List.of("time_range", "time_grain_sqla", "granularity_sqla", "time_column")) {
            String form = "{\"" + part + "\":\"" + "x".repeat(4_001) + "\"}";

            tooLarge(only(withDefault(form, "{\"value\":\"x\"}", "{\"defaultToFirstItem\":true}"), "filter:F"));
        }
    }

    private static void tooLarge(RecoveryItem item) {
        assertThat(item.state()).isEqualTo(State.PARTIAL);
        assertThat(item.required()).isTrue();
        assertThat(ProblemText.of(item.why(), Locale.ENGLISH).toString())
                .isEqualTo(
                        "The filter has a value of more than 4000 characters, or more than 10000 values, and none of it"
                                + " is taken over. Supply values within these limits, or accept it as absent: the filter then"
                                + " does nothing.");
    }

    @Test
    void SX2_aParameterThatIsTooLongIsUnresolvedAndRequired() {
        try (FakeSuperset server = Shop.server()) {
            Shop.permalink(
                    server,
                    "{\"urlParams\":[[\"region\",\"APAC\"],[\"long\",\"" + "x".repeat(4_001) + "\"],[\"fits\",\""
                            + "x".repeat(4_000) + "\"]]}");

            RecoveredContext context = recovered(server, "/superset/dashboard/p/perma1/?region=" + "x".repeat(4_001));

            assertThat(context.urlParameters()).extracting(UrlParameter::name).containsExactly("fits");
            for (String name : List.of("url:region", "url:long")) {
                assertThat(item(context, name).state()).isEqualTo(State.UNRESOLVED);
                assertThat(item(context, name).required()).isTrue();
                assertThat(item(context, name).why().code()).isEqualTo("RECOVERY_PARAMETER_TOO_LONG");
            }
        }
    }

    @Test
    void SX2_aDefaultThatIsNotSetButActsIsRequired() {
        RecoveryItem item = only(
                withDefault("{\"filters\":[{\"col\":\"region\",\"op\":\"IN\",\"val\":[1]}]}", "{}", "{}"), "filter:F");

        assertThat(item.required()).isTrue();
    }

    @Test
    void SX2_aFirstOptionIsRequired() {
        RecoveryItem item = only(withDefault("{}", "{}", "{\"defaultToFirstItem\":true}"), "filter:F");

        assertThat(item.why().code()).isEqualTo("RECOVERY_FILTER_FIRST_OPTION");
        assertThat(item.required()).isTrue();
    }

    @Test
    void SX2_aDemandedValueThatIsMissingIsRequired() {
        RecoveryItem item = only(withDefault("{}", "{}", "{\"enableEmptyFilter\":true}"), "filter:F");

        assertThat(item.why().code()).isEqualTo("RECOVERY_FILTER_VALUE_MISSING");
        assertThat(item.required()).isTrue();
    }

    @Test
    void SX5_aTargetThatIsGoneIsPartial() {
        String gone = withDefault("{}", "{}", "{}").replace("\"region\"", "\"warehouse\"");
        String goneWithValue = withDefault(
                        "{\"filters\":[{\"col\":\"region\",\"op\":\"IN\",\"val\":[1]}]}", "{\"value\":[1]}", "{}")
                .replace("\"region\"", "\"warehouse\"");

        assertThat(only(gone, "filter:F").state()).isEqualTo(State.PARTIAL);
        assertThat(only(gone, "filter:F").required()).isFalse();
        assertThat(only(goneWithValue, "filter:F").required()).isTrue();
        assertThat(only(goneWithValue, "filter:F").datasetId()).isEqualTo(7L);
    }

    @Test
    void SX2_clicksInChartsAreFiltersAndFiltersOfOldAreUnresolved() {
        try (FakeSuperset server = Shop.server(Shop.STATUS)) {
            Shop.savedState(server, """
                    {"10":{"id":"10","extraFormData":{"filters":[{"col":"status","op":"IN","val":["x"]}]}},
                     "11":{"id":"11","extraFormData":{}},
                     "NATIVE_FILTER-old":{"extraFormData":{"time_range":"Last week"}},
                     "NATIVE_FILTER-empty":{"extraFormData":{},"filterState":{}}}""");

            RecoveredContext context = recovered(server, Shop.DASHBOARD + "?native_filters_key=key-1");

            assertThat(item(context, "filter:10").state()).isEqualTo(State.RECOVERED);
            assertThat(context.filters())
                    .filteredOn(filter -> filter.source() == ImportedFilter.Source.CROSS_FILTER)
                    .singleElement()
                    .satisfies(click -> {
                        assertThat(click.id().value()).isEqualTo("10");
                        assertThat(click.origin()).isEqualTo(FilterOrigin.SAVED_STATE);
                        assertThat(click.charts()).doesNotContain(10L);
                    });
            assertThat(item(context, "filter:NATIVE_FILTER-old").required()).isTrue();
            assertThat(item(context, "filter:NATIVE_FILTER-empty").required()).isFalse();
            assertThat(context.summary().items())
                    .noneMatch(item -> item.id().value().equals("filter:11"));
        }
    }

    @Test
    void SX2_settingsThatCannotBeReadAreRequired() {
        try (FakeSuperset server = Shop.server()) {
            server.json(
                    "GET /api/v1/dashboard/1",
                    200,
                    "{\"result\":{\"id\":1,\"dashboard_title\":\"S\",\"json_metadata\":\"{broken\"}}");

            assertThat(item(recovered(server, Shop.DASHBOARD), "dashboard").required())
                    .isTrue();
        }
    }

    @Test
    void SX5_theOnlyDatasetIsRequired() {
        try (FakeSuperset server = Shop.server()) {
            server.json("GET /api/v1/dataset/7", 404, "{\"message\":\"Not found\"}");

            RecoveredContext context = recovered(server, Shop.DASHBOARD);

            assertThat(item(context, "dataset:7").required()).isTrue();
            assertThat(context.datasets()).isEmpty();
        }
    }
}
