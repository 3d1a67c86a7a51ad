package io.dsreview.test.recording.exchange;

import io.dsreview.api.canonical.JsonText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A message body as a recording can hold it. Nobody changes one after it was made: any thread may use it. */
public sealed interface Body {

    /** No body. */
    record Empty() implements Body {}

    /**
     * A JSON document.
     *
     * @param value the document as {@link JsonText} reads it, {@code null} for JSON's null; not copied
     */
    record Json(@Nullable Object value) implements Body {

        /** Its depth is limited by the reader. */
        private static @Nullable Object map(@Nullable Object value, UnaryOperator<String> change) {
            if (value instanceof String text) {
                return change.apply(text);
            }
            if (value instanceof Map<?, ?> object) {
                Map<String, @Nullable Object> changed = new LinkedHashMap<>();
                object.forEach((key, member) -> changed.put(change.apply(String.valueOf(key)), map(member, change)));
                return changed;
            }
            if (value instanceof List<?> array) {
                List<@Nullable Object> changed = new ArrayList<>();
                array.forEach(element -> changed.add(map(element, change)));
                return changed;
            }
            return value;
        }

        /** A value may be a secret. */
        @Override
        public String toString() {
            return "Json";
        }
    }

    /**
     * Anything else that is text, also broken JSON.
     *
     * @param text the text, not empty
     */
    record Text(String text) implements Body {

        /** The text may hold a secret. */
        @Override
        public String toString() {
            return "Text";
        }
    }

    /**
     * Reads JSON where the content type says so, text otherwise.
     *
     * @param bytes the body, decoded from any transfer coding; may be empty
     * @param contentType the value of {@code Content-Type}, empty if there is none
     * @return the body, or empty if the bytes are binary: no UTF-8 text, or text that holds NUL
     */
    static Optional<Body> read(byte[] bytes, String contentType) {
        return bytes.length == 0
                ? Optional.of(new Empty())
                : text(bytes)
                        .map(text -> contentType.toLowerCase(Locale.ROOT).contains("json")
                                ? jsonOrText(text)
                                : new Text(text));
    }

    /**
     * Changes every string, keys of JSON objects included.
     *
     * @param change gives the new text for each old one
     * @return a changed copy, of the same kind
     */
    default Body map(UnaryOperator<String> change) {
        if (this instanceof Json json) {
            return new Json(Json.map(json.value(), change));
        }
        return this instanceof Text text ? new Text(change.apply(text.text())) : this;
    }

    /**
     * The body as it is sent.
     *
     * @return UTF-8 text, JSON indented; a new array on every call, of length 0 if there is no body
     */
    default byte[] bytes() {
        if (this instanceof Json json) {
            return JsonText.pretty(json.value()).getBytes(StandardCharsets.UTF_8);
        }
        return this instanceof Text text ? text.text().getBytes(StandardCharsets.UTF_8) : new byte[0];
    }

    private static Body jsonOrText(String text) {
        try {
            return new Json(JsonText.parse(text));
        } catch (IllegalArgumentException brokenJson) {
            return new Text(text);
        }
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }
}
