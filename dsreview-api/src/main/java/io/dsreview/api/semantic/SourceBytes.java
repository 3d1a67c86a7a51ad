package io.dsreview.api.semantic;

import io.dsreview.api.canonical.Sha256;
import java.util.Arrays;

/** The bytes of an uploaded file: bounded, copied, and compared by content. */
final class SourceBytes {

    private final byte[] content;

    SourceBytes(byte[] content) {
        if (content.length > SemanticSource.MAX_BYTES) {
            throw new IllegalArgumentException("the source has " + content.length + " bytes; at most "
                    + SemanticSource.MAX_BYTES + " are taken. Split it, or leave out columns that are not needed");
        }
        this.content = content.clone();
    }

    byte[] copy() {
        return content.clone();
    }

    int length() {
        return content.length;
    }

    Sha256 hash(String tag) {
        return Sha256.of(tag, content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceBytes that && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }
}
