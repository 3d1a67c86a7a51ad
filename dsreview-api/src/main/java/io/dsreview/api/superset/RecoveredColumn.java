package io.dsreview.api.superset;

import io.dsreview.api.id.FieldId;
import org.jspecify.annotations.Nullable;

/**
 * A column of a dataset, as Superset describes it.
 *
 * @param id the column's name
 * @param type the database's type, or null where Superset does not know it
 * @param temporal true if Superset treats it as a time
 * @param calculated true if it is an expression over other columns
 */
public record RecoveredColumn(FieldId id, @Nullable String type, boolean temporal, boolean calculated) {}
