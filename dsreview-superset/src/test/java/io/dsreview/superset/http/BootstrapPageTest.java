package io.dsreview.superset.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapPageTest {

    private static Json data(String page) {
        return BootstrapPage.data(page.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div id=\"app\" data-bootstrap=\"{&#34;a&#34;: &#34;x &amp; &lt;y&gt; &#39;z&#39;&#34;}\"></div>",
                "<div data-bootstrap='{\"a\": \"x &amp; &lt;y&gt; &#x27;z&apos;\"}'>",
                "<DIV DATA-BOOTSTRAP = \"{&quot;a&quot;: &quot;x & <y> 'z'&quot;}\">"
            })
    void readsTheDataHoweverItIsEscaped(String page) {
        assertThat(data(page).at("a").text()).isEqualTo("x & <y> 'z'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "<div data-bootstrap=\"{&#34;a&#34;",
                "<div data-bootstrap=\"not json\">",
                "<div data-bootstrap=\"\">",
                "<div xdata-bootstrap=\"{}\">"
            })
    void findsNothingWhereNothingIs(String page) {
        assertThat(data(page).isDocument()).isFalse();
    }

    @Test
    void leavesReferencesThatItDoesNotKnow() {
        assertThat(data("<div data-bootstrap='[\"&nbsp;&#9999999;&x;&#65;\"]'>")
                        .elements()
                        .get(0)
                        .text())
                .isEqualTo("&nbsp;&#9999999;&x;A");
    }

    @Test
    void isQuickOnAPageOfQuotes() {
        assertThat(data(" data-bootstrap=".repeat(50_000)).isDocument()).isFalse();
    }
}
