package io.dsreview.api.mapping;

import io.dsreview.api.semantic.Similarity;
import org.jspecify.annotations.Nullable;

/**
 * One reason why a filter is mapped to a target; {@link MappingText} says it in words.
 *
 * @param kind what sort of reason
 * @param filter the name on the side of the filter: its own, or that of its column
 * @param target the name on the side of the target
 * @param similarity how alike the names are; null unless the kind is {@link Kind#SIMILAR_NAME}
 */
public record MatchReason(
        Kind kind, String filter, String target, @Nullable Similarity similarity) {

    /** The sorts of reasons. */
    public enum Kind {
        /** The dataset has the column that the filter is on: Superset itself filters there. */
        COLUMN_OF_DATASET(true),
        /** A template reads the filters on that column: Superset itself hands them over. */
        READ_BY_TEMPLATE(true),
        /** The filter sets the time of the whole query: Superset itself does so. */
        TIME_OF_QUERY(true),
        /** The filter's column is named like the parameter. */
        SAME_NAME(false),
        /** The filter, or its column, has a name that is similar to the parameter's. */
        SIMILAR_NAME(false),
        /** The value arrives as it is: nothing of it is lost. */
        VALUE_FITS(false);

        private final boolean bySuperset;

        Kind(boolean bySuperset) {
            this.bySuperset = bySuperset;
        }

        /**
         * Tells whether Superset itself applies the filter there, whatever anybody says.
         *
         * @return true for a rule of Superset's
         */
        public boolean isBySuperset() {
            return bySuperset;
        }
    }
}
