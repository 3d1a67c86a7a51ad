package io.dsreview.core.finding.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.session.ReviewSession;
import io.dsreview.core.World;
import io.dsreview.core.finding.FindingRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingRulesTest {

    private final ReviewSession session = World.readyToLaunch().session();

    /** What such a rule found stands while it is not asked, and is known by its codes. */
    @Test
    void aRuleThatIsNotAlwaysAskedHasItsCodesToItself() {
        List<FindingRule> notAlwaysAsked = FindingRules.all().stream()
                .filter(rule -> rule.looksAt(session).isPresent())
                .toList();

        assertThat(notAlwaysAsked)
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.finds().codes()).allSatisfy(code -> {
                    assertThat(code).doesNotEndWith("*");
                    assertThat(FindingRules.all())
                            .filteredOn(other -> other.finds().includes(code))
                            .containsExactly(rule);
                }));
    }
}
