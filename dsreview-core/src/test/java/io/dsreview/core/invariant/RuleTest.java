package io.dsreview.core.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.core.invariant.Invariant.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RuleTest {

    @Test
    void theArchitecturePageListsEveryInvariantUnderItsNumber() throws IOException {
        String page = Files.readString(Path.of("../docs/ARCHITECTURE.md"));

        assertThat(Rule.all().stream().map(rule -> rule.number() + ". " + rule.words() + "."))
                .allSatisfy(line -> assertThat(page.lines()).contains(line));
    }

    @Test
    void numbersCountFromOne() {
        assertThat(Rule.all()).extracting(Rule::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }
}
