package io.dsreview.superset.http;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * A piece of JSON that a server sent. Reading never fails: what is not there, or of another type, is absent or empty.
 * Immutable.
 */
public final class Json {

    /** Nothing. */
    public static final Json ABSENT = new Json(MissingNode.getInstance());

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final JsonNode node;

    private Json(JsonNode node) {
        this.node = node;
    }

    /**
     * Reads a document.
     *
     * @param text the text
     * @return the document; absent if the text is not JSON
     */
    public static Json parse(String text) {
        try {
            return new Json(MAPPER.readTree(text));
        } catch (JacksonException notJson) {
            return ABSENT;
        }
    }

    static Json parse(byte[] bytes) {
        try {
            return new Json(MAPPER.readTree(bytes));
        } catch (JacksonException notJson) {
            return ABSENT;
        }
    }

    /**
     * Makes a document of plain values.
     *
     * @param value maps, lists, strings, numbers, booleans and null
     * @return the document
     */
    public static Json of(@Nullable Object value) {
        return new Json(MAPPER.valueToTree(value));
    }

    /**
     * Writes a document.
     *
     * @param value maps, lists, strings, numbers, booleans and null
     * @return JSON
     */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /**
     * Returns a member of an object.
     *
     * @param member its name
     * @return the member; absent if there is none or this is no object
     */
    public Json at(String member) {
        JsonNode value = node.isObject() ? node.get(member) : null;
        return value == null ? ABSENT : new Json(value);
    }

    /**
     * Tells whether there is no value.
     *
     * @return true for nothing and for JSON's null
     */
    public boolean isAbsent() {
        return node.isMissingNode() || node.isNull();
    }

    /**
     * Tells whether there is nothing in it.
     *
     * @return true for no value, an empty object, list or text
     */
    public boolean isEmpty() {
        return isAbsent()
                || (node.isContainer() && node.isEmpty())
                || (node.isString() && node.stringValue().isEmpty());
    }

    /**
     * Tells whether it is JSON at all.
     *
     * @return true for any document, {@code null} included
     */
    public boolean isDocument() {
        return !node.isMissingNode();
    }

    /**
     * Tells whether it is an object.
     *
     * @return true for an object
     */
    public boolean isObject() {
        return node.isObject();
    }

    /**
     * Tells whether it is a list.
     *
     * @return true for a list
     */
    public boolean isList() {
        return node.isArray();
    }

    /**
     * Tells whether it is a number.
     *
     * @return true for a number
     */
    public boolean isNumber() {
        return node.isNumber();
    }

    /**
     * Tells whether it is true or false.
     *
     * @return true for a boolean
     */
    public boolean isBoolean() {
        return node.isBoolean();
    }

    /**
     * Tells whether it is {@code true}.
     *
     * @return true for {@code true} only
     */
    public boolean isTrue() {
        return node.isBoolean() && node.booleanValue();
    }

    /**
     * Returns the text.
     *
     * @return the text, or null if it is none
     */
    public @Nullable String text() {
        return node.isString() ? node.stringValue() : null;
    }

    /**
     * Returns the text, or another one.
     *
     * @param otherwise what to return if it is no text
     * @return the text
     */
    public String text(String otherwise) {
        return node.isString() ? node.stringValue() : otherwise;
    }

    /**
     * Returns the whole number.
     *
     * @return the number; empty if it is none, or beyond a long
     */
    public OptionalLong integer() {
        return node.isIntegralNumber() && node.canConvertToLong()
                ? OptionalLong.of(node.longValue())
                : OptionalLong.empty();
    }

    /**
     * Returns the number with all the digits the server sent.
     *
     * @return the number as JSON text, or null if it is none
     */
    public @Nullable String number() {
        if (!node.isNumber()) {
            return null;
        }
        BigDecimal value = node.decimalValue();
        return node.isIntegralNumber() ? value.toPlainString() : value.toString();
    }

    /**
     * Returns the elements of a list.
     *
     * @return the elements; none if it is no list
     */
    public List<Json> elements() {
        List<Json> elements = new ArrayList<>();
        if (node.isArray()) {
            node.values().forEach(element -> elements.add(new Json(element)));
        }
        return Collections.unmodifiableList(elements);
    }

    /**
     * Returns the members of an object.
     *
     * @return the members, in order; none if it is no object
     */
    public Map<String, Json> members() {
        Map<String, Json> members = new LinkedHashMap<>();
        if (node.isObject()) {
            node.properties().forEach(member -> members.put(member.getKey(), new Json(member.getValue())));
        }
        return Collections.unmodifiableMap(members);
    }

    /**
     * Returns any value as text, for where Superset itself makes a text of it.
     *
     * @return a text as it is, a number in the digits the server sent, {@code true} or {@code false}, a list or object as
     *     JSON; null if there is no value
     */
    public @Nullable String asText() {
        if (isAbsent() || node.isString()) {
            return text();
        }
        return node.isNumber() ? number() : node.toString();
    }

    /** Returns the kind of value only: what a server sends is not for logs. */
    @Override
    public String toString() {
        return "Json[" + node.getNodeType() + "]";
    }
}
