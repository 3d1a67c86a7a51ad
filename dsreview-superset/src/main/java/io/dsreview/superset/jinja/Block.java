package io.dsreview.superset.jinja;

import java.util.List;

/** A {@code {{ … }}} or <code>{% … %}</code> of a template; its tokens end with one of kind END. */
record Block(boolean isStatement, List<Token> tokens, int offset) {

    Block {
        tokens = List.copyOf(tokens);
    }
}
