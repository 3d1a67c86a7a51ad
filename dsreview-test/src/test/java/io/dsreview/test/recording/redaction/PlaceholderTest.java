package io.dsreview.test.recording.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholderTest {

    @ParameterizedTest
    @CsvSource({
        "redacted-token-1, anything, true",
        "redacted-token-1, '', false",
        "/a/redacted-token-1/b, /a/x/y/b, true",
        "/a/redacted-token-1/b, /a//b, false",
        "/a/redacted-token-1/b, /a/x/c, false",
        "a redacted-x-1 b volatile-y-2 c, a 1 b 2 c, true",
        "a redacted-x-1 b volatile-y-2 c, a 1 c, false",
        "redacted-email-1@example.test, ann@corp.example, true",
        "plain, plain, true",
        "plain, other, false",
        "aredacted-x-1a, a, false",
        "aredacted-x-1a, aa, false",
        "aredacted-x-1a, aba, true"
    })
    void standsForAnyTextOfAtLeastOneCharacter(String recorded, String asked, boolean matches) {
        assertThat(Placeholder.matches(recorded, asked)).isEqualTo(matches);
    }

    @Test
    void matchesFastEvenIfThereAreThousands() {
        String recorded = "redacted-a-1".concat("b").repeat(5_000);

        assertThat(Placeholder.matches(recorded, "ab".repeat(4_999) + "a")).isFalse();
    }

    @Test
    void survivesASecretThatLooksLikeAPartOfIt() {
        Secrets secrets = new Secrets();
        assertThat(secrets.placeholder("password", "password")).isEqualTo("redacted-password-1");
        assertThat(secrets.placeholder("token", "redacted")).isEqualTo("redacted-token-1");

        String hidden = secrets.hide("the password is redacted");

        assertThat(hidden).isEqualTo("the redacted-password-1 is redacted-token-1");
        assertThat(secrets.hide(hidden)).isEqualTo(hidden);
    }

    @Test
    void isNeverTakenForASecret() {
        Secrets secrets = new Secrets();

        assertThat(secrets.placeholder("token", "redacted-access_token-7")).isEqualTo("redacted-access_token-7");
        assertThat(secrets.count()).isZero();
    }

    @Test
    void hidesTheLongerOfTwoSecretsFirst() {
        Secrets secrets = new Secrets();
        secrets.placeholder("a", "abcdef");
        secrets.placeholder("b", "abcdefgh");

        assertThat(secrets.hide("abcdefgh abcdef")).isEqualTo("redacted-b-1 redacted-a-1");
    }
}
