package io.dsreview.test.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordingRulesTest {

    @Test
    void haveTheDocumentedDefaults() {
        RecordingRules rules = RecordingRules.defaults();

        assertThat(rules.volatileFields()).containsExactly("client_id");
        assertThat(rules.secretFields()).contains("password", "token", "secret", "api_key", "sqlalchemy_uri");
        assertThat(rules.secretHeaders()).contains("authorization", "x-csrftoken");
        assertThat(rules.emailsRemoved()).isTrue();
        assertThat(rules.overwrite()).isFalse();
        assertThat(rules.port()).isZero();
        assertThat(rules.maxBodyBytes()).isEqualTo(16_777_216);
        assertThat(rules.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(rules.exchangeTimeout()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void changeOneValueAtATime() {
        RecordingRules rules = RecordingRules.defaults()
                .withSecretFields(Set.of("pin"))
                .withSecretHeaders(Set.of("X-Pin"))
                .withVolatileFields(Set.of())
                .withEmailsRemoved(false)
                .withOverwrite(true)
                .withPort(65_535)
                .withMaxBodyBytes(1)
                .withTimeouts(Duration.ofMillis(1), Duration.ofHours(1));

        assertThat(rules)
                .isEqualTo(new RecordingRules(
                        Set.of("pin"),
                        Set.of("X-Pin"),
                        Set.of(),
                        false,
                        true,
                        65_535,
                        1,
                        Duration.ofMillis(1),
                        Duration.ofHours(1)));
    }

    @Test
    void reportAllProblemsAtOnce() {
        assertThatThrownBy(() -> new RecordingRules(
                        Set.of(" "), Set.of(), Set.of(""), true, false, 70_000, 0, Duration.ZERO, Duration.ofHours(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("These recording rules cannot work: "
                        + "secretFields holds a blank name, legal are names with at least one visible character; "
                        + "volatileFields holds a blank name, legal are names with at least one visible character; "
                        + "port is 70000, legal are 0 to 65535; maxBodyBytes is 0, legal are 1 to 268435456; "
                        + "connectTimeout is PT0S, legal is more than PT0S up to PT1H; "
                        + "exchangeTimeout is PT2H, legal is more than PT0S up to PT1H");
    }
}
