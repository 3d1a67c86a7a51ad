package io.dsreview.superset.jinja.syntax;

/** One token of a template. The text of a string is unescaped, that of data is left out. */
record Token(Kind kind, String text, int start, int end) {

    enum Kind {
        /** Text between blocks. */
        DATA,
        VARIABLE_BEGIN,
        VARIABLE_END,
        STATEMENT_BEGIN,
        STATEMENT_END,
        NAME,
        STRING,
        INTEGER,
        FLOAT,
        OPERATOR,
        /** The end of the template; it starts where the last token did, since that is the line Jinja names. */
        END
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean isOperator(String operator) {
        return kind == Kind.OPERATOR && text.equals(operator);
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }
}
