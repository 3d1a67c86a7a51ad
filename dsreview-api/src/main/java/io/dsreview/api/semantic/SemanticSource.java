package io.dsreview.api.semantic;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.id.SourceId;
import java.util.Arrays;

/**
 * A source of field meanings, as it was handed over: a name and raw bytes. What the bytes mean is found out by a
 * {@link SemanticSourceResolver}, so that a malformed source is an answer and not an exception. Immutable.
 */
public final class SemanticSource {

    /** Largest content that is taken, in bytes. */
    public static final int MAX_BYTES = 16 * 1024 * 1024;

    private static final String VERSION_TAG = "dsreview-source-v1";

    private final SourceId id;
    private final byte[] content;

    private SemanticSource(SourceId id, byte[] content) {
        this.id = id;
        this.content = content;
    }

    /**
     * Makes a dictionary from CSV text: UTF-8 with a header line that names the columns {@code field},
     * {@code verbose_name} and {@code description} in any order.
     *
     * @param name what to call the source, such as its file name
     * @param content the bytes, at most {@link #MAX_BYTES}; copied
     * @return the source
     * @throws IllegalArgumentException if the name is no legal id or the content is too large
     */
    public static SemanticSource csv(String name, byte[] content) {
        if (content.length > MAX_BYTES) {
            throw new IllegalArgumentException("the source has " + content.length + " bytes; at most " + MAX_BYTES
                    + " are taken. Split it, or leave out columns that are not needed");
        }
        return new SemanticSource(new SourceId(name), content.clone());
    }

    /**
     * Returns the name of the source.
     *
     * @return the id
     */
    public SourceId id() {
        return id;
    }

    /**
     * Returns the bytes.
     *
     * @return a copy
     */
    public byte[] content() {
        return content.clone();
    }

    /**
     * Returns the hash of the content, which is its version.
     *
     * @return the version
     */
    public Sha256 version() {
        return Sha256.of(VERSION_TAG, content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SemanticSource that && id.equals(that.id) && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + Arrays.hashCode(content);
    }

    /** Returns name, size and version, never the content. */
    @Override
    public String toString() {
        return "SemanticSource[" + id + ", " + content.length + " bytes, version "
                + version().shortHex() + "]";
    }
}
