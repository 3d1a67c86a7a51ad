package io.dsreview.core.invariant;

import io.dsreview.core.invariant.Fault.Manner;
import io.dsreview.core.invariant.Fault.Place;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Makes up the next step: mostly what makes sense for the state, now and then anything. */
final class Guide {

    private static final int ANYTHING = 8;
    private static final int FAULTY = 10;
    private static final int FAULTY_WHERE_SELDOM_ASKED = 40;
    private static final Set<Place> SELDOM_ASKED = EnumSet.of(Place.LOOK_UP, Place.STOP, Place.HAND_OFF_LINK);
    private static final int UNEXPECTED_VERSION = 4;
    private static final Place[] EVERYWHERE = {
        Place.FIRST_COMMIT,
        Place.SECOND_COMMIT,
        Place.THIRD_COMMIT,
        Place.SECOND_WRITER,
        Place.SECOND_WRITER_MEANWHILE,
        Place.POLICY,
        Place.LISTENER,
        Place.ANCHOR
    };
    private static final Manner[] MANNERS = Manner.values();

    private final Random random;
    private boolean retry;

    Guide(Random random) {
        this.random = random;
    }

    Step next(Stage stage) {
        Party party = party();
        int session = session(stage, party);
        if (retry && percent(50)) {
            retry = false;
            return new Step("SendAgain", party, session, 0, Step.Version.CURRENT, Step.Key.NONE, Fault.NONE);
        }
        String move = percent(ANYTHING)
                ? Moves.ALL.get(random.nextInt(Moves.ALL.size())).name()
                : sensible(stage.sight(party, session));
        int choice = move.equals("SupersetShows") || percent(25) ? random.nextInt(10_000) : random.nextInt(4);
        Fault fault = fault(Moves.named(move));
        retry = !fault.isNone();
        return new Step(move, party, session, choice, version(), key(), fault);
    }

    private Party party() {
        int drawn = random.nextInt(100);
        for (Party party : Party.values()) {
            drawn -= party.weight();
            if (drawn < 0) {
                return party;
            }
        }
        return Party.ANN;
    }

    /** Mostly the last session that this party's tenant has. */
    private int session(Stage stage, Party party) {
        List<?> all = stage.store().sessions();
        if (all.isEmpty()) {
            return 0;
        }
        if (percent(15)) {
            return random.nextInt(all.size());
        }
        for (int i = all.size() - 1; i >= 0; i--) {
            if (stage.sight(party, i).mine()) {
                return i;
            }
        }
        return all.size() - 1;
    }

    private String sensible(Sight sight) {
        int[] weights = new int[Moves.ALL.size()];
        int total = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Moves.ALL.get(i).weight().applyAsInt(sight);
            total += weights[i];
        }
        int drawn = random.nextInt(total);
        for (int i = 0; i < weights.length; i++) {
            drawn -= weights[i];
            if (drawn < 0) {
                return Moves.ALL.get(i).name();
            }
        }
        throw new IllegalStateException("no move has a weight");
    }

    private Step.Version version() {
        return percent(UNEXPECTED_VERSION)
                ? (random.nextInt(4) == 0 ? Step.Version.AHEAD : Step.Version.STALE)
                : Step.Version.CURRENT;
    }

    private Step.Key key() {
        return percent(30) ? Step.Key.FRESH : percent(3) ? Step.Key.USED : Step.Key.NONE;
    }

    /** At a port of the move's own, mostly, where it has one. */
    private Fault fault(Move move) {
        boolean seldom = move.ports().stream().anyMatch(SELDOM_ASKED::contains);
        if (!percent(seldom ? FAULTY_WHERE_SELDOM_ASKED : FAULTY)) {
            return Fault.NONE;
        }
        Place place = move.ports().isEmpty() || percent(40)
                ? EVERYWHERE[random.nextInt(EVERYWHERE.length)]
                : move.ports().get(random.nextInt(move.ports().size()));
        return new Fault(place, MANNERS[random.nextInt(MANNERS.length)]);
    }

    private boolean percent(int share) {
        return random.nextInt(100) < share;
    }
}
