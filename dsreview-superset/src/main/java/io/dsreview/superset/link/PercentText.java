package io.dsreview.superset.link;

import io.dsreview.superset.error.SupersetErrorCode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoded text, decoded once and strictly: what is not UTF-8 is refused. */
final class PercentText {

    private PercentText() {}

    /** Decodes what names something, in which nothing may be hidden. */
    static String decode(String encoded) throws LinkRefusal {
        String decoded = decodeValue(encoded);
        PastedText.checkCharacters(decoded);
        return decoded;
    }

    /** Decodes a value, which may hold any character but the null character: the SQL of a link has line breaks. */
    static String decodeValue(String encoded) throws LinkRefusal {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char character = encoded.charAt(i);
            if (character == '%') {
                bytes.write(octet(encoded, i));
                i += 2;
            } else if (Character.isHighSurrogate(character)) {
                bytes.writeBytes(encoded.substring(i, i + 2).getBytes(StandardCharsets.UTF_8));
                i++;
            } else {
                bytes.writeBytes(String.valueOf(character).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
            int nul = decoded.indexOf('\0');
            if (nul >= 0) {
                throw new LinkRefusal(SupersetErrorCode.LINK_CHARACTER_ILLEGAL, "position", String.valueOf(nul + 1));
            }
            return decoded;
        } catch (CharacterCodingException notUtf8) {
            throw new LinkRefusal(SupersetErrorCode.LINK_UNREADABLE);
        }
    }

    private static int octet(String encoded, int percent) throws LinkRefusal {
        int high = digit(encoded, percent + 1);
        int low = digit(encoded, percent + 2);
        if (high < 0 || low < 0) {
            throw new LinkRefusal(SupersetErrorCode.LINK_UNREADABLE);
        }
        return high * 16 + low;
    }

    private static int digit(String text, int at) {
        return at < text.length() && text.charAt(at) < 128 ? Character.digit(text.charAt(at), 16) : -1;
    }
}
