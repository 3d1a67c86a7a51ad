package io.dsreview.test.recording;

import io.dsreview.api.canonical.JsonText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A message body as a recording can hold it. */
sealed interface Body {

    record Empty() implements Body {}

    /** A JSON document as {@link JsonText} reads it. */
    record Json(@Nullable Object value) implements Body {
        @Override
        public String toString() {
            return "Json";
        }
    }

    /** Anything else that is text, also broken JSON. */
    record Text(String text) implements Body {
        @Override
        public String toString() {
            return "Text";
        }
    }

    /**
     * Reads JSON where the content type says so, text otherwise.
     *
     * @throws Refusal if the bytes are not UTF-8 text
     */
    static Body read(byte[] bytes, String contentType, String whose) throws Refusal {
        if (bytes.length == 0) {
            return new Empty();
        }
        String text = text(bytes, whose);
        if (contentType.toLowerCase(Locale.ROOT).contains("json")) {
            try {
                return new Json(JsonText.parse(text));
            } catch (IllegalArgumentException brokenJson) {
                return new Text(text);
            }
        }
        return new Text(text);
    }

    /** The body with each of its strings changed, keys of JSON objects included. */
    default Body map(UnaryOperator<String> change) {
        if (this instanceof Json json) {
            return new Json(JsonTree.map(json.value(), change));
        }
        return this instanceof Text text ? new Text(change.apply(text.text())) : this;
    }

    default byte[] bytes() {
        if (this instanceof Json json) {
            return JsonText.pretty(json.value()).getBytes(StandardCharsets.UTF_8);
        }
        return this instanceof Text text ? text.text().getBytes(StandardCharsets.UTF_8) : new byte[0];
    }

    private static String text(byte[] bytes, String whose) throws Refusal {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return text;
            }
        } catch (CharacterCodingException binary) {
            // refused below, together with text that holds NUL
        }
        throw new Refusal(
                whose.equals("request") ? 415 : 502,
                "binary-body",
                "The " + whose + " body is binary; a recording holds JSON and UTF-8 text.",
                "Leave this exchange out of the recording.");
    }
}
