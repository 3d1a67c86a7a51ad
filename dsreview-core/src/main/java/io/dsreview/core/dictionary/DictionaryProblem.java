package io.dsreview.core.dictionary;

import io.dsreview.api.error.ErrorCode;
import io.dsreview.api.error.RetryClass;

/**
 * What can be wrong with a semantic source. The words are in {@code Messages.properties} beside it; those that are about a place
 * say its {@code line} and, where that helps, its {@code column}.
 */
public enum DictionaryProblem implements ErrorCode {
    /** Bytes are not UTF-8. */
    SOURCE_NOT_UTF8,
    /** The text holds a NUL character or half a surrogate pair. */
    SOURCE_NOT_TEXT,
    /** There is no header, or no document. */
    SOURCE_EMPTY,
    /** The text breaks the grammar of its format. */
    SOURCE_NOT_WELL_FORMED,
    /** Something else stands where a list, a mapping or a text belongs. */
    SOURCE_SHAPE_UNEXPECTED,
    /** The header lacks a column. */
    SOURCE_COLUMN_MISSING,
    /** The header names a column twice. */
    SOURCE_COLUMN_TWICE,
    /** A row has another number of cells than the header. */
    SOURCE_ROW_RAGGED,
    /** A mapping has a key twice. */
    SOURCE_KEY_TWICE,
    /** A field is described twice. */
    SOURCE_FIELD_TWICE,
    /** What should be the name of a field cannot be one. */
    SOURCE_FIELD_NAME_ILLEGAL,
    /** A text is too long. */
    SOURCE_TEXT_TOO_LONG,
    /** A text would be run as a formula by a spreadsheet. */
    SOURCE_FORMULA,
    /** A text is a template that only dbt can render. */
    SOURCE_NOT_RENDERED,
    /** A value is none of those that are legal. */
    SOURCE_VALUE_ILLEGAL,
    /** There are more entries than are taken. */
    SOURCE_TOO_MANY_ENTRIES,
    /** There is more text than is taken. */
    SOURCE_TOO_LARGE,
    /** It is nested too deep. */
    SOURCE_TOO_DEEP,
    /** There are too many aliases, or one that stands for nothing. */
    SOURCE_ALIASES_REFUSED,
    /** An archive unpacks to more than is taken. */
    SOURCE_UNPACKS_TOO_LARGE,
    /** The library that reads the format is missing. */
    SOURCE_FORMAT_NOT_OFFERED,
    /** The file has no such model. */
    SOURCE_MODEL_UNKNOWN,
    /** The file has several models of that name. */
    SOURCE_MODEL_AMBIGUOUS,
    /** The host is not connected to a dictionary of that name. */
    SOURCE_NOT_CONNECTED,
    /** The dictionary that the host is connected to cannot be read. */
    SOURCE_NOT_READABLE(RetryClass.RETRY),
    /** No model is connected. */
    DRAFTS_NOT_OFFERED,
    /** The names of fields must not leave for a model. */
    DRAFTS_NOT_ALLOWED,
    /** The model answered something else than what it was asked for. */
    DRAFTS_UNUSABLE(RetryClass.RETRY);

    private final RetryClass retry;

    DictionaryProblem() {
        this(RetryClass.FIX_FIRST);
    }

    DictionaryProblem(RetryClass retry) {
        this.retry = retry;
    }

    @Override
    public String code() {
        return name();
    }

    @Override
    public RetryClass retry() {
        return retry;
    }

    @Override
    public String bundle() {
        return "io.dsreview.core.dictionary.Messages";
    }
}
