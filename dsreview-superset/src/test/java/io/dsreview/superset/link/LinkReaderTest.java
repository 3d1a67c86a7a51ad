package io.dsreview.superset.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.error.ProblemText;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.superset.LinkReading;
import io.dsreview.api.superset.SupersetLink;
import io.dsreview.superset.error.SupersetErrorCode;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinkReaderTest {

    private static final LinkReader READER = new LinkReader(List.of(
            new KnownHost(new EnvironmentId("prod"), URI.create("https://superset.example.com")),
            new KnownHost(new EnvironmentId("rooted"), URI.create("https://example.com/analytics")),
            new KnownHost(new EnvironmentId("local"), URI.create("http://127.0.0.1:8088"))));

    record Read(
            String text,
            String environment,
            String dashboard,
            String permalink,
            String state,
            Map<String, String> own) {}

    static Stream<Read> supported() {
        return Stream.of(
                new Read("https://superset.example.com/superset/dashboard/7/", "prod", "7", null, null, Map.of()),
                new Read("  https://superset.example.com/superset/dashboard/7\n", "prod", "7", null, null, Map.of()),
                new Read(
                        "HTTPS://SuperSet.Example.COM:443/superset/dashboard/sales/",
                        "prod",
                        "sales",
                        null,
                        null,
                        Map.of()),
                new Read(
                        "https://superset.example.com/superset/dashboard/9fdeec93-23cc-4d57-b9d7-ff3b84908e12/#TAB-1",
                        "prod",
                        "9fdeec93-23cc-4d57-b9d7-ff3b84908e12",
                        null,
                        null,
                        Map.of()),
                new Read(
                        "https://superset.example.com/superset/dashboard/prodaj%D0%B8/",
                        "prod", "prodajи", null, null, Map.of()),
                new Read(
                        "https://example.com/analytics/superset/dashboard/p/nAOQYr7ZEqb/?region=EMEA",
                        "rooted",
                        null,
                        "nAOQYr7ZEqb",
                        null,
                        Map.of("region", "EMEA")),
                new Read(
                        "http://127.0.0.1:8088/superset/dashboard/7/?permalink_key=nAOQYr7ZEqb&native_filters_key=x",
                        "local",
                        "7",
                        "nAOQYr7ZEqb",
                        null,
                        Map.of()),
                new Read(
                        "http://127.0.0.1:8088/superset/dashboard/7/?native_filters_key=L0EA_3lRV-I&standalone=1",
                        "local",
                        "7",
                        null,
                        "L0EA_3lRV-I",
                        Map.of()),
                new Read(
                        "http://127.0.0.1:8088/superset/dashboard/7/?a=1&a=2&b=x+y%26z&c&native_filters=",
                        "local", "7", null, null, Map.of("a", "1", "b", "x y&z", "c", "")));
    }

    @ParameterizedTest
    @MethodSource("supported")
    void readsDashboardLinks(Read expected) {
        LinkReading reading = READER.read(expected.text());

        assertThat(reading)
                .isEqualTo(new LinkReading.Supported(new SupersetLink.Dashboard(
                        new EnvironmentId(expected.environment()),
                        expected.dashboard(),
                        expected.permalink(),
                        expected.state(),
                        null,
                        null,
                        expected.text().contains("#TAB-1") ? "TAB-1" : null,
                        expected.own())));
    }

    record Refusal(String text, SupersetErrorCode code) {}

    static Stream<Refusal> hostile() {
        String path = "/superset/dashboard/7/";
        return Stream.of(
                new Refusal("", SupersetErrorCode.LINK_EMPTY),
                new Refusal(" \t\n", SupersetErrorCode.LINK_EMPTY),
                new Refusal("https://superset.example.com/" + "a".repeat(65_536), SupersetErrorCode.LINK_TOO_LONG),
                new Refusal("dashboard 7", SupersetErrorCode.LINK_NOT_HTTP),
                new Refusal("javascript:alert(1)", SupersetErrorCode.LINK_NOT_HTTP),
                new Refusal("file:///etc/passwd", SupersetErrorCode.LINK_NOT_HTTP),
                new Refusal("ftp://superset.example.com" + path, SupersetErrorCode.LINK_NOT_HTTP),
                new Refusal("//superset.example.com" + path, SupersetErrorCode.LINK_UNREADABLE),
                new Refusal("https://superset.example.com/super\u0000set", SupersetErrorCode.LINK_CHARACTER_ILLEGAL),
                new Refusal("https://superset.example.com/\u202Edrowssap", SupersetErrorCode.LINK_CHARACTER_ILLEGAL),
                new Refusal("https://superset.example.com" + path + "?a=%00", SupersetErrorCode.LINK_CHARACTER_ILLEGAL),
                new Refusal(
                        "https://superset.example.com" + path + "?a=\uD800", SupersetErrorCode.LINK_CHARACTER_ILLEGAL),
                new Refusal("https://ann@superset.example.com" + path, SupersetErrorCode.LINK_HAS_USER_INFO),
                new Refusal("https://superset.example.com@evil.example" + path, SupersetErrorCode.LINK_HAS_USER_INFO),
                new Refusal("https://superset.example.com:x@evil.example" + path, SupersetErrorCode.LINK_HAS_USER_INFO),
                new Refusal("http://superset.example.com" + path, SupersetErrorCode.LINK_ENVIRONMENT_UNKNOWN),
                new Refusal("https://superset.example.com:8443" + path, SupersetErrorCode.LINK_ENVIRONMENT_UNKNOWN),
                new Refusal("https://superset.example.com:0443" + path, SupersetErrorCode.LINK_UNREADABLE),
                new Refusal("https://superset.example.com:" + path, SupersetErrorCode.LINK_UNREADABLE),
                new Refusal("https://superset.example.com." + path, SupersetErrorCode.LINK_ENVIRONMENT_UNKNOWN),
                new Refusal(
                        "https://superset.example.com.evil.example" + path, SupersetErrorCode.LINK_ENVIRONMENT_UNKNOWN),
                new Refusal(
                        "https://evil.example/superset.example.com" + path, SupersetErrorCode.LINK_ENVIRONMENT_UNKNOWN),
                new Refusal("https://superset.example%2Ecom" + path, SupersetErrorCode.LINK_ENVIRONMENT_UNKNOWN),
                new Refusal("https://sup\u0435rset.example.com" + path, SupersetErrorCode.LINK_ENVIRONMENT_UNKNOWN),
                new Refusal("https://superset.e\u212Aample.com" + path, SupersetErrorCode.LINK_ENVIRONMENT_UNKNOWN),
                new Refusal(
                        "https://superset.example.com\\.evil.example" + path,
                        SupersetErrorCode.LINK_ENVIRONMENT_UNKNOWN),
                new Refusal("http://127.1:8088" + path, SupersetErrorCode.LINK_ENVIRONMENT_UNKNOWN),
                new Refusal("http://0x7f.1:8088" + path, SupersetErrorCode.LINK_ENVIRONMENT_UNKNOWN),
                new Refusal("http://2130706433:8088" + path, SupersetErrorCode.LINK_ENVIRONMENT_UNKNOWN),
                new Refusal("http://localhost:8088" + path, SupersetErrorCode.LINK_ENVIRONMENT_UNKNOWN),
                new Refusal("http://[::ffff:127.0.0.1]:8088" + path, SupersetErrorCode.LINK_ENVIRONMENT_UNKNOWN),
                new Refusal("https:///superset/dashboard/7/", SupersetErrorCode.LINK_ENVIRONMENT_UNKNOWN),
                new Refusal("https://example.com" + path, SupersetErrorCode.LINK_ENVIRONMENT_UNKNOWN),
                new Refusal("https://example.com/analytics2" + path, SupersetErrorCode.LINK_ENVIRONMENT_UNKNOWN),
                new Refusal(
                        "https://superset.example.com/superset/dashboard/../../api/v1/me/",
                        SupersetErrorCode.LINK_UNREADABLE),
                new Refusal(
                        "https://superset.example.com/superset/dashboard/%2e%2e/", SupersetErrorCode.LINK_UNREADABLE),
                new Refusal(
                        "https://superset.example.com/superset/dashboard/7%2F..%2F8/",
                        SupersetErrorCode.LINK_UNREADABLE),
                new Refusal("https://superset.example.com/superset//dashboard/7/", SupersetErrorCode.LINK_UNREADABLE),
                new Refusal("https://superset.example.com/superset\\dashboard\\7", SupersetErrorCode.LINK_UNREADABLE),
                new Refusal("https://superset.example.com/superset/dashboard/%zz/", SupersetErrorCode.LINK_UNREADABLE),
                new Refusal("https://superset.example.com/superset/dashboard/%C3/", SupersetErrorCode.LINK_UNREADABLE),
                new Refusal(
                        "https://superset.example.com/superset/dashboard/%252e%252e/",
                        SupersetErrorCode.LINK_UNREADABLE),
                new Refusal("https://superset.example.com/superset/dashboard/a.b/", SupersetErrorCode.LINK_KEY_ILLEGAL),
                new Refusal(
                        "https://superset.example.com/superset/dashboard/p/a%3Fb/", SupersetErrorCode.LINK_KEY_ILLEGAL),
                new Refusal(
                        "https://superset.example.com" + path + "?native_filters_key=..%2F..%2Fme",
                        SupersetErrorCode.LINK_KEY_ILLEGAL),
                new Refusal(
                        "https://superset.example.com" + path + "?permalink_key=a/b",
                        SupersetErrorCode.LINK_KEY_ILLEGAL));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void refusesEverythingElse(Refusal expected) {
        LinkReading reading = READER.read(expected.text());

        assertThat(reading).isInstanceOf(LinkReading.Refused.class);
        assertThat(((LinkReading.Refused) reading).problem().code())
                .isEqualTo(expected.code().code());
    }

    record Page(String path, SupersetErrorCode why) {}

    static Stream<Page> otherPages() {
        return Stream.of(
                new Page("/tablemodelview/list/?filters=(table_name:orders)", SupersetErrorCode.LINK_IS_A_LIST),
                new Page("/chart/list/", SupersetErrorCode.LINK_IS_A_LIST),
                new Page("/dashboard/list/", SupersetErrorCode.LINK_IS_A_LIST),
                new Page("/savedqueryview/list/", SupersetErrorCode.LINK_IS_A_LIST),
                new Page("/databaseview/list/", SupersetErrorCode.LINK_IS_A_LIST),
                new Page("/sqllab/history/", SupersetErrorCode.LINK_IS_A_LIST),
                new Page("/superset/sqllab/history/", SupersetErrorCode.LINK_IS_A_LIST),
                new Page("/r/12", SupersetErrorCode.LINK_PAGE_REMOVED),
                new Page("/explore/", SupersetErrorCode.LINK_NAMES_NOTHING),
                new Page("/explore/?viz_type=table", SupersetErrorCode.LINK_NAMES_NOTHING),
                new Page("/sqllab/", SupersetErrorCode.LINK_NAMES_NOTHING),
                new Page("/sqllab/?new=true", SupersetErrorCode.LINK_NAMES_NOTHING),
                new Page("/dataset/add/", SupersetErrorCode.LINK_NAMES_NOTHING),
                new Page("/superset/welcome/", SupersetErrorCode.LINK_NAMES_NOTHING));
    }

    @ParameterizedTest
    @MethodSource("otherPages")
    void SX3_saysWhyAPageCannotBeReviewedAndWhatToPaste(Page page) {
        LinkReading reading = READER.read("https://superset.example.com" + page.path());

        assertThat(reading).isInstanceOf(LinkReading.UnsupportedShape.class);
        LinkReading.UnsupportedShape shape = (LinkReading.UnsupportedShape) reading;
        assertThat(shape.environment()).isEqualTo(new EnvironmentId("prod"));
        assertThat(shape.problem().code()).isEqualTo(page.why().code());
        assertThat(ProblemText.of(shape.problem(), Locale.ENGLISH).toString())
                .contains("/superset/dashboard/...")
                .doesNotContain("{");
    }

    @Test
    void SX3_callsAnUnknownPageUnknown() {
        LinkReading reading = READER.read("https://superset.example.com/nowhere/7/");

        assertThat(((LinkReading.UnsupportedShape) reading).problem().code()).isEqualTo("LINK_PAGE_UNKNOWN");
    }
}
