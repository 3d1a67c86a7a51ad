package io.dsreview.core.dictionary;

import io.dsreview.api.semantic.Endorsement;
import io.dsreview.api.semantic.FieldMeaning;
import io.dsreview.api.semantic.Place;

/**
 * What a dictionary says of one field.
 *
 * @param field the field's name, fit to be an id
 * @param meaning what it means
 * @param endorsement who stands behind it
 * @param place where in the dictionary it stands
 */
public record Entry(String field, FieldMeaning meaning, Endorsement endorsement, Place place) {}
