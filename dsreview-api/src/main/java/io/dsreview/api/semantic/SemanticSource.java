package io.dsreview.api.semantic;

import io.dsreview.api.canonical.BoundedText;
import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.id.SourceId;
import java.util.Arrays;

/**
 * A source of field meanings, as it was handed over. What it says is found out by a {@link SemanticSourceResolver}, so that
 * a source that cannot be used is an answer and not an exception. Immutable.
 */
public sealed interface SemanticSource {

    /** Largest content of a dictionary that is taken, in bytes. */
    int MAX_BYTES = 16 * 1024 * 1024;

    /**
     * Makes a dictionary from CSV text: UTF-8 with a header line that names the columns {@code field},
     * {@code verbose_name} and {@code description} in any order.
     *
     * @param name what to call the source, such as its file name
     * @param content the bytes, at most {@link #MAX_BYTES}; copied
     * @return the source
     * @throws IllegalArgumentException if the name is no legal id or the content is too large
     */
    static Dictionary csv(String name, byte[] content) {
        return new Dictionary(new SourceId(name), content);
    }

    /**
     * Names a dataset whose columns and metrics say what fields of the same name mean. It is used only if the host trusts
     * it, and read as the actor who applies it.
     *
     * @param environment the Superset that has the dataset, by the name the host gave it
     * @param dataset Superset's id of the dataset
     * @return the source
     * @throws IllegalArgumentException if the name is no legal id
     */
    static ReferenceDataset dataset(String environment, long dataset) {
        return new ReferenceDataset(new EnvironmentId(environment), dataset);
    }

    /**
     * Returns the name of the source. What a source of the same name said before is replaced.
     *
     * @return the id
     */
    SourceId id();

    /**
     * A dataset that others refer to.
     *
     * @param environment the Superset that has it
     * @param dataset Superset's id of the dataset
     */
    record ReferenceDataset(EnvironmentId environment, long dataset) implements SemanticSource {

        /** Returns {@code ENVIRONMENT/dataset/ID}, shortened where it is too long for an id. */
        @Override
        public SourceId id() {
            return new SourceId(BoundedText.of(environment.value() + "/dataset/" + dataset));
        }
    }

    /** A dictionary: a name and raw bytes. */
    final class Dictionary implements SemanticSource {

        private static final String VERSION_TAG = "dsreview-source-v1";

        private final SourceId id;
        private final byte[] content;

        private Dictionary(SourceId id, byte[] content) {
            if (content.length > MAX_BYTES) {
                throw new IllegalArgumentException("the source has " + content.length + " bytes; at most " + MAX_BYTES
                        + " are taken. Split it, or leave out columns that are not needed");
            }
            this.id = id;
            this.content = content.clone();
        }

        @Override
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
            return other instanceof Dictionary that && id.equals(that.id) && Arrays.equals(content, that.content);
        }

        @Override
        public int hashCode() {
            return 31 * id.hashCode() + Arrays.hashCode(content);
        }

        /** Returns name, size and version, never the content. */
        @Override
        public String toString() {
            return "Dictionary[" + id + ", " + content.length + " bytes, version "
                    + version().shortHex() + "]";
        }
    }
}
