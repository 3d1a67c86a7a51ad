package io.dsreview.core.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One step of a sequence, as plain numbers and names: what it comes to depends on the state it meets, so that a sequence still
 * means something when steps before it are left out.
 *
 * @param move the name of a row of {@link Moves}
 * @param party who does it
 * @param session which of the sessions, in the order of their starts
 * @param choice what exactly; 0 is what makes most sense
 * @param version which version it expects
 * @param key which idempotency key it carries
 * @param fault what goes wrong meanwhile
 */
record Step(String move, Party party, int session, int choice, Version version, Key key, Fault fault) {

    /** The version a command expects. */
    enum Version {
        CURRENT,
        STALE,
        AHEAD
    }

    /** The idempotency key a command carries. */
    enum Key {
        NONE,
        FRESH,
        /** The key that was used last, by whomever. */
        USED
    }

    /** Grows with whatever {@link #simpler} takes away. */
    long complexity() {
        int oddities = (party == Party.ANN ? 0 : 1)
                + (fault.isNone() ? 0 : 1)
                + (version == Version.CURRENT ? 0 : 1)
                + (key == Key.NONE ? 0 : 1);
        return (long) choice + session + oddities;
    }

    /** The same step made simpler in one way each. */
    Stream<Step> simpler() {
        List<Step> result = new ArrayList<>();
        if (!fault.isNone()) {
            result.add(new Step(move, party, session, choice, version, key, Fault.NONE));
        }
        if (version != Version.CURRENT) {
            result.add(new Step(move, party, session, choice, Version.CURRENT, key, fault));
        }
        if (key != Key.NONE) {
            result.add(new Step(move, party, session, choice, version, Key.NONE, fault));
        }
        if (party != Party.ANN) {
            result.add(new Step(move, Party.ANN, session, choice, version, key, fault));
        }
        if (session != 0) {
            result.add(new Step(move, party, 0, choice, version, key, fault));
        }
        if (choice != 0) {
            result.add(new Step(move, party, session, 0, version, key, fault));
            if (choice > 8) {
                result.add(new Step(move, party, session, choice / 2, version, key, fault));
                result.add(new Step(move, party, session, choice % 8, version, key, fault));
            }
            result.add(new Step(move, party, session, choice - 1, version, key, fault));
        }
        return result.stream();
    }
}
