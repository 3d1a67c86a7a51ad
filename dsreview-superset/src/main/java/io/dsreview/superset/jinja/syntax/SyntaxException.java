package io.dsreview.superset.jinja.syntax;

/** Ends the parsing of a template from anywhere in it; never leaves this package. */
final class SyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final int offset;

    SyntaxException(String what, int offset) {
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
