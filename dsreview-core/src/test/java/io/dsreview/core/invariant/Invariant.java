package io.dsreview.core.invariant;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One invariant, looking at one sequence from its first command to its last. */
interface Invariant {

    /** All of them, with their numbers and rules. */
    enum Rule {
        LAUNCH_THROUGH_THE_GATE(
                1, "A launch happens only through an open gate, at most once per approved state", OpenGate::new),
        ONE_ACTIVE_QUESTION(2, "At most one question is active", OneActiveQuestion::new),
        ANSWER_BEFORE_POINTER(
                3, "An answer is stored before the question pointer moves, and none is lost", AnswerBeforePointer::new),
        PERSONS_DECISIONS_STAY(
                4, "What a person wrote, accepted or locked is never replaced by a source", PersonsDecisionsStay::new),
        CANDIDATES_IN_ORDER(5, "Candidates stand in the explicit order, drafts last", CandidatesInOrder::new),
        PARTIAL_IS_VISIBLE(6, "What was not fully recovered is visible as such", PartialIsVisible::new),
        SQL_FROM_SUPERSET(7, "SQL is Superset's, to the letter", SqlFromSuperset::new),
        OUT_OF_REACH(8, "Nothing of another tenant or owner is reachable", OutOfReach::new),
        HISTORY_STAYS(9, "Previews, run contexts and ledger never change, and the chain verifies", HistoryStays::new),
        ONE_WRITER(
                10, "A second writer gets a conflict, a repeated accepted command its first outcome", OneWriter::new);

        private final int number;
        private final String words;

        @SuppressWarnings("ImmutableEnumChecker") // a reference to a constructor
        private final Supplier<Invariant> maker;

        Rule(int number, String words, Supplier<Invariant> maker) {
            this.number = number;
            this.words = words;
            this.maker = maker;
        }

        int number() {
            return number;
        }

        String words() {
            return words;
        }

        /** A fresh one, for one sequence. */
        Invariant start() {
            return maker.get();
        }

        static List<Rule> all() {
            return List.of(values());
        }
    }

    /** Looks at one command; gives a sentence for everything that breaks the rule. */
    Stream<String> violations(Observation seen);

    /** Looks at what is left at the end. */
    default Stream<String> atTheEnd(Stage stage) {
        return Stream.empty();
    }
}
