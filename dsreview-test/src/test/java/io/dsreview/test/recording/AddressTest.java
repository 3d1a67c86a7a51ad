package io.dsreview.test.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8088, see http://127.0.0.1:8088/x, see http://superset.test/x",
        "http://127.0.0.1:8088, Host: 127.0.0.1:8088, Host: superset.test",
        "http://127.0.0.1:8088, 127.0.0.1:80881 and 127.0.0.1, 127.0.0.1:80881 and 127.0.0.1",
        "http://127.0.0.1:8088, ?next=http%3A%2F%2F127.0.0.1%3A8088%2Fx, ?next=http%3A%2F%2Fsuperset.test%2Fx",
        "http://127.0.0.1:8088, 'http:\\/\\/127.0.0.1:8088\\/x', 'http:\\/\\/superset.test\\/x'",
        "http://superset:8088, /superset/x http://superset:8088/superset/, /superset/x http://superset.test/superset/",
        "http://superset, superset http://superset/superset, superset http://superset.test/superset",
        "https://bi.corp.example, https://BI.corp.example/x bi.corp.example., http://superset.test/x superset.test.",
        "https://bi.corp.example, https://bi.corp.example:443/x, http://superset.test/x",
        "https://bi.corp.example, my-bi.corp.example bi.corp.example.org, my-bi.corp.example bi.corp.example.org",
        "https://bi.corp.example:8443, bi.corp.example https://bi.corp.example:8443/x, superset.test http://superset.test/x",
        "https://bi.corp.example:8443, ann@bi.corp.example, ann@superset.test"
    })
    void ofTheUpstreamNeverReachesAFile(String upstream, String text, String stored) {
        assertThat(Address.of(URI.create(upstream)).replaceIn(text, Address.PLACEHOLDER))
                .isEqualTo(stored);
    }

    @Test
    void ofThePlaceholderBecomesTheProxy() {
        Address proxy = new Address("http", "127.0.0.1", 5000);

        assertThat(Address.PLACEHOLDER.replaceIn(
                        "http://superset.test/x http%3A%2F%2Fsuperset.test%2Fx superset.test", proxy))
                .isEqualTo("http://127.0.0.1:5000/x http%3A%2F%2F127.0.0.1%3A5000%2Fx 127.0.0.1:5000");
    }
}
