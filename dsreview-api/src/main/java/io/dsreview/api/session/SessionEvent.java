package io.dsreview.api.session;

import io.dsreview.api.id.SessionId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, for a host to show as progress.
 *
 * @param session the session, or null if something was refused before there was one, or out of scope
 * @param version the session's version after it, or 0 without a session
 * @param type what happened
 * @param at when
 * @param data ids, numbers and enum values that describe it; copied, in order of the names
 */
public record SessionEvent(@Nullable SessionId session, long version, Type type, Instant at, Map<String, String> data) {

    /** What can happen. */
    public enum Type {
        /** A session was started. */
        SESSION_STARTED,
        /** It was heard how far the recovery is. */
        RECOVERY_PROGRESSED,
        /** Its context was recovered, or recovery failed or was called off. */
        RECOVERY_ENDED,
        /** A semantic source was applied, or could not be read. */
        SEMANTIC_SOURCE_APPLIED,
        /** A semantic source was taken back. */
        SEMANTIC_SOURCE_REMOVED,
        /** The meaning of a field was decided, or it was locked or unlocked. */
        FIELD_DECIDED,
        /** An answer was stored; the question pointer has not moved yet. */
        ANSWER_STORED,
        /** A question was skipped: it is asked again after all others. */
        QUESTION_SKIPPED,
        /** A question was left to an expert. */
        QUESTION_DEFERRED,
        /** A question is asked again. */
        QUESTION_REOPENED,
        /** The clarification was paused. */
        CLARIFICATION_PAUSED,
        /** The clarification was resumed. */
        CLARIFICATION_RESUMED,
        /** Findings, mappings and questions were evaluated again. */
        REEVALUATED,
        /** A finding was accepted. */
        FINDING_ACCEPTED,
        /** Somebody said whether a generated text is any good. */
        FEEDBACK_RECORDED,

        /** Something that recovery left open was settled. */
        RECOVERY_ITEM_RESOLVED,
        /** The value of a variable was set or accepted. */
        VALUE_SET,
        /** What persons had approved as the value of a variable was taken back. */
        VALUE_CLEARED,
        /** What will run was chosen. */
        TARGET_CHOSEN,
        /** A mapping was approved, rejected or given another value. */
        MAPPING_DECIDED,
        /** Superset was asked for a preview. */
        PREVIEW_REQUESTED,
        /** The preview is ready or failed. */
        PREVIEW_ENDED,
        /** A launch is intended and will be sent. */
        LAUNCH_INTENDED,
        /** The launch ended, or it is known that it runs, or that nobody knows. */
        LAUNCH_ENDED,
        /** SQL Lab was asked to stop the launch. */
        LAUNCH_STOP_ASKED,
        /** The launch was handed to a person. */
        LAUNCH_HANDED_OFF,
        /** A person confirmed the launch. */
        LAUNCH_CONFIRMED,
        /** The session was cancelled. */
        SESSION_CANCELLED,
        /** The session was put into the archive. */
        SESSION_ARCHIVED,

        /** The session was taken out of the archive. */
        SESSION_UNARCHIVED,

        /** The session was deleted. */
        SESSION_DELETED,

        /** The session was resumed. */
        SESSION_RESUMED,
        /** A command was refused. */
        REFUSED
    }

    /** Copies the data. */
    public SessionEvent {
        data = Collections.unmodifiableMap(new TreeMap<>(data));
    }
}
