package io.dsreview.superset.jinja;

/** Ends the reading of a template from anywhere in it; never leaves this package. */
final class TemplateFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final int offset;

    TemplateFault(String what, int offset) {
        super(what, null, false, false);
        this.what = what;
        this.offset = offset;
    }

    String what() {
        return what;
    }

    int offset() {
        return offset;
    }
}
