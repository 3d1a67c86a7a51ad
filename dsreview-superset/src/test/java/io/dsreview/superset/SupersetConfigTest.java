package io.dsreview.superset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dsreview.api.superset.SupersetCredential;
import io.dsreview.api.superset.SupersetCredentials;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupersetConfigTest {

    private static final SupersetCredentials CREDENTIALS =
            SupersetCredentials.fixed(SupersetCredential.password("svc", "secret-1"));

    @Test
    void hasDocumentedDefaults() {
        SupersetConfig config = SupersetConfig.builder()
                .environment("prod", URI.create("https://superset.example.com/"), CREDENTIALS)
                .build();

        assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.readTimeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.callTimeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.probeTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.maxResponseBytes()).isEqualTo(16 * 1024 * 1024);
        assertThat(config.rowCap()).isEqualTo(100_000);
        assertThat(config.launchMode()).isEqualTo(LaunchMode.SYNC);
        assertThat(config.environments().get(FakeSuperset.PROD).base())
                .isEqualTo(URI.create("https://superset.example.com"));
        assertThat(config.toString()).isEqualTo("SupersetConfig[prod]");
    }

    @Test
    void reportsAllProblemsAtOnce() {
        assertThatThrownBy(() -> SupersetConfig.builder()
                        .environment(" ", URI.create("ftp://ann:secret-2@host/a?b#c"), CREDENTIALS)
                        .connectTimeout(Duration.ZERO)
                        .readTimeout(Duration.ofDays(2))
                        .callTimeout(Duration.ofSeconds(-1))
                        .probeTimeout(Duration.ofNanos(1))
                        .maxResponseBytes(1)
                        .rowCap(0)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "scheme",
                        "user or password",
                        "query or fragment",
                        "blank",
                        "connectTimeout: is PT0S; 1 millisecond to 24 hours are legal",
                        "readTimeout",
                        "callTimeout",
                        "probeTimeout",
                        "maxResponseBytes: is 1; 1024 or more are legal",
                        "rowCap: is 0; 1 to 100000 are legal")
                .message()
                .doesNotContain("secret-2");
    }

    @Test
    void needsAnEnvironmentAndEachOnce() {
        URI base = URI.create("https://superset.example.com");

        assertThatThrownBy(() -> SupersetConfig.builder().build()).hasMessageContaining("add at least one");
        assertThatThrownBy(() -> SupersetConfig.builder()
                        .environment("prod", base, CREDENTIALS)
                        .environment("prod", base, CREDENTIALS)
                        .build())
                .hasMessageContaining("prod is there twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://host/a/../b",
                "https://host//a",
                "https://host/a%2Fb",
                "https://host:0/",
                "https://ho_st/",
                "mailto:a@b",
                "/only/a/path"
            })
    void refusesABaseThatCanBeReadInTwoWays(String base) {
        assertThatThrownBy(() -> SupersetConfig.builder()
                        .environment("prod", URI.create(base), CREDENTIALS)
                        .build())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
