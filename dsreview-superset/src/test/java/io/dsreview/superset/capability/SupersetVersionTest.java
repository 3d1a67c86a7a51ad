package io.dsreview.superset.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SupersetVersionTest {

    @ParameterizedTest
    @CsvSource({
        "6.1.0, 6.1.0",
        "3.1, 3.1.0",
        "' 4.1.3.post1 ', 4.1.3",
        "6.1.0rc2, 6.1.0",
        "5.0.0-custom+build.7, 5.0.0",
        "10.11.12, 10.11.12"
    })
    void readsAReleaseAndWhatIsBuiltFromOne(String text, String version) {
        assertThat(SupersetVersion.parse(text).orElseThrow()).hasToString(version);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0.0.0-dev",
                "6.1.0.dev0",
                "6.1.0-DEV",
                "v6",
                "latest",
                "0.38.0",
                "99999.1.1",
                "6.1.0\nx",
                "６.１.０"
            })
    void aDevelopmentBuildOrAnythingElseIsNone(String text) {
        assertThat(SupersetVersion.parse(text)).isEmpty();
    }

    @Test
    void isOrderedByItsNumbers() {
        assertThat(new SupersetVersion(6, 0, 0))
                .isGreaterThan(new SupersetVersion(5, 10, 9))
                .isLessThan(new SupersetVersion(6, 0, 1))
                .isLessThan(new SupersetVersion(6, 1, 0));
        assertThatThrownBy(() -> new SupersetVersion(6, -1, 0)).hasMessageContaining("6.-1.0 is negative");
    }
}
