package io.dsreview.core.ux;

import io.dsreview.api.command.ClarificationCommand.AnswerQuestion;
import io.dsreview.api.command.ClarificationCommand.ReopenQuestion;
import io.dsreview.api.command.ClarificationCommand.ResumeClarification;
import io.dsreview.api.command.ExecutionCommand.ConfirmManualLaunch;
import io.dsreview.api.command.ExecutionCommand.HandOffLaunch;
import io.dsreview.api.command.ExecutionCommand.Launch;
import io.dsreview.api.command.ExecutionCommand.RequestPreview;
import io.dsreview.api.command.LifecycleCommand.ResumeSession;
import io.dsreview.api.command.MappingCommand.AcceptTemplateValue;
import io.dsreview.api.command.MappingCommand.DecideMappings;
import io.dsreview.api.command.MappingCommand.SetTemplateValue;
import io.dsreview.api.command.RecoveryCommand.CancelRecovery;
import io.dsreview.api.command.RecoveryCommand.RecoverContext;
import io.dsreview.api.command.RecoveryCommand.ResolveRecoveryItem;
import io.dsreview.api.command.ReviewCommand;
import io.dsreview.api.command.StartSession;
import io.dsreview.api.session.RecommendedAction;
import java.util.List;

/** The commands that lead on from a recommended action. */
final class Commands {

    private Commands() {}

    static List<Class<? extends ReviewCommand>> of(RecommendedAction action) {
        return switch (action) {
            case START_WITH_ANOTHER_LINK -> List.of(StartSession.class);
            case RECOVER, RECOVER_AGAIN -> List.of(RecoverContext.class);
            case WAIT_FOR_RECOVERY -> List.of(CancelRecovery.class);
            case ANSWER_QUESTION -> List.of(AnswerQuestion.class);
            case RESUME_CLARIFICATION -> List.of(ResumeClarification.class);
            case RESOLVE_RECOVERY_ITEM -> List.of(ResolveRecoveryItem.class);
            case SET_VALUE -> List.of(AcceptTemplateValue.class, SetTemplateValue.class);
            case REOPEN_QUESTION -> List.of(ReopenQuestion.class);
            case DECIDE_MAPPING -> List.of(DecideMappings.class);
            case REQUEST_PREVIEW, WAIT_FOR_PREVIEW -> List.of(RequestPreview.class);
            case LAUNCH_BY_HAND -> List.of(HandOffLaunch.class);
            case CONFIRM_MANUAL_LAUNCH -> List.of(ConfirmManualLaunch.class);
            case LAUNCH -> List.of(Launch.class);
            case APPLY_ANSWER, LOOK_UP_LAUNCH -> List.of(ResumeSession.class);
            case APPROVE_ANEW -> List.of(DecideMappings.class, AcceptTemplateValue.class, RequestPreview.class);
            case READ_ONLY, RESOLVE_FINDING, ASK_FOR_PERMISSION, SWITCH_EXECUTION_ON, REVIEW_RESULT -> List.of();
        };
    }
}
