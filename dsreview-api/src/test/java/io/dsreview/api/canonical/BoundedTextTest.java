package io.dsreview.api.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.id.FieldId;
import org.junit.jupiter.api.Test;

class BoundedTextTest {

    @Test
    void leavesAShortTextAsItIs() {
        String longest = "x".repeat(BoundedText.MAX_LENGTH);

        assertThat(BoundedText.of(longest)).isEqualTo(longest);
    }

    @Test
    void tellsLongTextsApartThatBeginAlike() {
        String one = BoundedText.of("x".repeat(300) + "1");
        String other = BoundedText.of("x".repeat(300) + "2");

        assertThat(one).hasSize(BoundedText.MAX_LENGTH).startsWith("xxxx").isNotEqualTo(other);
    }

    @Test
    void neverCutsACharacterInHalf() {
        String bounded = BoundedText.of("x" + "😀".repeat(200));

        assertThat(bounded.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE))
                .isTrue();
    }

    @Test
    void replacesWhatNoIdentifierMayHoldAndStillTellsTextsApart() {
        String one = BoundedText.of("a\nb\ud83d");
        String other = BoundedText.of("a\tb\ud83d");

        assertThat(one)
                .startsWith("a\uFFFDb\uFFFD~")
                .hasSize("a\uFFFDb\uFFFD~".length() + 16)
                .isNotEqualTo(other);
        assertThat(new FieldId(one).value()).isEqualTo(one);
    }
}
