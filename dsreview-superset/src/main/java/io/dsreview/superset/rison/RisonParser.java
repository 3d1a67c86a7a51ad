package io.dsreview.superset.rison;

import io.dsreview.superset.rison.RisonReading.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Takes one text apart: a method for each kind of value, one character of look-ahead, no way back. */
final class RisonParser {

    /** What ends a name in the browser. The server ends it at more characters, which the browser leaves unquoted. */
    private static final String NOT_IN_A_NAME = " '!:(),*@$";

    private final String text;
    private int at;
    private int depth;

    RisonParser(String text) {
        this.text = text;
    }

    @Nullable
    Object document() throws RisonRefusal {
        if (text.length() > Rison.MAX_LENGTH) {
            throw new RisonRefusal(Fault.TOO_LONG, Rison.MAX_LENGTH);
        }
        int half = Surrogates.firstHalf(text);
        if (half >= 0) {
            throw new RisonRefusal(Fault.HALF_CHARACTER, half);
        }
        Object value = value();
        if (at < text.length()) {
            throw new RisonRefusal(Fault.TRAILING_TEXT, at);
        }
        return value;
    }

    private @Nullable Object value() throws RisonRefusal {
        if (at == text.length()) {
            throw new RisonRefusal(Fault.UNEXPECTED_END, at);
        }
        return switch (text.charAt(at)) {
            case '(' -> object();
            case '!' -> literalOrList();
            case '\'' -> quoted();
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> name();
        };
    }

    private Map<String, @Nullable Object> object() throws RisonRefusal {
        open(1);
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        if (!take(')')) {
            do {
                String key = key();
                expect(':');
                members.put(key, value());
            } while (take(','));
            expect(')');
        }
        depth--;
        return Collections.unmodifiableMap(members);
    }

    private String key() throws RisonRefusal {
        int start = at;
        Object key = value();
        if (key instanceof BigDecimal number && RisonNumber.isKey(number)) {
            return RisonNumber.asKey(number);
        }
        if (key instanceof BigDecimal || key instanceof Map || key instanceof List) {
            throw new RisonRefusal(Fault.ILLEGAL_KEY, start);
        }
        return String.valueOf(key);
    }

    private @Nullable Object literalOrList() throws RisonRefusal {
        if (at + 1 == text.length()) {
            throw new RisonRefusal(Fault.UNEXPECTED_END, at + 1);
        }
        return switch (text.charAt(at + 1)) {
            case '(' -> list();
            case 't' -> literal(true);
            case 'f' -> literal(false);
            case 'n' -> literal(null);
            default -> throw new RisonRefusal(Fault.UNKNOWN_ESCAPE, at);
        };
    }

    private @Nullable Object literal(@Nullable Boolean value) {
        at += 2;
        return value;
    }

    private List<@Nullable Object> list() throws RisonRefusal {
        open(2);
        List<@Nullable Object> elements = new ArrayList<>();
        if (!take(')')) {
            do {
                elements.add(value());
            } while (take(','));
            expect(')');
        }
        depth--;
        return Collections.unmodifiableList(elements);
    }

    private String quoted() throws RisonRefusal {
        StringBuilder quoted = new StringBuilder();
        at++;
        while (!take('\'')) {
            if (at < text.length() && text.charAt(at) == '!') {
                at++;
                if (at < text.length() && text.charAt(at) != '!' && text.charAt(at) != '\'') {
                    throw new RisonRefusal(Fault.UNKNOWN_ESCAPE, at - 1);
                }
            }
            if (at == text.length()) {
                throw new RisonRefusal(Fault.UNEXPECTED_END, at);
            }
            quoted.append(text.charAt(at));
            at++;
        }
        return quoted.toString();
    }

    private BigDecimal number() throws RisonRefusal {
        Matcher matcher = RisonNumber.SYNTAX.matcher(text).region(at, text.length());
        BigDecimal number = matcher.lookingAt() ? RisonNumber.read(matcher.group()) : null;
        if (number == null) {
            throw new RisonRefusal(Fault.ILLEGAL_NUMBER, at);
        }
        at = matcher.end();
        return number;
    }

    private String name() throws RisonRefusal {
        int start = at;
        while (at < text.length() && NOT_IN_A_NAME.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == start) {
            throw new RisonRefusal(Fault.UNEXPECTED_CHARACTER, at);
        }
        return text.substring(start, at);
    }

    private void open(int length) throws RisonRefusal {
        depth++;
        if (depth > Rison.MAX_DEPTH) {
            throw new RisonRefusal(Fault.TOO_DEEP, at);
        }
        at += length;
    }

    private boolean take(char wanted) {
        boolean there = at < text.length() && text.charAt(at) == wanted;
        at += there ? 1 : 0;
        return there;
    }

    private void expect(char wanted) throws RisonRefusal {
        if (!take(wanted)) {
            throw new RisonRefusal(at == text.length() ? Fault.UNEXPECTED_END : Fault.UNEXPECTED_CHARACTER, at);
        }
    }
}
