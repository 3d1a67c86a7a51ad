package io.dsreview.test.recording.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretFormsTest {

    @Test
    void coverTheEscapesOfJsonHtmlUrlsAndBase64() {
        assertThat(SecretForms.of("p\u00e4 \"s<'/&"))
                .contains(
                        "p\u00e4 \"s<'/&",
                        "p\u00e4 \\\"s<'/&",
                        "p\u00e4 \\\\\\\"s<'/&",
                        "p\\u00e4 \\\"s\\u003c\\u0027/\\u0026",
                        "p\u00e4 &#34;s&lt;&#39;/&amp;",
                        "p\u00e4 &quot;s&lt;&#x27;/&amp;",
                        "p%C3%A4+%22s%3C%27%2F%26",
                        "p%C3%A4%20%22s%3C%27%2F%26",
                        "p%c3%a4+%22s%3c%27%2f%26",
                        "cMOkICJzPCcvJ");
    }

    @Test
    void areNoneForATextThatTurnsUpEverywhere() {
        assertThat(SecretForms.of("abc")).isEmpty();
        assertThat(SecretForms.of("abcd")).contains("abcd", "YWJjZ");
    }
}
