package io.dsreview.superset.jinja.syntax;

/** How deep the parser is in brackets, operands and blocks. */
final class Nesting {

    private final int deepest;
    private int depth;

    Nesting(int deepest) {
        this.deepest = deepest;
    }

    void enter(Token at) throws SyntaxException {
        if (++depth > deepest) {
            throw new SyntaxException("nested too deep to be read, more than " + deepest + " levels", at.start());
        }
    }

    void leave() {
        depth--;
    }

    int depth() {
        return depth;
    }

    void leaveTo(int outside) {
        depth = outside;
    }
}
