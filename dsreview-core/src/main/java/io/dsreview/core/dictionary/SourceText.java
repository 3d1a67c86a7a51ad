package io.dsreview.core.dictionary;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** The text in the bytes of a file: UTF-8, strictly, without its byte order mark. */
final class SourceText {

    private SourceText() {}

    static String of(byte[] content) throws Malformed {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer decoded = CharBuffer.allocate(content.length);
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CoderResult result = decoder.decode(bytes, decoded, true);
        String text = decoded.flip().toString();
        if (result.isError()) {
            throw Malformed.at(endOf(text), DictionaryProblem.SOURCE_NOT_UTF8);
        }
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            throw Malformed.at(endOf(text.substring(0, nul)), DictionaryProblem.SOURCE_NOT_TEXT);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Tells whether a text is one: escapes in JSON, YAML and XLSX can write what no encoding carries, or no database stores. */
    static boolean isText(String text) {
        return text.codePoints()
                .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    private static Spot endOf(String text) {
        long line = text.chars().filter(c -> c == '\n').count() + 1;
        return new Spot(line, text.length() - text.lastIndexOf('\n'));
    }
}
