package io.dsreview.superset.jinja;

/** One token inside a block. The text of a string is unescaped. */
record Token(Kind kind, String text, int offset) {

    enum Kind {
        NAME,
        STRING,
        NUMBER,
        OPERATOR,
        /** The end of the block. */
        END
    }

    boolean isOperator(String operator) {
        return kind == Kind.OPERATOR && text.equals(operator);
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }
}
