package io.dsreview.core.clarification;

import static org.assertj.core.api.Assertions.assertThat;

import io.dsreview.api.clarification.Answer;
import io.dsreview.api.clarification.ClarificationEngine;
import io.dsreview.api.clarification.ClarificationState;
import io.dsreview.api.clarification.Question;
import io.dsreview.api.clarification.Topic;
import io.dsreview.api.id.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PriorityClarificationEngineTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Answer KEPT = new Answer(Question.idOf(Topic.DATASET, ""), "7", new UserId("ann"), NOON);

    private final ClarificationEngine engine = new PriorityClarificationEngine();

    @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
    void CL1_onlyTheOneQuestionThatBeatsAllOthersIsActive(@ForAll("doubts") List<Question> doubts) {
        ClarificationState next = engine.next(ClarificationState.EMPTY.answeredBy(KEPT), doubts);

        if (doubts.isEmpty()) {
            assertThat(next.active()).isNull();
            assertThat(next.waiting()).isEmpty();
        } else {
            assertThat(doubts.stream().filter(each -> beatsAllOthers(each, doubts)))
                    .containsExactly(next.active());
        }
        assertThat(next.open()).containsExactlyInAnyOrderElementsOf(doubts);
        for (int i = 1; i < next.waiting().size(); i++) {
            assertThat(beats(next.waiting().get(i - 1), next.waiting().get(i))).isTrue();
        }
        assertThat(next.answers()).containsExactly(KEPT);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void CL1_theOrderOfTheDoubtsDoesNotMatter(@ForAll("doubts") List<Question> doubts, @ForAll long seed) {
        List<Question> shuffled = new ArrayList<>(doubts);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(engine.next(ClarificationState.EMPTY, shuffled))
                .isEqualTo(engine.next(ClarificationState.EMPTY, doubts));
    }

    @Example
    void CL1_aQuestionThatIsNoLongerInDoubtIsNotAskedAgain() {
        Question gone = question(1, true, 9, 0);
        Question left = question(2, false, 0, 0);

        ClarificationState next = engine.next(ClarificationState.EMPTY.asking(gone, List.of(left)), List.of(left));

        assertThat(next).isEqualTo(ClarificationState.EMPTY.asking(left, List.of()));
    }

    /** The rule in the words of the contract, one by one, instead of a comparator. */
    private static boolean beats(Question one, Question other) {
        if (one.blocking() && !other.blocking()) {
            return true;
        }
        if (one.blocking() == other.blocking() && one.impact() > other.impact()) {
            return true;
        }
        boolean sameWeight = one.blocking() == other.blocking() && one.impact() == other.impact();
        if (sameWeight && one.raisedAt().isBefore(other.raisedAt())) {
            return true;
        }
        boolean sameAge = one.raisedAt().equals(other.raisedAt());
        return sameWeight && sameAge && one.id().value().compareTo(other.id().value()) < 0;
    }

    private static boolean beatsAllOthers(Question one, List<Question> all) {
        return all.stream().filter(other -> !other.equals(one)).allMatch(other -> beats(one, other));
    }

    @Provide
    Arbitrary<List<Question>> doubts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(-1, 2),
                        Arbitraries.integers().between(0, 2))
                .as(PriorityClarificationEngineTest::question)
                .list()
                .ofMaxSize(8)
                .uniqueElements(Question::id);
    }

    private static Question question(int number, boolean blocking, int impact, int age) {
        String subject = "field_" + number;
        return new Question(
                Question.idOf(Topic.FIELD_MEANING, subject),
                Topic.FIELD_MEANING,
                subject,
                blocking,
                impact,
                NOON.minusSeconds(age),
                null,
                List.of(),
                true);
    }
}
