package io.dsreview.api.clarification;

/** What a question is about. */
public enum Topic {
    /** Which of several datasets is reviewed; the subject is empty. */
    DATASET,
    /** The value of a template variable; the subject is the variable's id. */
    VARIABLE_VALUE,
    /** Which of several meanings a field has; the subject is the field's id. */
    FIELD_MEANING
}
