package io.dsreview.core.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.session.Recovery.Phase;
import io.dsreview.api.session.ReviewSession;
import io.dsreview.api.session.SessionStatus;
import io.dsreview.api.store.ReviewStore;
import io.dsreview.api.store.SessionCommit;
import io.dsreview.core.codec.SessionCodec;
import io.dsreview.core.decision.Evaluations;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A command evaluates what it may have changed: after each, evaluating everything must find nothing else. */
@Tag("invariants")
class EvaluatedOnceTest {

    private static final int SEQUENCES = 500;
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    @AutoClose
    static final Quiet QUIET = new Quiet();

    private int checked;

    @Test
    void whatIsStoredIsWhatAWholeEvaluationFinds() {
        for (int seed = 1; seed <= SEQUENCES; seed++) {
            Playing.ofSeed(seed, ports -> PlantedFault.with(ports, new Evaluating(ports.store())));
        }

        assertThat(checked).isGreaterThan(10 * SEQUENCES);
    }

    private final class Evaluating extends Tampering {

        private static final SessionCodec CODEC = new SessionCodec();

        Evaluating(ReviewStore inner) {
            super(inner);
        }

        @Override
        public boolean commit(SessionCommit commit) {
            boolean stored = super.commit(commit);
            if (stored && !commit.erases()) {
                var header = commit.header().session();
                check(CODEC.read(super.load(header.tenant(), header.id()).orElseThrow()));
            }
            return stored;
        }

        /**
         * An answer is stored first and applied by the commit after, and so is a recovery; what is put away is not evaluated
         * any more.
         */
        private void check(ReviewSession session) {
            if (session.header().status() == SessionStatus.ACTIVE
                    && session.recovery().phase() != Phase.RUNNING
                    && !session.clarification().answered()) {
                assertThat(Evaluations.whole(session, LATER)).isEqualTo(session);
                checked++;
            }
        }
    }
}
