package io.dsreview.api.canonical;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A SHA-256 hash over a tagged content. The tag says what kind of content was hashed, so that a hash made for one
 * purpose can never stand for another. Immutable: any thread may use it.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Sha256(String hex) {

    private static final int DIGITS = 64;

    /**
     * Takes over a hash computed before.
     *
     * @throws IllegalArgumentException if {@code hex} is anything else than 64 lower-case hexadecimal digits
     */
    public Sha256 {
        if (hex.length() != DIGITS || !isHexadecimal(hex)) {
            throw new IllegalArgumentException("A SHA-256 is 64 lower-case hexadecimal digits, this text of "
                    + hex.length() + " characters is not");
        }
    }

    /**
     * Hashes {@code domainTag}, one line feed, and {@code content}.
     *
     * @param domainTag what is hashed, for example {@code dsreview-ledger-v1}; printable ASCII without spaces
     * @param content the bytes, as a rule from {@link CanonicalJson#encode}; left untouched
     * @return the hash
     * @throws IllegalArgumentException if the tag is empty or holds another character, a line feed for example
     */
    public static Sha256 of(String domainTag, byte[] content) {
        return new Sha256(HexFormat.of().formatHex(digest(domainTag, List.of(content))));
    }

    /**
     * The hash of many canonical documents, where one document for all of them would be too large. No canonical document
     * holds a line break, so that the line breaks between them cannot be confused with their content.
     *
     * @param domainTag what the documents are, printable ASCII without spaces
     * @param documents canonical JSON, in order
     * @return the hash
     * @throws IllegalArgumentException if the tag is not legal
     */
    public static Sha256 ofDocuments(String domainTag, List<byte[]> documents) {
        return new Sha256(HexFormat.of().formatHex(digest(domainTag, documents)));
    }

    private static byte[] digest(String domainTag, List<byte[]> contents) {
        if (!isTag(domainTag)) {
            throw new IllegalArgumentException(
                    "A domain tag is printable ASCII without spaces, for example dsreview-ledger-v1, this one is not");
        }
        MessageDigest digest = sha256();
        digest.update(domainTag.getBytes(StandardCharsets.UTF_8));
        for (byte[] content : contents) {
            digest.update((byte) '\n');
            digest.update(content);
        }
        return digest.digest();
    }

    /**
     * The first 8 digits, for people; too short to identify.
     *
     * @return 8 lower-case hexadecimal digits
     */
    public String shortHex() {
        return hex.substring(0, 8);
    }

    /** The same as {@link #hex}. */
    @Override
    public String toString() {
        return hex;
    }

    private static boolean isTag(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isHexadecimal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
                return false;
            }
        }
        return true;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("Every Java platform has SHA-256, this one does not", broken);
        }
    }
}
