package io.dsreview.superset;

import static io.dsreview.superset.Recoveries.item;
import static io.dsreview.superset.Recoveries.recovered;
import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.superset.RecoveryItem;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A dashboard with charts of the datasets 7 and 8, and filters on dataset 7. The datasets differ in columns and SQL. */
class FilterReachTest {

    private static final String FIRST_OPTION = """
            {"id":"F","type":"NATIVE_FILTER","name":"F","filterType":"filter_select",
             "targets":[{"datasetId":7,"column":{"name":"region"}}],"controlValues":{"defaultToFirstItem":true},
             "defaultDataMask":{"extraFormData":{},"filterState":{}},"scope":{"rootPath":["ROOT_ID"],"excluded":[]}}""";

    private static final String OF_A_GONE_COLUMN = """
            {"id":"F","type":"NATIVE_FILTER","name":"F","filterType":"filter_select",
             "targets":[{"datasetId":7,"column":{"name":"warehouse"}}],"controlValues":{},
             "defaultDataMask":{"extraFormData":{"filters":[{"col":"warehouse","op":"IN","val":["W1"]}]},
              "filterState":{"value":["W1"]}},"scope":{"rootPath":["ROOT_ID"],"excluded":[]}}""";

    private static RecoveryItem filter(String filter, String sqlOf8) {
        try (FakeSuperset server = Shop.server(filter)) {
            Shop.charts(server, """
                    {"result":[{"id":10,"slice_name":"Orders","form_data":{"datasource":"7__table"}},
                     {"id":11,"slice_name":"Returns","form_data":{"datasource":"8__table"}}]}""");
            server.json(
                    "GET /api/v1/dataset/8",
                    200,
                    Shop.datasetBody(sqlOf8, "2026-01-01T00:00:00")
                            .replace("\"column_name\":\"region\"", "\"column_name\":\"area\""));
            return item(recovered(server, Shop.DASHBOARD), "filter:F");
        }
    }

    @Nested
    class AFilterOnAColumn {

        @Test
        void concernsItsOwnDatasetWhereNoOtherTakesIt() {
            RecoveryItem item = filter(FIRST_OPTION, "SELECT area FROM returns {{ filter_values('area')|where_in }}");

            assertThat(item.datasetId()).isEqualTo(7L);
            assertThat(item.required()).isTrue();
        }

        @Test
        void SX2_concernsEachDatasetWhoseTemplateAsksForTheColumn() {
            RecoveryItem item =
                    filter(FIRST_OPTION, "SELECT area FROM returns WHERE r IN {{ filter_values('region')|where_in }}");

            assertThat(item.datasetId()).isNull();
            assertThat(item.required()).isTrue();
        }

        @Test
        void SX2_concernsEachDatasetWhoseTemplateMayAskForTheColumn() {
            for (String template : new String[] {
                "{{ get_filters('region') }}",
                "{% set c = 'region' %}{{ filter_values(c) }}",
                "FROM {{ dataset(id) }}",
                "{% if %}{{ filter_values('region') }}"
            }) {
                assertThat(filter(FIRST_OPTION, "SELECT " + template).datasetId())
                        .as(template)
                        .isNull();
            }
        }

        @Test
        void SX2_concernsAnotherDatasetThatAloneIsInItsScope() {
            String elsewhere = FIRST_OPTION.replace("\"excluded\":[]", "\"excluded\":[10]");

            assertThat(filter(elsewhere, "SELECT {{ filter_values('region')|where_in }}")
                            .datasetId())
                    .isNull();
        }
    }

    @Nested
    class AFilterOnAColumnThatIsGone {

        @Test
        void isLostWhereNoTemplateAsksForTheColumn() {
            RecoveryItem item = filter(OF_A_GONE_COLUMN, "SELECT area FROM returns");

            assertThat(item.required()).isTrue();
            assertThat(item.datasetId()).isEqualTo(7L);
        }

        @Test
        void isCarriedWhereATemplateAsksForTheColumn() {
            RecoveryItem item = filter(OF_A_GONE_COLUMN, "SELECT {{ filter_values('warehouse')|where_in }}");

            assertThat(item.required()).isFalse();
            assertThat(item.datasetId()).isNull();
        }

        @Test
        void SX2_isLostWhereATemplateOnlyMayAskForTheColumn() {
            RecoveryItem item = filter(OF_A_GONE_COLUMN, "SELECT {% set c = 'warehouse' %}{{ get_filters(c) }}");

            assertThat(item.required()).isTrue();
            assertThat(item.datasetId()).isNull();
        }
    }
}
