package io.dsreview.test.recording.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretTextTest {

    private final SecretNames names = new SecretNames(Set.of("password"), Set.of());
    private final Secrets secrets = new Secrets();
    private final SecretText text = new SecretText(names, secrets, true);

    @Test
    void aPasswordInAnAddressIsASecret() {
        text.learnFrom("postgresql://ann:hunter22@db.test/shop");

        assertThat(secrets.hide("hunter22 is it")).isEqualTo("redacted-password-1 is it");
    }

    @Test
    void anAddressThatShowsItsOwnFormNamesNoSecret() {
        text.learnFrom("dialect+driver://username:password@host:port/database");

        assertThat(secrets.hide("{\"password\": 1}")).isEqualTo("{\"password\": 1}");
    }
}
