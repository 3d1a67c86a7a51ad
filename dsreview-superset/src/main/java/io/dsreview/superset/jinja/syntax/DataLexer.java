package io.dsreview.superset.jinja.syntax;

import io.dsreview.superset.jinja.syntax.Token.Kind;
import org.jspecify.annotations.Nullable;

/** Finds what is between the blocks of a template: text, comments and raw sections. */
final class DataLexer {

    private final String source;
    private int end;

    DataLexer(String source) {
        this.source = source;
    }

    /** Returns the text from there on, or else the beginning of the next block, or null at the end of the template. */
    @Nullable
    Token next(int from) throws SyntaxException {
        end = from;
        Token token = null;
        while (token == null && end < source.length()) {
            int brace = opening(end);
            token = brace == source.length() ? text(end, brace, brace) : upTo(brace);
        }
        return token;
    }

    /** Returns the offset behind the last token, and behind the whitespace that belongs to it. */
    int end() {
        return end;
    }

    private int opening(int from) {
        int brace = source.indexOf('{', from);
        while (brace >= 0 && brace + 1 < source.length()) {
            if ("{%#".indexOf(source.charAt(brace + 1)) >= 0) {
                return brace;
            }
            brace = source.indexOf('{', brace + 1);
        }
        return source.length();
    }

    /** Returns the text before an opening brace if there is any; else goes on behind the brace. */
    private @Nullable Token upTo(int brace) throws SyntaxException {
        int inside = afterSign(brace + 2);
        Token text = text(end, isMinus(brace + 2) ? beforeSpace(end, brace) : brace, brace);
        if (text != null) {
            return text;
        }
        return switch (source.charAt(brace + 1)) {
            case '#' -> comment(brace, inside);
            case '{' -> begin(Kind.VARIABLE_BEGIN, brace, inside);
            default -> raw(inside) < 0 ? begin(Kind.STATEMENT_BEGIN, brace, inside) : rawText(raw(inside));
        };
    }

    private @Nullable Token text(int start, int stripped, int behind) {
        end = behind;
        return stripped > start ? new Token(Kind.DATA, "", start, stripped) : null;
    }

    private Token begin(Kind kind, int brace, int inside) {
        end = inside;
        return new Token(kind, "", brace, inside);
    }

    /** As in Jinja, a comment that begins at the very end needs no end; so does a raw section. */
    private @Nullable Token comment(int brace, int inside) throws SyntaxException {
        int close = source.indexOf("#}", inside);
        if (close < 0 && inside < source.length()) {
            throw new SyntaxException("missing end of comment", brace);
        }
        int behind = close < 0 ? source.length() : close + 2;
        end = close > inside && isMinus(close - 1) ? Characters.afterSpace(source, behind) : behind;
        return null;
    }

    /** Returns the offset behind <code>raw %}</code>, or a negative number if something else stands there. */
    private int raw(int inside) {
        int word = Characters.afterSpace(source, inside);
        return source.startsWith("raw", word) ? afterMark(Characters.afterSpace(source, word + 3), false) : -1;
    }

    private @Nullable Token rawText(int start) throws SyntaxException {
        int brace = source.indexOf("{%", start);
        while (brace >= 0) {
            int word = Characters.afterSpace(source, afterSign(brace + 2));
            int behind =
                    source.startsWith("endraw", word) ? afterMark(Characters.afterSpace(source, word + 6), true) : -1;
            if (behind >= 0) {
                return text(start, isMinus(brace + 2) ? beforeSpace(start, brace) : brace, behind);
            }
            brace = source.indexOf("{%", brace + 2);
        }
        if (start < source.length()) {
            throw new SyntaxException("missing end of raw section", start);
        }
        end = start;
        return null;
    }

    private int afterMark(int at, boolean withPlus) {
        if (source.startsWith("-%}", at)) {
            return Characters.afterSpace(source, at + 3);
        }
        if (withPlus && source.startsWith("+%}", at)) {
            return at + 3;
        }
        return source.startsWith("%}", at) ? at + 2 : -1;
    }

    private int beforeSpace(int start, int brace) {
        int stripped = brace;
        while (stripped > start && Characters.isSpace(source.charAt(stripped - 1))) {
            stripped--;
        }
        return stripped;
    }

    private int afterSign(int at) {
        return isMinus(at) || source.startsWith("+", at) ? at + 1 : at;
    }

    private boolean isMinus(int at) {
        return source.startsWith("-", at);
    }
}
