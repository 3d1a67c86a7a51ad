package io.dsreview.api.semantic;

import io.dsreview.api.canonical.Sha256;
import io.dsreview.api.id.SourceId;
import jakarta.validation.constraints.NotNull;

/** What a project of dbt says about the columns of one model, seed, snapshot or source table. Immutable. */
public final class DbtModel implements SemanticSource {

    private static final String VERSION_TAG = "dsreview-source-v1";

    private final SourceId id;

    @NotNull
    private final Artifact artifact;

    @NotNull
    private final String model;

    private final SourceBytes content;

    /** The files of dbt that describe columns. */
    public enum Artifact {
        /** {@code target/manifest.json}. */
        MANIFEST,
        /** A properties file such as {@code models/schema.yml}. */
        SCHEMA
    }

    DbtModel(SourceId id, Artifact artifact, String model, SourceBytes content) {
        this.id = id;
        this.artifact = artifact;
        this.model = model;
        this.content = content;
    }

    @Override
    public SourceId id() {
        return id;
    }

    /**
     * Returns which of dbt's files it is.
     *
     * @return the artifact
     */
    public Artifact artifact() {
        return artifact;
    }

    /**
     * Returns the model.
     *
     * @return its name or unique id, as it was given
     */
    public String model() {
        return model;
    }

    /**
     * Returns the bytes of the file.
     *
     * @return a copy
     */
    public byte[] content() {
        return content.copy();
    }

    /**
     * Returns the hash of the whole file, which is its version.
     *
     * @return the version
     */
    public Sha256 version() {
        return content.hash(VERSION_TAG);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DbtModel that
                && id.equals(that.id)
                && artifact == that.artifact
                && model.equals(that.model)
                && content.equals(that.content);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * id.hashCode() + model.hashCode()) + content.hashCode();
    }

    /** Returns name, artifact, size and version, never the content. */
    @Override
    public String toString() {
        return "DbtModel[" + id + ", " + artifact + ", " + content.length() + " bytes, version "
                + version().shortHex() + "]";
    }
}
