package io.dsreview.api.canonical;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Sha256Test {

    private static final String GOLDEN_DOCUMENT =
            "{\"\\r\":\"\u00e9\",\"amount\":\"0.10\",\"list\":[1,-9007199254740991,true],"
                    + "\"\ud83d\ude00\":{},\"\ufb33\":\"\\u0001\\\"\\\\\"}";

    /** The constants were made outside Java, with {@code printf 'tag\ncontent' | sha256sum}. */
    @Test
    void givesTheSameHashOnEveryJvm() {
        byte[] document = CanonicalJson.encode(Map.of(
                "\ufb33", "\u0001\"\\",
                "\ud83d\ude00", Map.of(),
                "list", List.of(1, -9007199254740991L, true),
                "amount", "0.10",
                "\r", "\u00e9"));

        assertThat(new String(document, UTF_8)).isEqualTo(GOLDEN_DOCUMENT);
        assertThat(Sha256.of("dsreview-golden-v1", document).hex())
                .isEqualTo("6d9b5aae5aa54cd3f06c4a8cad6d09898373ce2e2fd0dd73d37efee16df48c47");
        assertThat(Sha256.of("dsreview-ledger-v1", new byte[0]).hex())
                .isEqualTo("be465bc2989c04deb946bed9747a5c4c67e50b959e83af19f18af53a1068fa84");
    }

    @Test
    void separatesPurposesByTheirTag() {
        byte[] content = {1, 2, 3};

        assertThat(Sha256.of("a", content)).isEqualTo(Sha256.of("a", content)).isNotEqualTo(Sha256.of("b", content));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "line\nfeed", "caf\u00e9", "\ud800"})
    void refusesTagsThatCouldBeMistaken(String tag) {
        assertThatThrownBy(() -> Sha256.of(tag, new byte[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "A domain tag is printable ASCII without spaces, for example dsreview-ledger-v1, this one is not");
    }

    @Test
    void shortensForPeople() {
        Sha256 hash = new Sha256("0123456789abcdef".repeat(4));

        assertThat(hash.shortHex()).isEqualTo("01234567");
        assertThat(hash).hasToString("0123456789abcdef".repeat(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123", "0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef"})
    void refusesAnythingButLowerCaseHex(String hex) {
        assertThatThrownBy(() -> new Sha256(hex))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A SHA-256 is 64 lower-case hexadecimal digits, this text of " + hex.length()
                        + " characters is not");
    }
}
