package io.dsreview.core.finding;

import io.dsreview.api.error.ErrorCode;
import io.dsreview.api.error.RetryClass;

/** The problems that the core itself finds. Their words are in {@code Messages.properties}. */
public enum ReviewProblem implements ErrorCode {
    /** A part of a command that must be there is missing. */
    INPUT_MISSING,
    /** A text is blank. */
    INPUT_BLANK,
    /** A text or list is too long. */
    INPUT_TOO_LONG,
    /** A number is out of range, or a list is empty. */
    INPUT_OUT_OF_RANGE,
    /** A text holds characters that cannot be stored faithfully. */
    INPUT_UNPRINTABLE,
    /** The actor lacks a permission. */
    PERMISSION_MISSING,
    /** The session no longer takes commands. */
    SESSION_NOT_ACTIVE,
    /** The session is in the archive. */
    SESSION_ARCHIVED,

    /** The session is not in the archive. */
    SESSION_NOT_ARCHIVED,

    /** No environment of that name is configured. */
    ENVIRONMENT_UNKNOWN,

    /** Another command was accepted under the same idempotency key. */
    IDEMPOTENCY_KEY_REUSED,
    /** The session moved on. */
    VERSION_CONFLICT,
    /** The answered question is not the active one. */
    QUESTION_NOT_ACTIVE,
    /** Nothing is asked while the clarification is paused. */
    CLARIFICATION_PAUSED,
    /** There is no such question, open or answered. */
    QUESTION_UNKNOWN,
    /** What an answer did cannot be revised by answering again. */
    ANSWER_NOT_REVISABLE,
    /** The question does not take that answer. */
    ANSWER_NOT_AN_OPTION,
    /** There is no such field. */
    FIELD_UNKNOWN,
    /** The field is locked. */
    FIELD_LOCKED,
    /** The candidate is not one of the field's. */
    CANDIDATE_UNKNOWN,
    /** There is no such variable. */
    VARIABLE_UNKNOWN,
    /** The variable has neither value nor default. */
    VARIABLE_WITHOUT_VALUE,
    /** There is no such mapping. */
    MAPPING_UNKNOWN,
    /** The mapping does not take those values. */
    MAPPING_VALUES_ILLEGAL,
    /** Mappings lose something of their values, and that was not accepted. */
    MAPPING_WARNINGS_NOT_ACCEPTED,
    /** A mapping was approved, and changed since. */
    MAPPING_APPROVAL_WITHDRAWN,
    /** There is no such open recovery item. */
    RECOVERY_ITEM_UNKNOWN,
    /** The recovery item takes no values. */
    RECOVERY_ITEM_TAKES_NO_VALUES,
    /** There is nothing to recover from a link of that shape. */
    NOTHING_TO_RECOVER,
    /** A recovery runs, and somebody works on it. */
    RECOVERY_UNDER_WAY,
    /** No recovery runs. */
    NO_RECOVERY_TO_CANCEL,
    /** The recovery was called off. */
    RECOVERY_CANCELLED(RetryClass.RETRY),
    /** The recovery took too long. */
    RECOVERY_TIMED_OUT(RetryClass.RETRY),
    /** The host's executor took the recovery over from nobody. */
    RECOVERY_NOT_STARTED(RetryClass.RETRY),
    /** The dataset under review is not known yet. */
    DATASET_NOT_CHOSEN,
    /** A column is not one of the dataset's. */
    COLUMN_UNKNOWN,
    /** The chart does not draw the dataset under review. */
    CHART_UNKNOWN,
    /** The present state was launched already. */
    ALREADY_LAUNCHED,
    /** Something else would be launched than what was shown. */
    LAUNCH_NOT_AS_SHOWN,
    /** No finding of that id is open or accepted. */
    FINDING_UNKNOWN,
    /** The finding blocks, so it cannot be accepted. */
    FINDING_BLOCKS,
    /** There is no such generated text. */
    FEEDBACK_TARGET_UNKNOWN,

    /** A launch that was handed off must be confirmed first, or nothing was handed off. */
    NO_LAUNCH_TO_CONFIRM,
    /** No launch is running or unknown. */
    NO_LAUNCH_TO_STOP,
    /** Nothing allows a launch by hand. */
    HAND_OFF_NOT_OFFERED,
    /** The field's sources disagree. */
    FIELD_CONFLICTED,
    /** A filter is mapped to the variable. */
    VARIABLE_IS_MAPPED,
    /** Filters fit a variable, and none of them gives it its value unless a person approves it. */
    FILTERS_ONLY_OFFERED,
    /** Several filters feed a variable that can have one value only. */
    VARIABLE_FED_TWICE,
    /** The dataset under review is no longer part of what the link shows. */
    DATASET_GONE,
    /** Superset answered a preview without any SQL. */
    PREVIEW_EMPTY,
    /** An earlier launch has not ended. */
    LAUNCH_UNDER_WAY,
    /** The link touches no dataset that can be read. */
    DATASET_NOT_RESOLVABLE,
    /** It is not decided which dataset is reviewed, and no question asks it. */
    DATASET_UNDECIDED,

    /** A required variable has no value, and no question asks for it. */
    VALUE_UNDECIDED,

    /** It is not decided what a field means, and no question asks it. */
    MEANING_UNDECIDED,

    /** Trusted sources disagree about a field. */
    SEMANTIC_CONFLICT,
    /** A new version of a source says something else of fields that are locked or decided. */
    FIELDS_LEFT_ALONE,
    /** Fields have candidates, none of which is sure enough to be taken over. */
    MEANINGS_ONLY_OFFERED,
    /** No such semantic source was applied. */
    SEMANTIC_SOURCE_UNKNOWN,
    /** Nothing reads semantic sources of that kind. */
    SEMANTIC_SOURCE_NOT_OFFERED,
    /** Fields have no meaning yet. */
    FIELDS_WITHOUT_MEANING,
    /** A filter of the dashboard does not reach the dataset. */
    FILTER_NOT_APPLICABLE,
    /** The last preview has no SQL. */
    PREVIEW_FAILED,
    /** What was asked outside of the review, of Superset, a model or a dictionary, ended without an answer. */
    INTERRUPTED(RetryClass.RETRY),
    /** Something outside answered what cannot be stored faithfully. */
    ANSWER_NOT_STORABLE,
    /** A launch was interrupted after its intent was stored. */
    LAUNCH_INTERRUPTED(RetryClass.LOOK_UP_FIRST),
    /** The dataset changed since its context was recovered. */
    DATASET_CHANGED;

    private final RetryClass retry;

    ReviewProblem() {
        this(RetryClass.FIX_FIRST);
    }

    ReviewProblem(RetryClass retry) {
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
        return "io.dsreview.core.Messages";
    }
}
