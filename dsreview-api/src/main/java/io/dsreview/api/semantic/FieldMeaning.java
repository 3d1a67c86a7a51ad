package io.dsreview.api.semantic;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a field means.
 *
 * @param verboseName the name for people; may be empty, at most {@value FieldMeaning#MAX_TEXT} characters
 * @param description what the field holds; may be empty, at most {@value FieldMeaning#MAX_TEXT} characters
 * @param format how its values are written, or null where nothing says so
 * @param unit the unit of its values, such as {@code EUR}; empty where nothing says so, at most
 *     {@value FieldMeaning#MAX_TEXT} characters
 * @param pii how closely its values point at a person, or null where nothing says so
 */
public record FieldMeaning(
        @NotNull @Size(max = MAX_TEXT) String verboseName,
        @NotNull @Size(max = MAX_TEXT) String description,
        @Valid @Nullable FieldFormat format,
        @NotNull @Size(max = MAX_TEXT) String unit,
        @Nullable PiiClass pii) {

    /** Longest of each of the texts, in UTF-16 code units. */
    public static final int MAX_TEXT = 4_000;

    /**
     * Makes a meaning that says nothing of persons.
     *
     * @param verboseName the name for people; may be empty
     * @param description what the field holds; may be empty
     * @param format how its values are written, or null
     * @param unit the unit of its values; may be empty
     */
    public FieldMeaning(String verboseName, String description, @Nullable FieldFormat format, String unit) {
        this(verboseName, description, format, unit, null);
    }

    /**
     * Makes a meaning that says nothing of format, unit and persons.
     *
     * @param verboseName the name for people; may be empty
     * @param description what the field holds; may be empty
     */
    public FieldMeaning(String verboseName, String description) {
        this(verboseName, description, null, "", null);
    }

    /**
     * Tells whether it says nothing at all.
     *
     * @return true if every part is empty
     */
    public boolean isEmpty() {
        return verboseName.isEmpty() && description.isEmpty() && format == null && unit.isEmpty() && pii == null;
    }
}
