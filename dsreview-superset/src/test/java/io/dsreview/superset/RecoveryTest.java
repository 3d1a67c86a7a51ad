package io.dsreview.superset;

import static io.dsreview.superset.Recoveries.filter;
import static io.dsreview.superset.Recoveries.item;
import static io.dsreview.superset.Recoveries.recovered;
import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.error.ProblemText;
import io.dsreview.api.execution.ExecutionTarget;
import io.dsreview.api.id.FieldId;
import io.dsreview.api.mapping.FilterCondition;
import io.dsreview.api.mapping.FilterOrigin;
import io.dsreview.api.mapping.FilterScalar;
import io.dsreview.api.mapping.FilterValue;
import io.dsreview.api.mapping.VariableKind;
import io.dsreview.api.superset.RecoveredContext;
import io.dsreview.api.superset.RecoveryItem;
import io.dsreview.api.superset.RecoveryItem.State;
import io.dsreview.api.superset.SupersetCompilationAdapter.RevisionReading;
import io.dsreview.api.superset.SupersetContextExtractor.Recovery;
import io.dsreview.api.superset.UrlParameter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecoveryTest {

    private static final String MASK = """
            {"NATIVE_FILTER-region":{"id":"NATIVE_FILTER-region",
              "extraFormData":{"filters":[{"col":"region","op":"IN","val":["APAC",1.50,null,true]}]},"filterState":{"value":["APAC"]}},
             "NATIVE_FILTER-status":{"id":"NATIVE_FILTER-status","extraFormData":{},"filterState":{"value":null}}}""";

    @Nested
    class SX1_separatesWhereEachValueCameFrom {

        @Test
        void SX1_separatesUrlFiltersAndSavedState() {
            try (FakeSuperset server = Shop.server(Shop.REGION_DEFAULT, Shop.STATUS, Shop.TIME)) {
                Shop.savedState(server, MASK);

                RecoveredContext context = recovered(
                        server, "/superset/dashboard/sales/?native_filters_key=key-1&region=EMEA&standalone=1");

                assertThat(context.urlParameters())
                        .containsExactly(new UrlParameter("region", "EMEA", FilterOrigin.URL));
                assertThat(filter(context, "NATIVE_FILTER-region").origin()).isEqualTo(FilterOrigin.SAVED_STATE);
                assertThat(filter(context, "NATIVE_FILTER-region").value())
                        .isEqualTo(FilterValue.of(new FilterCondition(
                                new FieldId("region"),
                                "IN",
                                List.of(
                                        FilterScalar.text("APAC"),
                                        new FilterScalar(FilterScalar.Type.NUMBER, "1.50"),
                                        new FilterScalar(FilterScalar.Type.NULL, ""),
                                        new FilterScalar(FilterScalar.Type.BOOLEAN, "true")))));
                assertThat(filter(context, "NATIVE_FILTER-status").origin()).isEqualTo(FilterOrigin.SAVED_STATE);
                assertThat(filter(context, "NATIVE_FILTER-status").value()).isEqualTo(FilterValue.NONE);
                assertThat(filter(context, "NATIVE_FILTER-time").origin()).isEqualTo(FilterOrigin.DEFAULT);
                assertThat(filter(context, "NATIVE_FILTER-time").value())
                        .isEqualTo(FilterValue.ofTimeRange("2024-01-01 : 2024-07-01"));
                assertThat(item(context, "state").state()).isEqualTo(State.RECOVERED);
                assertThat(context.summary().isComplete()).isTrue();
            }
        }

        @Test
        void SX1_takesPermalinkParametersUnlessTheLinkHasItsOwn() {
            try (FakeSuperset server = Shop.server(Shop.REGION_DEFAULT, Shop.STATUS)) {
                Shop.permalink(
                        server,
                        "{\"dataMask\":" + MASK + ",\"urlParams\":[[\"region\",\"APAC\"],[\"note\",\"a b&c=d\"]]}");

                RecoveredContext context = recovered(server, "/superset/dashboard/p/perma1/?region=EMEA");

                assertThat(context.urlParameters())
                        .containsExactly(
                                new UrlParameter("region", "EMEA", FilterOrigin.URL),
                                new UrlParameter("note", "a b&c=d", FilterOrigin.PERMALINK));
                assertThat(filter(context, "NATIVE_FILTER-region").origin()).isEqualTo(FilterOrigin.PERMALINK);
            }
        }

        @Test
        void SX1_takesOnlyTheStateOfAPermalinkThatStandsBesideADashboard() {
            try (FakeSuperset server = Shop.server(Shop.REGION_DEFAULT, Shop.STATUS)) {
                Shop.permalink(server, "{\"dataMask\":" + MASK + ",\"urlParams\":[[\"region\",\"APAC\"]]}");

                RecoveredContext context = recovered(server, Shop.DASHBOARD + "?permalink_key=perma1");

                assertThat(context.urlParameters()).isEmpty();
                assertThat(filter(context, "NATIVE_FILTER-region").origin()).isEqualTo(FilterOrigin.PERMALINK);
            }
        }

        @Test
        void SX1_hasNoOriginWithoutValue() {
            try (FakeSuperset server = Shop.server(Shop.STATUS)) {
                RecoveredContext context = recovered(server, Shop.DASHBOARD);

                assertThat(filter(context, "NATIVE_FILTER-status").origin()).isEqualTo(FilterOrigin.NONE);
                assertThat(item(context, "filter:NATIVE_FILTER-status").state()).isEqualTo(State.RECOVERED);
            }
        }
    }

    @Test
    void SX4_aDashboardWithoutFiltersIsASuccess() {
        try (FakeSuperset server = Shop.server()) {
            RecoveredContext context = recovered(server, Shop.DASHBOARD);

            assertThat(context.filters()).isEmpty();
            assertThat(context.summary().isComplete()).isTrue();
            assertThat(context.datasets()).singleElement().satisfies(dataset -> {
                assertThat(dataset.virtual()).isTrue();
                assertThat(dataset.variables().toString()).contains("url_param:region", "url_param:rate");
                assertThat(dataset.templateNames()).containsExactly("url_param");
            });
        }
    }

    @Test
    void SX7_saysOfEachItemHowFarItGot() {
        try (FakeSuperset server = Shop.server(Shop.REGION_DEFAULT)) {
            Shop.dataset(server, "SELECT {{ current_username() }} {% if %}");

            RecoveredContext context = recovered(server, Shop.DASHBOARD + "?region=EMEA");

            assertThat(context.summary().items().stream().map(item -> item.id() + " " + item.state()))
                    .containsExactly(
                            "server RECOVERED",
                            "dashboard RECOVERED",
                            "chart:10 RECOVERED",
                            "dataset:7 RECOVERED",
                            "filter:NATIVE_FILTER-region RECOVERED",
                            "url:region RECOVERED",
                            "template:7:syntax:sql:1:39 UNRESOLVED",
                            "variable:7:macro:current_username RECOVERED",
                            "variable:7:url_param:rate RECOVERED");
        }
    }

    @Test
    void whatSupersetDefinesIsNotSaidToBeUndefined() {
        try (FakeSuperset server = Shop.server()) {
            Shop.dataset(
                    server,
                    "SELECT {{ from_dttm }}{{ to_dttm }}{{ columns }}{{ filter }}{{ groupby }}{{ metrics }}{{ row_limit }}"
                            + "{{ row_offset }}{{ table_columns }}{{ time_column }}{{ time_grain }}"
                            + "{{ presto.latest_partition('t') }}{{ current_username() }}{{ currency }}");

            RecoveredContext context = recovered(server, Shop.DASHBOARD);

            Map<String, VariableKind> kinds = new TreeMap<>();
            context.datasets().get(0).variables().forEach(variable -> kinds.put(variable.name(), variable.kind()));
            assertThat(kinds)
                    .hasSize(15)
                    .containsEntry("currency", VariableKind.VARIABLE)
                    .containsEntry("current_username", VariableKind.MACRO)
                    .containsEntry("presto.latest_partition", VariableKind.MACRO)
                    .containsEntry("from_dttm", VariableKind.CHART_VARIABLE);
            assertThat(context.summary().items())
                    .extracting(RecoveryItem::kind)
                    .doesNotContain(RecoveryItem.Kind.TEMPLATE);
        }
    }

    @Test
    void aSecondFilterOfTheSameIdIsNumberedAndRequired() {
        try (FakeSuperset server = Shop.server(Shop.REGION_DEFAULT, Shop.REGION_DEFAULT, Shop.REGION_DEFAULT)) {
            RecoveredContext context = recovered(server, Shop.DASHBOARD);

            assertThat(context.filters()).hasSize(1);
            assertThat(item(context, "filter:NATIVE_FILTER-region").state()).isEqualTo(State.RECOVERED);
            for (String id : List.of("filter#2:NATIVE_FILTER-region", "filter#3:NATIVE_FILTER-region")) {
                assertThat(item(context, id).required()).isTrue();
                assertThat(item(context, id).why().code()).isEqualTo("RECOVERY_FILTER_TWICE");
            }
        }
    }

    @Test
    void noTwoItemsHaveTheSameId() {
        String nameless = "{\"type\":\"NATIVE_FILTER\"}";
        String sameAsItsPosition = Shop.STATUS.replace("NATIVE_FILTER-status", "#7");
        try (FakeSuperset server = Shop.server(sameAsItsPosition, nameless, nameless, nameless, sameAsItsPosition)) {
            Shop.charts(server, """
                    {"result":[{"id":10,"slice_name":"a","form_data":{"datasource":"7__table"}},
                     {"id":10,"slice_name":"b","form_data":{"datasource":"7__table"}},{"id":10,"slice_name":"c"}]}""");

            RecoveredContext context = recovered(server, Shop.DASHBOARD);

            assertThat(context.summary().items())
                    .extracting(RecoveryItem::id)
                    .hasSize(13)
                    .doesNotHaveDuplicates();
            assertThat(item(context, "filter:#7").state()).isEqualTo(State.RECOVERED);
            assertThat(item(context, "chart#3:10").name()).isEqualTo("c");
        }
    }

    @Test
    void aPermalinkThatNamesNothingFailsTheRecovery() {
        try (FakeSuperset server = Shop.server();
                Superset superset = server.connect()) {
            Recovery recovery = FakeSuperset.recover(superset, server, "/superset/dashboard/p/gone/");

            assertThat(((Recovery.Failed) recovery).problem().code()).isEqualTo("RECOVERY_PERMALINK_LOST");
            assertThat(ProblemText.of(((Recovery.Failed) recovery).problem(), Locale.ENGLISH)
                            .cure())
                    .startsWith("Start a new session with a fresh link");
        }
    }

    @Test
    void hostileNamesBecomeItemsAndNeverFailures() {
        String hostile = """
                {"id":"F\\u0000","type":"NATIVE_FILTER","name":"a\\u202eb","filterType":"filter_select","targets":[{}]}""";
        String nameless = "{\"type\":\"NATIVE_FILTER\"}";
        String noObject = "7";
        String lone = """
                {"id":"\\ud800","type":"NATIVE_FILTER","name":"\\ud800","filterType":"x\\u0000","targets":7}""";
        String longId = "{\"id\":\"" + "i".repeat(300) + "\",\"name\":\"" + "n".repeat(3_000) + "\",\"targets\":[7]}";
        String badColumn = """
                {"id":"G","name":"","filterType":"filter_select","targets":[{"datasetId":7,"column":{"name":"a\\u0000b"}}]}""";
        try (FakeSuperset server = Shop.server(hostile, nameless, noObject, lone, longId, badColumn, badColumn)) {
            Shop.permalink(server, """
                    {"dataMask":{"\\u0000":{"extraFormData":{"filters":[1]}},"%s":7,"":{"filterState":{"value":1}}},
                     "urlParams":[["a\\u0000","x"],["ok","y"],["b",7],"c",["d","\\ud800"]]}""".formatted("k".repeat(400)));
            Shop.charts(server, """
                    {"result":[{"id":10,"slice_name":"\\u0007\\ud800","form_data":{"datasource":"7__table"}},{"id":"x"},7,
                     {"id":11,"form_data":{"datasource":"99999999999999999999__table"}},{"id":12,"form_data":null}]}""");
            server.json(
                    "GET /api/v1/dataset/7",
                    200,
                    Shop.datasetBody("SELECT {{ url_param('\\ud800') }}", "x")
                            .replace("\"status\"", "\"st\\u0000\\ud800atus\"")
                            .replace("One row", "\\u202eOne \\ud800row"));

            RecoveredContext context = recovered(server, "/superset/dashboard/p/perma1/");

            assertThat(context.filters())
                    .extracting(filter -> filter.id().value())
                    .containsExactly("G");
            assertThat(context.urlParameters()).extracting(UrlParameter::name).containsExactly("ok", "b");
            assertThat(context.charts()).hasSize(1);
            assertThat(context.summary().items()).extracting(RecoveryItem::id).doesNotHaveDuplicates();
            assertThat(context.summary().isComplete()).isFalse();
        }
    }

    @Test
    void aRevisionStaysUntilTheDefinitionChanges() {
        try (FakeSuperset server = Shop.server();
                Superset superset = server.connect()) {
            RecoveredContext context =
                    ((Recovery.Recovered) FakeSuperset.recover(superset, server, Shop.DASHBOARD)).context();
            var dataset = context.datasets().get(0);
            var adapter = superset.compilationAdapter();

            assertThat(dataset.revision().supersetIdentity()).isEqualTo("svc");
            assertThat(adapter.readRevision(
                            FakeSuperset.PROD,
                            dataset.reference(),
                            new ExecutionTarget.DatasetRows(List.of(), 10),
                            FakeSuperset.ANN))
                    .isEqualTo(new RevisionReading.Known(dataset.revision()));

            Shop.dataset(server, "SELECT 2");

            assertThat(adapter.readRevision(
                            FakeSuperset.PROD,
                            dataset.reference(),
                            new ExecutionTarget.DatasetRows(List.of(), 10),
                            FakeSuperset.ANN))
                    .isNotEqualTo(new RevisionReading.Known(dataset.revision()));
        }
    }

    @Test
    void aScopeWithoutListIsReadFromTheLayout() {
        String inTab = Shop.STATUS.replace("ROOT_ID", "TAB-1");
        String elsewhere = Shop.STATUS.replace("ROOT_ID", "TAB-2").replace("-status", "-other");
        String excluded =
                Shop.STATUS.replace("\"excluded\":[]", "\"excluded\":[10]").replace("-status", "-excluded");
        String nowhere = Shop.STATUS.replace("[\"ROOT_ID\"]", "[]").replace("-status", "-nowhere");
        String listed = Shop.REGION_DEFAULT.replace("[10]", "[10,99]");
        try (FakeSuperset server = Shop.server(inTab, elsewhere, excluded, nowhere, listed)) {
            RecoveredContext context = recovered(server, Shop.DASHBOARD);

            assertThat(filter(context, "NATIVE_FILTER-status").charts()).containsExactly(10L);
            assertThat(filter(context, "NATIVE_FILTER-other").charts()).isEmpty();
            assertThat(filter(context, "NATIVE_FILTER-excluded").charts()).isEmpty();
            assertThat(filter(context, "NATIVE_FILTER-nowhere").charts()).isEmpty();
            assertThat(filter(context, "NATIVE_FILTER-region").charts()).containsExactly(10L);
        }
    }
}
