package io.dsreview.api.session;

import io.dsreview.api.error.Words;
import java.util.Locale;
import java.util.Map;

/** The one thing to do next. The order is the order in which they are considered. */
public enum RecommendedAction {
    /** The session is over, or in the archive: read or export it. */
    READ_ONLY,
    /** Nothing can be recovered from the link: start again with a supported one. */
    START_WITH_ANOTHER_LINK,
    /** Recovery waits for the command: recover the context. */
    RECOVER,
    /** Recovery runs: wait for its end, or cancel it. */
    WAIT_FOR_RECOVERY,
    /** Recovery failed, was called off or was interrupted: try again. */
    RECOVER_AGAIN,
    /** An answer was stored, and a crash kept it from being applied: resume the session, which applies it. */
    APPLY_ANSWER,
    /** Answer the active question. */
    ANSWER_QUESTION,
    /** The clarification is paused: resume it. */
    RESUME_CLARIFICATION,
    /** Settle what recovery left open. */
    RESOLVE_RECOVERY_ITEM,
    /** Resolve a blocking finding. */
    RESOLVE_FINDING,
    /** Accept or set the value of a variable. */
    SET_VALUE,
    /** Only questions that wait for an expert are left: reopen and answer them. */
    REOPEN_QUESTION,
    /** Approve or reject a mapping. */
    DECIDE_MAPPING,
    /** Ask for a preview. */
    REQUEST_PREVIEW,
    /** Superset compiles the preview: wait for it, or, if nothing comes of it, ask again. */
    WAIT_FOR_PREVIEW,
    /** Take the launch over by hand. */
    LAUNCH_BY_HAND,
    /** Confirm the launch that was taken over by hand. */
    CONFIRM_MANUAL_LAUNCH,
    /** Launch. */
    LAUNCH,
    /** The actor may not do what comes next: ask somebody who may. */
    ASK_FOR_PERMISSION,
    /** The host has switched execution off: have it switched on, or use the preview as it is. */
    SWITCH_EXECUTION_ON,
    /** It was launched, and runs or is unknown: resume the session, which looks it up. */
    LOOK_UP_LAUNCH,
    /** The launch failed: mend what it names, and approve a mapping or a value anew or, where there is none, ask for a preview. */
    APPROVE_ANEW,
    /** It was launched: look at the result. */
    REVIEW_RESULT;

    /**
     * Says what to do in the words of a reader.
     *
     * @param locale the reader's language; falls back to English
     * @return one sentence
     */
    public String text(Locale locale) {
        return Words.of("io.dsreview.api.session.Session", locale, Map.of()).get("action." + name());
    }
}
