package io.dsreview.core.invariant;

/**
 * What goes wrong during one command.
 *
 * @param place where
 * @param manner how
 */
record Fault(Place place, Manner manner) {

    static final Fault NONE = new Fault(Place.NOWHERE, Manner.BREAKS);

    /** The ports, and what else may come between. */
    enum Place {
        NOWHERE,
        FIRST_COMMIT,
        SECOND_COMMIT,
        THIRD_COMMIT,
        /** Somebody else's command is committed between this one's reading and writing. */
        SECOND_WRITER,
        /** Somebody else's command is committed while Superset works on this one. */
        SECOND_WRITER_MEANWHILE,
        LINK_READER,
        PROBE,
        EXTRACTOR,
        RESOLVER,
        REVISION,
        COMPILER,
        TERMS,
        LAUNCHER,
        LOOK_UP,
        STOP,
        HAND_OFF_LINK,
        POLICY,
        LISTENER,
        ANCHOR
    }

    /** Whether the process survives, and whether the call was done all the same. */
    enum Manner {
        BREAKS,
        BREAKS_AFTER,
        DIES,
        DIES_AFTER
    }

    /** What a second writer does, one for each manner. */
    enum SecondWriter {
        CHOOSES_A_TARGET,
        CANCELS_THE_RECOVERY,
        ARCHIVES,
        DELETES
    }

    /** What a dying process throws; no port's guard may catch it. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1L;

        Death(Place place) {
            super("died at " + place, null, false, false);
        }
    }

    /** What a broken port throws. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken(Place place) {
            super("broken at " + place, null, false, false);
        }
    }

    boolean isNone() {
        return place == Place.NOWHERE;
    }

    SecondWriter secondWriter() {
        return switch (manner) {
            case BREAKS -> SecondWriter.CHOOSES_A_TARGET;
            case BREAKS_AFTER -> SecondWriter.CANCELS_THE_RECOVERY;
            case DIES -> SecondWriter.DELETES;
            case DIES_AFTER -> SecondWriter.ARCHIVES;
        };
    }

    @Override
    public String toString() {
        boolean second = place == Place.SECOND_WRITER || place == Place.SECOND_WRITER_MEANWHILE;
        return place + " " + (second ? secondWriter() : manner);
    }
}
