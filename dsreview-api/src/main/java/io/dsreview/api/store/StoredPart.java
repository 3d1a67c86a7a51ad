package io.dsreview.api.store;

import java.util.Arrays;

/**
 * One part of a session, as bytes that only the core can read. Immutable.
 */
public final class StoredPart {

    private final String name;
    private final byte[] content;

    /**
     * Makes a part.
     *
     * @param name the name, unique within the session, 1 to 32 lower-case letters, digits and dots
     * @param content the bytes; copied
     */
    public StoredPart(String name, byte[] content) {
        this.name = name;
        this.content = content.clone();
    }

    /**
     * Returns the name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Returns the bytes.
     *
     * @return a copy
     */
    public byte[] content() {
        return content.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredPart that && name.equals(that.name) && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(content);
    }

    /** Returns name and size, never the content. */
    @Override
    public String toString() {
        return "StoredPart[" + name + ", " + content.length + " bytes]";
    }
}
