package io.dsreview.api.privacy;

/**
 * A text without personal values. Only a {@link PiiMasker} makes one, so that whoever takes this type cannot be handed a text
 * that nobody looked at.
 *
 * @param value the text; may leave the process
 */
public record MaskedText(String value) {}
