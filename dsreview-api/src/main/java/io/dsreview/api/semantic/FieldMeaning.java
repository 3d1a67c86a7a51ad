package io.dsreview.api.semantic;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What a field means.
 *
 * @param verboseName the name for people; may be empty, at most {@value FieldMeaning#MAX_TEXT} characters
 * @param description what the field holds; may be empty, at most {@value FieldMeaning#MAX_TEXT} characters
 */
public record FieldMeaning(
        @NotNull @Size(max = MAX_TEXT) String verboseName,
        @NotNull @Size(max = MAX_TEXT) String description) {

    /** Longest name or description, in UTF-16 code units. */
    public static final int MAX_TEXT = 4_000;
}
