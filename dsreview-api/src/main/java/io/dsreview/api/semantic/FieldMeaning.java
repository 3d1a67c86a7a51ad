package io.dsreview.api.semantic;

/**
 * What a field means.
 *
 * @param verboseName the name for people; may be empty, never null
 * @param description what the field holds; may be empty, never null
 */
public record FieldMeaning(String verboseName, String description) {}
