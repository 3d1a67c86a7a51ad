package io.dsreview.api.semantic;

import io.dsreview.api.canonical.BoundedText;
import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.id.EnvironmentId;
import io.dsreview.api.id.SourceId;
import jakarta.validation.constraints.NotNull;

/**
 * A source of field meanings, as it was handed over. What it says is found out by a {@link SemanticSourceResolver}, so that
 * a source that cannot be used is an answer and not an exception. {@code docs/semantics.md} shows each format. Immutable.
 */
public sealed interface SemanticSource
        permits SemanticSource.Dictionary,
                DbtModel,
                SemanticSource.ConnectedDictionary,
                SemanticSource.ReferenceDataset,
                SemanticSource.AiDrafts {

    /** Largest content of a file that is taken, in bytes. */
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
        return file(name, Format.CSV, content);
    }

    /**
     * Makes a dictionary from a file.
     *
     * @param name what to call the source, such as its file name
     * @param format how the file is written
     * @param content the bytes, at most {@link #MAX_BYTES}; copied
     * @return the source
     * @throws IllegalArgumentException if the name is no legal id or the content is too large
     */
    static Dictionary file(String name, Format format, byte[] content) {
        return new Dictionary(new SourceId(name), format, new SourceBytes(content));
    }

    /**
     * Takes the descriptions of one model from a file of dbt.
     *
     * @param name what to call the source, such as its file name
     * @param artifact which of dbt's files it is
     * @param model the model's name, or in a manifest its unique id such as {@code model.shop.orders}
     * @param content the bytes, at most {@link #MAX_BYTES}; copied
     * @return the source
     * @throws IllegalArgumentException if the name is no legal id or the content is too large
     */
    static DbtModel dbt(String name, DbtModel.Artifact artifact, String model, byte[] content) {
        return new DbtModel(new SourceId(name), artifact, model, new SourceBytes(content));
    }

    /**
     * Names a dictionary that the host is connected to.
     *
     * @param name the name the host gave it
     * @return the source
     * @throws IllegalArgumentException if the name is no legal id
     */
    static ConnectedDictionary connected(String name) {
        return new ConnectedDictionary(new SourceId(name));
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
     * Asks the host's model for drafts of the fields that no trusted source describes and nobody decided. A draft is never
     * taken over unless a person does.
     *
     * @return the source
     */
    static AiDrafts drafts() {
        return new AiDrafts();
    }

    /**
     * Returns the name of the source. What a source of the same name said before is replaced.
     *
     * @return the id
     */
    SourceId id();

    /** How a dictionary is written. */
    enum Format {
        /** Comma-separated values, UTF-8. */
        CSV,
        /** Tab-separated values, UTF-8. */
        TSV,
        /** JSON: a list of objects, UTF-8. */
        JSON,
        /** YAML 1.2: a list of mappings, UTF-8. */
        YAML,
        /** An Excel workbook; its first sheet is read. Needs {@code org.dhatim:fastexcel-reader}, which the host adds. */
        XLSX
    }

    /**
     * A dictionary that the host is connected to, see {@link DictionaryTable}.
     *
     * @param id the name the host gave it
     */
    record ConnectedDictionary(@NotNull SourceId id) implements SemanticSource {}

    /**
     * A dataset that others refer to.
     *
     * @param environment the Superset that has it
     * @param dataset Superset's id of the dataset
     */
    record ReferenceDataset(@NotNull EnvironmentId environment, long dataset) implements SemanticSource {

        /** Returns {@code ENVIRONMENT/dataset/ID}, shortened where it is too long for an id. */
        @Override
        public SourceId id() {
            return new SourceId(BoundedText.of(environment.value() + "/dataset/" + dataset));
        }
    }

    /** What a model proposes. */
    record AiDrafts() implements SemanticSource {

        /** Returns {@code ai-drafts}. */
        @Override
        public SourceId id() {
            return new SourceId("ai-drafts");
        }
    }

    /** A dictionary: a name, a format and raw bytes. */
    final class Dictionary implements SemanticSource {

        private static final String VERSION_TAG = "dsreview-source-v1";

        private final SourceId id;

        @NotNull
        private final Format format;

        private final SourceBytes content;

        private Dictionary(SourceId id, Format format, SourceBytes content) {
            this.id = id;
            this.format = format;
            this.content = content;
        }

        @Override
        public SourceId id() {
            return id;
        }

        /**
         * Returns how it is written.
         *
         * @return the format
         */
        public Format format() {
            return format;
        }

        /**
         * Returns the bytes.
         *
         * @return a copy
         */
        public byte[] content() {
            return content.copy();
        }

        /**
         * Returns the hash of the content, which is its version.
         *
         * @return the version
         */
        public Sha256 version() {
            return content.hash(VERSION_TAG);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Dictionary that
                    && id.equals(that.id)
                    && format == that.format
                    && content.equals(that.content);
        }

        @Override
        public int hashCode() {
            return 31 * id.hashCode() + content.hashCode();
        }

        /** Returns name, format, size and version, never the content. */
        @Override
        public String toString() {
            return "Dictionary[" + id + ", " + format + ", " + content.length() + " bytes, version "
                    + version().shortHex() + "]";
        }
    }
}
