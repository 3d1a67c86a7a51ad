package io.dsreview.superset.rison;

import io.dsreview.superset.rison.RisonReading.Fault;

/** Ends the reading of a text from anywhere in it; never leaves this package. */
final class RisonRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final int offset;

    RisonRefusal(Fault fault, int offset) {
        super(fault.name(), null, false, false);
        this.fault = fault;
        this.offset = offset;
    }

    RisonReading reading() {
        return new RisonReading.Refused(fault, offset + 1);
    }
}
