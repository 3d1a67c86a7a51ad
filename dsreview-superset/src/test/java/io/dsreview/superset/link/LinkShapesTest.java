package io.dsreview.superset.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.superset.LinkReading;
import io.dsreview.api.superset.SupersetLink;
import io.dsreview.api.superset.SupersetLink.InlineSql;
import io.dsreview.superset.error.SupersetErrorCode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkShapesTest {

    private static final EnvironmentId PROD = new EnvironmentId("prod");
    private static final String UUID = "5c02d377-e292-47c9-88d4-7d52661e854e";
    private static final LinkReader READER =
            new LinkReader(List.of(new KnownHost(PROD, URI.create("https://example.com/superset"))));

    record Shape(String path, SupersetLink link) {}

    static Stream<Shape> dashboards() {
        return Stream.of(
                new Shape(
                        "/superset/dashboard/7/?native_filters=(a:b)", dashboard("7", null, null, "(a:b)", null, null)),
                new Shape(
                        "/superset/dashboard/7/?native_filters=(a:'x+y')&native_filters_key=K1",
                        dashboard("7", null, "K1", "(a:'x y')", null, null)),
                new Shape(
                        "/superset/dashboard/p/K2/?native_filters=(a:b)#CHART-12",
                        dashboard(null, "K2", null, "(a:b)", null, "CHART-12")),
                new Shape(
                        "/superset/dashboard/7/?preselect_filters=%7B%7D",
                        dashboard("7", null, null, null, "{}", null)),
                new Shape("/superset/dashboard/7/embedded", dashboard("7", null, null, null, null, null)),
                new Shape("/dashboard/sales/embedded?uiConfig=3", dashboard("sales", null, null, null, null, null)),
                new Shape("/embedded/" + UUID, new SupersetLink.Embedded(PROD, UUID, Map.of())),
                new Shape(
                        "/embedded/" + UUID + "?region=EMEA&show_filters=0",
                        new SupersetLink.Embedded(PROD, UUID, Map.of("region", "EMEA"))));
    }

    static Stream<Shape> charts() {
        String form = "{\"datasource\":\"12__table\",\"slice_id\":3}";
        String encoded = "%7B%22datasource%22%3A%2212__table%22%2C%22slice_id%22%3A3%7D";
        return Stream.of(
                new Shape("/explore/?slice_id=3", explore(3L, null, null, null, null)),
                new Shape("/superset/slice/3/", explore(3L, null, null, null, null)),
                new Shape("/superset/slice/3/?standalone=true", explore(3L, null, null, null, null)),
                new Shape("/chart/edit/3", explore(3L, null, null, null, null)),
                new Shape(
                        "/explore/?form_data_key=K&slice_id=3&datasource_id=12&datasource_type=table&dashboard_page_id=x",
                        explore(3L, 12L, null, "K", null)),
                new Shape("/explore/?form_data_key=K&dataset_id=12", explore(null, 12L, null, "K", null)),
                new Shape("/explore/?datasource=12__table", explore(null, 12L, null, null, null)),
                new Shape("/explore/?viz_type=table&datasource=12__table", explore(null, 12L, null, null, null)),
                new Shape("/superset/explore/table/12/", explore(null, 12L, null, null, null)),
                new Shape("/explore/table/12/?slice_id=3", explore(3L, 12L, null, null, null)),
                new Shape("/superset/explore/p/K/", explore(null, null, "K", null, null)),
                new Shape("/explore/p/K/", explore(null, null, "K", null, null)),
                new Shape("/explore/?permalink_key=K", explore(null, null, "K", null, null)),
                new Shape("/explore/?form_data=" + encoded, explore(null, null, null, null, form)),
                new Shape("/superset/explore/?form_data=" + encoded, explore(null, null, null, null, form)),
                new Shape("/explore/?form_data=" + encoded.replace("%", "%25"), explore(null, null, null, null, form)));
    }

    static Stream<Shape> queries() {
        return Stream.of(
                new Shape("/sqllab/?savedQueryId=5", sqlLab(5L, null, null, null, null)),
                new Shape("/superset/sqllab?savedQueryId=5", sqlLab(5L, null, null, null, null)),
                new Shape("/sqllab/?queryId=6", sqlLab(null, 6L, null, null, null)),
                new Shape("/sqllab/p/K", sqlLab(null, null, "K", null, null)),
                new Shape("/sqllab/?id=8", sqlLab(null, null, "kv:8", null, null)),
                new Shape("/sqllab/?datasourceKey=12__table", sqlLab(null, null, null, 12L, null)),
                new Shape(
                        "/sqllab/?datasourceKey=12__table&sql=SELECT%0A%091",
                        sqlLab(null, null, null, 12L, new InlineSql("SELECT\n\t1", null, null, null, null, null))),
                new Shape(
                        "/sqllab/?sql=SELECT+1&datasourceKey=12__table&queryId=6", sqlLab(null, 6L, null, null, null)),
                new Shape("/sqllab/?queryId=6&savedQueryId=5", sqlLab(5L, null, null, null, null)),
                new Shape("/sqllab/?savedQueryId=5&id=8", sqlLab(null, null, "kv:8", null, null)),
                new Shape(
                        "/sqllab/?dbid=1&sql=SELECT+'100%25'&schema=main&catalog=c&name=by+hand&autorun=true",
                        sqlLab(
                                null,
                                null,
                                null,
                                null,
                                new InlineSql("SELECT '100%'", 1L, null, "c", "main", "by hand"))),
                new Shape(
                        "/sqllab/?dbname=shop&sql=SELECT%201",
                        sqlLab(null, null, null, null, new InlineSql("SELECT 1", null, "shop", null, null, null))));
    }

    static Stream<Shape> datasets() {
        return Stream.of(
                new Shape("/dataset/12", new SupersetLink.Dataset(PROD, 12, Map.of())),
                new Shape("/tablemodelview/edit/12", new SupersetLink.Dataset(PROD, 12, Map.of())),
                new Shape(
                        "/tablemodelview/show/12?region=EMEA",
                        new SupersetLink.Dataset(PROD, 12, Map.of("region", "EMEA"))));
    }

    @ParameterizedTest
    @MethodSource({"dashboards", "charts", "queries", "datasets"})
    void readsEveryShape(Shape shape) {
        assertThat(READER.read("https://example.com/superset" + shape.path()))
                .isEqualTo(new LinkReading.Supported(shape.link()));
    }

    @Test
    void keepsTheUsersOwnParametersOfAChart() {
        assertThat(READER.read("https://example.com/superset/explore/?slice_id=3&region=EMEA"))
                .isEqualTo(new LinkReading.Supported(
                        new SupersetLink.Explore(PROD, 3L, null, null, null, null, Map.of("region", "EMEA"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/explore/?slice_id=abc",
                "/explore/?slice_id=-1",
                "/explore/?slice_id=99999999999999999999",
                "/explore/?datasource=12",
                "/explore/?form_data_key=..%2Fme",
                "/superset/slice/x/",
                "/dataset/x",
                "/sqllab/?savedQueryId=1;2",
                "/sqllab/?datasourceKey=12",
                "/sqllab/p/a.b",
                "/embedded/12"
            })
    void refusesIdsAndKeysThatSupersetDoesNotMake(String path) {
        LinkReading reading = READER.read("https://example.com/superset" + path);

        assertThat(reading).isInstanceOfSatisfying(LinkReading.Refused.class, refused -> assertThat(
                        refused.problem().code())
                .isEqualTo(SupersetErrorCode.LINK_KEY_ILLEGAL.code()));
    }

    @Test
    void takesAChartOnSomethingElseThanATableForOneWithoutADataset() {
        assertThat(READER.read("https://example.com/superset/explore/?datasource_id=4&datasource_type=query"))
                .isInstanceOf(LinkReading.UnsupportedShape.class);
    }

    private static SupersetLink dashboard(
            String dashboard, String permalink, String key, String inline, String preselect, String anchor) {
        return new SupersetLink.Dashboard(PROD, dashboard, permalink, key, inline, preselect, anchor, Map.of());
    }

    private static SupersetLink explore(Long chart, Long dataset, String permalink, String key, String form) {
        return new SupersetLink.Explore(PROD, chart, dataset, permalink, key, form, Map.of());
    }

    private static SupersetLink sqlLab(Long saved, Long query, String permalink, Long dataset, InlineSql inline) {
        return new SupersetLink.SqlLab(PROD, saved, query, permalink, dataset, inline, Map.of());
    }
}
