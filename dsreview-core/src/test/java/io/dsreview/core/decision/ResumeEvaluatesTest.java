package io.dsreview.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.access.FeatureFlags;
import io.dsreview.api.command.CommandContext;
import io.dsreview.api.command.LifecycleCommand.ResumeSession;
import io.dsreview.api.finding.Finding;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.core.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A session that an earlier version of the library evaluated may lack what the rules of this one find. */
class ResumeEvaluatesTest {

    private final World world = World.readyToLaunch();
    private final ReviewSession session = world.session();

    @Test
    void whatRulesFindThatWereNotAskedBefore() {
        Decision resumed = resume(session.withFindings(List.of()));

        assertThat(resumed).isInstanceOfSatisfying(Decision.Change.class, change -> assertThat(
                        change.session().findings())
                .extracting(Finding::id)
                .containsExactlyInAnyOrderElementsOf(session.findings().stream()
                        .filter(finding -> finding.resolvedAt() == null)
                        .map(Finding::id)
                        .toList()));
    }

    @Test
    void nothingWhereTheyWereAsked() {
        assertThat(resume(session)).isInstanceOf(Decision.Repeat.class);
    }

    private Decision resume(ReviewSession stored) {
        CommandContext context = new CommandContext(
                World.ANN, stored.header().id(), stored.header().version(), null);
        Facts facts = new Facts(
                World.ANN,
                world.clock.instant(),
                "id",
                true,
                FeatureFlags.ALL_ON,
                RecoveryTerms.DEFAULT,
                null,
                null,
                null,
                null);
        return Decisions.of(stored, new ResumeSession(context), facts);
    }
}
