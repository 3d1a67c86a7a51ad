package io.dsreview.core.mapping;

import io.dsreview.api.error.ErrorCode;
import io.dsreview.api.error.RetryClass;

/** What can be lost of a filter's value on its way to a column or variable. Their words are in {@code Messages.properties}. */
public enum ConversionProblem implements ErrorCode {
    /** Several values become one text. */
    CONVERSION_LIST_AS_TEXT,
    /** A time range becomes a text. */
    CONVERSION_TIME_RANGE_AS_TEXT,
    /** Only one condition of several arrives. */
    CONVERSION_RANGE_TO_ONE_BOUND,
    /** Values arrive without the operator that says what to do with them. */
    CONVERSION_OPERATOR_DROPPED,
    /** A null, or a condition about nulls, does not arrive. */
    CONVERSION_NULL_DROPPED,
    /** A single value that is zero, false or empty does not arrive. */
    CONVERSION_EMPTY_DROPPED,
    /** A list holds values of several types. */
    CONVERSION_MIXED_TYPES,
    /** A text for a column of numbers is no number, and becomes a null. */
    CONVERSION_NOT_A_NUMBER,
    /** A text for a column of truth values is neither true nor false, and becomes false. */
    CONVERSION_NOT_A_BOOLEAN,
    /** A number has more digits than arrive. */
    CONVERSION_NUMBER_ROUNDED,
    /** A time loses its zone. */
    CONVERSION_TIME_ZONE_DROPPED,
    /** The time range, grain or column of a filter does not arrive. */
    CONVERSION_TIME_DROPPED,
    /** A text loses tabs and line ends at its ends. */
    CONVERSION_TEXT_STRIPPED,
    /** A text is Superset's word for a null or an empty text, and becomes one. */
    CONVERSION_PLACEHOLDER;

    @Override
    public String code() {
        return name();
    }

    @Override
    public RetryClass retry() {
        return RetryClass.FIX_FIRST;
    }

    @Override
    public String bundle() {
        return "io.dsreview.core.mapping.Messages";
    }
}
