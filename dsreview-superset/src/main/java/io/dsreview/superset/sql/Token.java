package io.dsreview.superset.sql;

/**
 * A piece of SQL between white space and comments.
 *
 * @param kind what it is
 * @param text a word in upper case, a number or a sign; of something quoted, the quote only
 * @param depth how many round brackets are open around it
 */
record Token(Kind kind, String text, int depth) {

    enum Kind {
        WORD,
        NUMBER,
        QUOTED,
        SIGN
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }
}
