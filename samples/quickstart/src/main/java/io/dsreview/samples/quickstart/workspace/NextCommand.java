package io.dsreview.samples.quickstart.workspace;

import io.dsreview.Review;
import io.dsreview.api.mapping.ExecutionMapping;
import io.dsreview.api.mapping.VariableValue;
import java.util.List;

/** What to type for the one thing to do next. */
final class NextCommand {

    private NextCommand() {}

    static String of(Review review) {
        return switch (review.readiness().next()) {
            case READ_ONLY, REVIEW_RESULT -> typed("history", "export FILE");
            case START_WITH_ANOTHER_LINK -> typed("start LINK");
            case WAIT_FOR_RECOVERY -> typed("wait", "cancel-recovery");
            case RECOVER, RECOVER_AGAIN -> typed("recover");
            case ANSWER_QUESTION -> typed("question", "answer VALUE");
            case RESUME_CLARIFICATION -> typed("ask-again");
            case REOPEN_QUESTION -> typed("reopen QUESTION");
            case RESOLVE_RECOVERY_ITEM -> typed("items", "resolve N VALUE…");
            case RESOLVE_FINDING -> typed("findings");
            case SET_VALUE -> typed("values", "value NAME VALUE", "accept-value NAME");
            case DECIDE_MAPPING -> typed("mappings", approval(Approvable.of(review)));
            case REQUEST_PREVIEW, WAIT_FOR_PREVIEW -> typed("preview");
            case LAUNCH -> typed("launch");
            case LAUNCH_BY_HAND -> typed("hand-off");
            case CONFIRM_MANUAL_LAUNCH -> typed("confirm REFERENCE");
            case APPLY_ANSWER, LOOK_UP_LAUNCH -> typed("resume");
            case APPROVE_ANEW -> approveAnew(review);
            case ASK_FOR_PERMISSION, SWITCH_EXECUTION_ON -> typed("gate");
        };
    }

    /** All of them are approved at once only if nothing is lost. */
    private static String approval(List<ExecutionMapping> mappings) {
        return Approvable.losesSomething(mappings) ? "approve-with-losses N" : "approve all";
    }

    /** Where nothing that reaches the query is there to approve, another preview does. */
    private static String approveAnew(Review review) {
        List<ExecutionMapping> approved = Approvable.of(review);
        if (!approved.isEmpty()) {
            return typed("mappings", approval(approved));
        }
        return review.session().approved().values().stream().anyMatch(VariableValue::isApproved)
                ? typed("values", "accept-value NAME")
                : typed("preview");
    }

    private static String typed(String... commands) {
        return "Type '" + String.join("' or '", commands) + "'.";
    }
}
