package io.dsreview.superset.sql;

import io.dsreview.superset.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** The tokens of one statement, and what can be told from them without knowing the grammar. */
record Statement(List<Token> tokens) {

    private static final Set<String> QUERIES = Set.of("SELECT", "WITH", "VALUES", "TABLE", "FROM");
    private static final Set<String> CALLS = Set.of("EXEC", "EXECUTE");
    private static final Set<String> CHANGES = Set.of("INSERT", "UPDATE", "DELETE", "MERGE");
    private static final Set<String> VERBS = Set.of(
            "INSERT",
            "UPDATE",
            "DELETE",
            "MERGE",
            "UPSERT",
            "DROP",
            "CREATE",
            "ALTER",
            "TRUNCATE",
            "GRANT",
            "REVOKE",
            "DENY",
            "CALL",
            "COPY",
            "ATTACH",
            "DETACH",
            "VACUUM",
            "SHUTDOWN",
            "KILL",
            "BACKUP",
            "RESTORE",
            "DBCC");
    private static final Set<String> ALSO_FUNCTIONS = Set.of("INSERT", "TRUNCATE");
    private static final Set<String> SET_OPERATORS = Set.of("UNION", "INTERSECT", "EXCEPT", "MINUS");
    private static final Set<String> NO_ROW_COUNT = Set.of("BY", "PERCENT", "WITH");
    private static final Pattern COUNT = Pattern.compile("\\d{1,18}");
    private static final Token NOTHING = new Token(Kind.SIGN, "", 0);

    static List<Statement> split(List<Token> tokens) {
        List<Statement> statements = new ArrayList<>();
        List<Token> current = new ArrayList<>();
        for (Token token : tokens) {
            if (token.isSign(";")) {
                statements.add(new Statement(List.copyOf(current)));
                current.clear();
            } else {
                current.add(token);
            }
        }
        statements.add(new Statement(List.copyOf(current)));
        return statements.stream().filter(each -> !each.tokens().isEmpty()).toList();
    }

    /** Tells whether it surely only reads; of what no parser understood, more is asked. */
    boolean onlyReads(boolean parsed) {
        int first = 0;
        while (at(first).isSign("(")) {
            first++;
        }
        if (at(first).kind() != Kind.WORD || !QUERIES.contains(at(first).text())) {
            return false;
        }
        for (int i = first; i < tokens.size(); i++) {
            if (isKeyword(i) && (writes(i) || (!parsed && mayWrite(i)))) {
                return false;
            }
        }
        return true;
    }

    /** {@code INTO}, a call, or a change as part of a query: {@code WITH x AS (DELETE …)}, {@code WITH … (…) DELETE …}. */
    private boolean writes(int i) {
        String word = at(i).text();
        boolean afterBracket = at(i - 1).isSign("(") || at(i - 1).isSign(")");
        return word.equals("INTO")
                || CALLS.contains(word)
                || (word.equals("INSERT") && at(i + 1).isWord("OVERWRITE"))
                || (CHANGES.contains(word) && afterBracket && !isFunction(i));
    }

    /** A verb anywhere: where statements need no separator, it can begin one. */
    private boolean mayWrite(int i) {
        boolean locks =
                at(i).isWord("UPDATE") && (at(i - 1).isWord("FOR") || at(i - 1).isWord("KEY"));
        return VERBS.contains(at(i).text()) && !locks && !isFunction(i);
    }

    private boolean isFunction(int i) {
        return ALSO_FUNCTIONS.contains(at(i).text()) && at(i + 1).isSign("(");
    }

    /** A word that is no part of a name with dots. */
    private boolean isKeyword(int i) {
        return at(i).kind() == Kind.WORD && !at(i - 1).isSign(".");
    }

    /** Returns how many rows the statement asks for itself. */
    OptionalLong rowLimit() {
        OptionalLong limit = OptionalLong.empty();
        boolean one = tokens.stream().noneMatch(each -> isOutermost(each) && SET_OPERATORS.contains(each.text()));
        Optional<Integer> firstSelect = Optional.empty();
        for (int i = 0; i < tokens.size(); i++) {
            if (!isOutermost(at(i)) || !isKeyword(i)) {
                continue;
            }
            OptionalLong found =
                    switch (at(i).text()) {
                        case "LIMIT" -> limit(i + 1);
                        case "FETCH" -> fetch(i + 1);
                        case "SELECT" -> one && firstSelect.isEmpty() ? top(i + 1) : OptionalLong.empty();
                        default -> OptionalLong.empty();
                    };
            if (at(i).isWord("SELECT") && firstSelect.isEmpty()) {
                firstSelect = Optional.of(i);
            }
            limit = found.isPresent() ? found : limit;
        }
        return limit;
    }

    private OptionalLong limit(int i) {
        int count = at(i + 1).isSign(",") ? i + 2 : i;
        Token after = at(count + 1);
        boolean ends = after.equals(NOTHING) || (after.kind() == Kind.WORD && !NO_ROW_COUNT.contains(after.text()));
        return ends ? count(count) : OptionalLong.empty();
    }

    private OptionalLong fetch(int i) {
        if (!at(i).isWord("FIRST") && !at(i).isWord("NEXT")) {
            return OptionalLong.empty();
        }
        boolean counted = at(i + 1).kind() == Kind.NUMBER;
        int rows = counted ? i + 2 : i + 1;
        boolean ends = (at(rows).isWord("ROWS") || at(rows).isWord("ROW"))
                && at(rows + 1).isWord("ONLY");
        if (!ends) {
            return OptionalLong.empty();
        }
        return counted ? count(i + 1) : OptionalLong.of(1);
    }

    private OptionalLong top(int i) {
        int top = at(i).isWord("DISTINCT") || at(i).isWord("ALL") ? i + 1 : i;
        if (!at(top).isWord("TOP")) {
            return OptionalLong.empty();
        }
        boolean bracketed = at(top + 1).isSign("(");
        int count = bracketed ? top + 2 : top + 1;
        int after = bracketed ? count + 2 : count + 1;
        boolean closed = !bracketed || at(count + 1).isSign(")");
        boolean plain = !at(after).isWord("PERCENT") && !at(after).isWord("WITH");
        return closed && plain ? count(count) : OptionalLong.empty();
    }

    private OptionalLong count(int i) {
        boolean isCount =
                at(i).kind() == Kind.NUMBER && COUNT.matcher(at(i).text()).matches();
        return isCount ? OptionalLong.of(Long.parseLong(at(i).text())) : OptionalLong.empty();
    }

    private static boolean isOutermost(Token token) {
        return token.depth() == 0;
    }

    private Token at(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i) : NOTHING;
    }
}
