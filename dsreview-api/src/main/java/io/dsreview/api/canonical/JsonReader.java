package io.dsreview.api.canonical;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one RFC 8259 document by recursive descent; the depth limit keeps the stack shallow. */
final class JsonReader {

    private final String text;
    private int offset;
    private int depth;

    private JsonReader(String text) {
        this.text = text;
    }

    static @Nullable Object read(String text) {
        JsonReader reader = new JsonReader(text);
        Object value = reader.value();
        if (reader.offset < text.length()) {
            throw reader.expected("the end of the document");
        }
        return value;
    }

    private @Nullable Object value() {
        skipWhitespace();
        Object value =
                switch (peek()) {
                    case '{' -> object();
                    case '[' -> array();
                    case '"' -> string();
                    case 't' -> literal("true", true);
                    case 'f' -> literal("false", false);
                    case 'n' -> literal("null", null);
                    case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
                    default -> throw expected("a JSON value");
                };
        skipWhitespace();
        return value;
    }

    private Map<String, @Nullable Object> object() {
        enter();
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        skipWhitespace();
        if (!take('}')) {
            do {
                member(members);
            } while (take(','));
            require('}', "',' or '}'");
        }
        depth--;
        return Collections.unmodifiableMap(members);
    }

    private void member(Map<String, @Nullable Object> members) {
        skipWhitespace();
        int start = offset;
        if (peek() != '"') {
            throw expected("a key in double quotes");
        }
        String key = string();
        if (members.containsKey(key)) {
            throw refused(start, "expected a new key, this object already has it");
        }
        skipWhitespace();
        require(':', "':'");
        members.put(key, value());
    }

    private List<@Nullable Object> array() {
        enter();
        List<@Nullable Object> elements = new ArrayList<>();
        skipWhitespace();
        if (!take(']')) {
            do {
                elements.add(value());
            } while (take(','));
            require(']', "',' or ']'");
        }
        depth--;
        return Collections.unmodifiableList(elements);
    }

    private void enter() {
        if (++depth > CanonicalJson.MAX_DEPTH) {
            throw expected("at most " + CanonicalJson.MAX_DEPTH + " nested arrays and objects");
        }
        offset++;
    }

    private String string() {
        int start = ++offset;
        while (peek() != '"' && peek() != '\\' && peek() >= ' ') {
            offset++;
        }
        String plain = text.substring(start, offset);
        if (take('"')) {
            return plain;
        }
        StringBuilder unescaped = new StringBuilder(plain);
        while (!take('"')) {
            unescaped.append(character());
        }
        return unescaped.toString();
    }

    private char character() {
        char c = peek();
        if (c < ' ') {
            throw expected("'\"' at the end of the string, or an escaped control character");
        }
        offset++;
        return c == '\\' ? escape() : c;
    }

    private char escape() {
        char c =
                switch (peek()) {
                    case '"' -> '"';
                    case '\\' -> '\\';
                    case '/' -> '/';
                    case 'b' -> '\b';
                    case 'f' -> '\f';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 't' -> '\t';
                    case 'u' -> unicode();
                    default -> throw expected("one of \" \\ / b f n r t u after the backslash");
                };
        offset++;
        return c;
    }

    /** Ends on the last digit. */
    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            offset++;
            int digit = peek() < 128 ? Character.digit(peek(), 16) : -1;
            if (digit < 0) {
                throw expected("four hexadecimal digits after \\u");
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private Object number() {
        int start = offset;
        take('-');
        if (!take('0')) {
            digits();
        }
        boolean integer = true;
        if (take('.')) {
            integer = false;
            digits();
        }
        if (take('e') || take('E')) {
            integer = false;
            if (!take('+')) {
                take('-');
            }
            digits();
        }
        return number(start, integer);
    }

    private Object number(int start, boolean integer) {
        if (offset - start > JsonText.MAX_NUMBER_LENGTH) {
            throw refused(start, "expected a number of at most " + JsonText.MAX_NUMBER_LENGTH + " characters");
        }
        String digits = text.substring(start, offset);
        try {
            BigDecimal number = new BigDecimal(digits);
            return integer && number.precision() <= 19 && isLong(number) ? (Object) number.longValue() : number;
        } catch (NumberFormatException exponentTooLarge) {
            throw refused(start, "expected a number with a smaller exponent");
        }
    }

    private static boolean isLong(BigDecimal number) {
        return number.compareTo(BigDecimal.valueOf(number.longValue())) == 0;
    }

    private void digits() {
        int start = offset;
        while (peek() >= '0' && peek() <= '9') {
            offset++;
        }
        if (offset == start) {
            throw expected("a digit");
        }
    }

    private @Nullable Object literal(String literal, @Nullable Object value) {
        if (!text.startsWith(literal, offset)) {
            throw expected("'" + literal + "'");
        }
        offset += literal.length();
        return value;
    }

    private void skipWhitespace() {
        while (take(' ') || take('\n') || take('\r') || take('\t')) {
            // each call takes one character
        }
    }

    private boolean take(char c) {
        if (offset < text.length() && text.charAt(offset) == c) {
            offset++;
            return true;
        }
        return false;
    }

    private void require(char c, String what) {
        if (!take(c)) {
            throw expected(what);
        }
    }

    /** U+0000 at the end of the text: no grammar rule accepts it, so no rule needs to test for the end. */
    private char peek() {
        return offset < text.length() ? text.charAt(offset) : 0;
    }

    private IllegalArgumentException expected(String what) {
        return refused(offset, "expected " + what);
    }

    private static IllegalArgumentException refused(int offset, String why) {
        return new IllegalArgumentException("Not a JSON document we read: at offset " + offset + " " + why);
    }
}
