package io.dsreview.superset.sql;

import io.dsreview.superset.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits SQL into tokens by the rules of one family of dialects, in one pass. For one use. */
final class SqlScanner {

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d.]*+(?:[eE][+-]?+\\d++)?+");
    /** Whatever is beyond ASCII belongs to a word, unless it is a space or cannot be seen. */
    private static final String BEYOND = "[\\x80-\\x{10FFFF}&&[^\\p{Z}\\p{C}]]";

    private static final Pattern WORD = Pattern.compile("[\\p{Alpha}_@" + BEYOND + "][\\p{Alnum}_@$" + BEYOND + "]*+");
    private static final Pattern DOLLAR_TAG = Pattern.compile("\\$(?:[\\p{Alpha}_][\\p{Alnum}_]*+)?+\\$");
    private static final int NOWHERE = -1;

    private final String sql;
    private final Set<Rule> rules;
    private final List<Token> tokens = new ArrayList<>();
    private final Matcher number;
    private final Matcher word;
    private final Matcher dollarTag;
    private int position;
    private int depth;

    private SqlScanner(String sql, Set<Rule> rules) {
        this.sql = sql;
        this.rules = rules;
        this.number = NUMBER.matcher(sql);
        this.word = WORD.matcher(sql);
        this.dollarTag = DOLLAR_TAG.matcher(sql);
    }

    /** Returns the tokens; empty if a quote or comment does not end by these rules, so that they are not those of the text. */
    static Optional<List<Token>> scan(String sql, Set<Rule> rules) {
        SqlScanner scanner = new SqlScanner(sql, rules);
        while (scanner.position != NOWHERE && scanner.position < sql.length()) {
            scanner.position = scanner.next();
        }
        return scanner.position == NOWHERE ? Optional.empty() : Optional.of(scanner.tokens);
    }

    /** Takes one token or gap and returns where the next begins, or nowhere. */
    private int next() {
        char character = sql.charAt(position);
        if (Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)) {
            return position + 1;
        }
        if (isLineComment()) {
            int end = sql.indexOf('\n', position);
            return end < 0 ? sql.length() : end + 1;
        }
        if (sql.startsWith("/*", position)) {
            return comment();
        }
        if (character == '\'' || character == '"' || character == '`') {
            return quoted(character);
        }
        if (character == '[' && rules.contains(Rule.SQUARE_BRACKETS)) {
            return add(Kind.QUOTED, "[", endOfQuote(position + 1, ']', false));
        }
        if (character == '$' && rules.contains(Rule.DOLLAR_QUOTES) && at(dollarTag)) {
            int end = sql.indexOf(dollarTag.group(), dollarTag.end());
            return add(
                    Kind.QUOTED,
                    "$",
                    end < 0 ? NOWHERE : end + dollarTag.group().length());
        }
        if (at(number)) {
            return add(Kind.NUMBER, number.group(), number.end());
        }
        return at(word) ? add(Kind.WORD, upperCase(word.group()), word.end()) : sign(character);
    }

    private boolean isLineComment() {
        if (sql.startsWith("--", position)) {
            return !rules.contains(Rule.DASHES_NEED_SPACE)
                    || position + 2 == sql.length()
                    || sql.charAt(position + 2) <= ' ';
        }
        return (sql.charAt(position) == '#' && rules.contains(Rule.HASH_COMMENT))
                || (sql.startsWith("//", position) && rules.contains(Rule.SLASH_COMMENT));
    }

    private int comment() {
        if (sql.startsWith("/*!", position) && rules.contains(Rule.EXECUTABLE_COMMENTS)) {
            return position + 3;
        }
        boolean nest = rules.contains(Rule.NESTED_COMMENTS);
        int open = 1;
        for (int at = position + 2; at < sql.length(); at++) {
            if (sql.startsWith("*/", at)) {
                at++;
                open--;
            } else if (nest && sql.startsWith("/*", at)) {
                at++;
                open++;
            }
            if (open == 0) {
                return at + 1;
            }
        }
        return NOWHERE;
    }

    private int quoted(char quote) {
        boolean name = quote == '`';
        boolean prefixed = position > 0 && (sql.charAt(position - 1) == 'E' || sql.charAt(position - 1) == 'e');
        boolean escapes = !name
                && (rules.contains(Rule.BACKSLASH)
                        || (rules.contains(Rule.ESCAPE_STRING) && quote == '\'' && prefixed));
        String three = String.valueOf(quote).repeat(3);
        boolean triple = !name && rules.contains(Rule.TRIPLE_QUOTES) && sql.startsWith(three, position);
        int end = triple ? endOfTriple(position + 3, three) : endOfQuote(position + 1, quote, escapes);
        return add(Kind.QUOTED, String.valueOf(quote), end);
    }

    private int endOfTriple(int from, String three) {
        for (int at = from; at < sql.length(); at++) {
            if (sql.charAt(at) == '\\') {
                at++;
            } else if (sql.startsWith(three, at)) {
                return at + 3;
            }
        }
        return NOWHERE;
    }

    /** A quote twice is a quote in what is quoted. */
    private int endOfQuote(int from, char quote, boolean escapes) {
        for (int at = from; at < sql.length(); at++) {
            char character = sql.charAt(at);
            if (character == '\\' && escapes) {
                at++;
            } else if (character == quote) {
                if (at + 1 == sql.length() || sql.charAt(at + 1) != quote) {
                    return at + 1;
                }
                at++;
            }
        }
        return NOWHERE;
    }

    private int sign(char character) {
        if (character == ')') {
            depth = Math.max(0, depth - 1);
        }
        int end = add(Kind.SIGN, String.valueOf(character), position + 1);
        if (character == '(') {
            depth++;
        }
        return end;
    }

    private boolean at(Matcher matcher) {
        return matcher.region(position, sql.length()).lookingAt();
    }

    private int add(Kind kind, String text, int end) {
        tokens.add(new Token(kind, text, depth));
        return end;
    }

    /** Only letters of ASCII: no other character makes a keyword. */
    private static String upperCase(String word) {
        StringBuilder upper = new StringBuilder(word.length());
        word.chars().forEach(each -> upper.append((char) (each >= 'a' && each <= 'z' ? each - 32 : each)));
        return upper.toString();
    }
}
